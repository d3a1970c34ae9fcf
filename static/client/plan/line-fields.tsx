import type { ReactNode } from 'react';
import { planLimits, type PlanLine } from '../../../src/domain/account-plan';
import { newId } from '../../shared/new-id';
import { useLaterFocus } from '../../shared/use-later-focus';
import { useClientScreen } from '../client-screen';

interface LineFieldsProperties {
  readonly kind: 'goal' | 'risk';
  readonly lines: readonly PlanLine[];
  readonly isMissing: boolean;
  readonly onLines: (lines: readonly PlanLine[]) => void;
}

/** Goals in their order, or risks: a line each. */
export function LineFields({ kind, lines, isMissing, onLines }: LineFieldsProperties): ReactNode {
  const { t } = useClientScreen();
  const [last, focusLast] = useLaterFocus<HTMLInputElement>();
  const add = (): void => {
    focusLast();
    onLines([...lines, { id: newId(), text: '' }]);
  };
  const swap = (at: number): void => onLines(lines.map((line, place) => (place === at ? (lines[at + 1] ?? line) : place === at + 1 ? (lines[at] ?? line) : line)));
  return (
    <fieldset className="plan-lines">
      <legend>{t(`plan.${kind}s`)}</legend>
      <ol>
        {lines.map(({ id, text }, at) => {
          const named = <span className="unseen"> {text || at + 1}</span>;
          return (
            <li key={id}>
              <input ref={at === lines.length - 1 ? last : null} className="input" type="text" autoComplete="off" maxLength={planLimits.line} aria-label={t(`plan.${kind}.line`, { number: at + 1 })} value={text} onChange={(event) => onLines(lines.map((line) => (line.id === id ? { id, text: event.target.value } : line)))} />
              <div className="actions">
                {kind === 'goal' && at > 0 && <button type="button" className="button button-link" onClick={() => swap(at - 1)}>{t('plan.up')}{named}</button>}
                {kind === 'goal' && at < lines.length - 1 && <button type="button" className="button button-link" onClick={() => swap(at)}>{t('plan.down')}{named}</button>}
                <button type="button" className="button button-link" onClick={() => onLines(lines.filter((line) => line.id !== id))}>{t('plan.removeLine')}{named}</button>
              </div>
            </li>
          );
        })}
      </ol>
      {isMissing && <p className="problem">{t('plan.missing.goals')}</p>}
      {lines.length < planLimits.lines && <button type="button" className="button" onClick={add}>{t(`plan.${kind}.add`)}</button>}
    </fieldset>
  );
}
