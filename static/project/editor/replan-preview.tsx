import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import type { previewReplan } from '../../../src/contract/planner';
import { lineName } from '../../planner/line-name';
import { errorText } from '../../shared/error-note';
import { Note } from '../../shared/note';
import type { Asked } from '../../shared/use-answer';
import { useProjectScreen } from '../project-screen';

export type Replan = z.infer<(typeof previewReplan)['answer']>;

interface ReplanPreviewProperties {
  readonly asked: Asked<Replan>;
  readonly onRetry: () => void;
}

/** What publishing does to the planner. It is told beside the comparison and holds nothing up. */
export function ReplanPreview({ asked, onRetry }: ReplanPreviewProperties): ReactNode {
  const { t } = useProjectScreen();
  return (
    <section className="card replan">
      <h2>{t('replan.title')}</h2>
      <div className="replan-said" role="status">
        {asked.kind === 'waiting' && <p className="subtle">{t('replan.waiting')}</p>}
        {asked.kind === 'refused' && <p className="subtle">{t('replan.unknown', { why: errorText(t, asked.error).title })}</p>}
        {asked.kind === 'given' && <Effects replan={asked.data} />}
      </div>
      {asked.kind === 'refused' && <div><button type="button" className="button button-link" onClick={onRetry}>{t('tryAgain')}</button></div>}
      {asked.kind === 'given' && asked.data.backToPending !== null && asked.data.backToPending.length > 0 && <BackToPending plans={asked.data.backToPending} />}
    </section>
  );
}

const effects = ['created', 'changed', 'released'] as const;

function Effects({ replan }: { readonly replan: Replan }): ReactNode {
  const { t } = useProjectScreen();
  const felt = effects.filter((effect) => replan[effect] > 0);
  return (
    <>
      {felt.length === 0 ? (
        <p>{t('replan.nothing')}</p>
      ) : (
        <ul className="replan-effects">
          {felt.map((effect) => <li key={effect} className={`replan-${effect}`}>{t(`replan.${effect}`, { count: replan[effect] })}</li>)}
        </ul>
      )}
      {replan.backToPending === null && felt.length > 0 && <p className="subtle">{t('replan.approvalUnknown')}</p>}
    </>
  );
}

function BackToPending({ plans }: { readonly plans: NonNullable<Replan['backToPending']> }): ReactNode {
  const { t, format } = useProjectScreen();
  return (
    <Note kind="warning" title={t('replan.pending', { count: plans.length })}>
      <p>{t('replan.pendingBody')}</p>
      <ul className="replan-plans">
        {plans.map((plan, place) => (
          <li key={`${plan.lineId}-${place}`}>
            <bdi>{lineName(t, plan)}</bdi>
            {plan.personName !== null && <span className="subtle"> · <bdi>{plan.role}</bdi></span>}
            {' · '}
            {format.dateRange(plan.from, plan.to)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
