import { useEffect, useRef, type ReactNode } from 'react';
import type { LinkedDealView } from '../../../src/contract/planner';
import { useProjectScreen } from '../project-screen';

/** The stages that the deal went through, oldest first, with the organisation's own names and days. */
export function StageSteps({ stages }: Pick<LinkedDealView, 'stages'>): ReactNode {
  const { t, format, now } = useProjectScreen();
  const steps = useRef<HTMLOListElement>(null);
  // Where not all of them fit, the one that the deal is in now is in sight.
  useEffect(() => {
    if (steps.current !== null) steps.current.scrollLeft = steps.current.scrollWidth;
  }, [stages.length]);
  if (stages.length === 0) return null;
  return (
    <section>
      <h3>{t('stages.title')}</h3>
      <ol ref={steps} className="steps">
        {stages.map((step, place) => (
          <li key={`${step.at}-${place}`} className={`step step-${step.stage ?? 'unmapped'}`} aria-current={place === stages.length - 1 ? 'step' : undefined}>
            <span className="step-mark" aria-hidden="true" />
            <strong>{step.stage === null ? t('stages.unmapped') : t(`stage.${step.stage}`)}</strong>
            <bdi className="small">{step.stageName}</bdi>
            <time className="small" dateTime={step.at} title={format.instant(step.at)}>{format.relative(step.at, now())}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
