import './gate.css';
import type { ReactNode } from 'react';
import { settleCondition } from '../../src/contract/gate-operations';
import { conditionState, type Condition, type ConditionState } from '../../src/domain/gate-conditions';
import { ErrorNote } from '../shared/error-note';
import { Filled } from '../shared/filled';
import type { IconName } from '../shared/icon';
import { Lozenge, type Tone } from '../shared/lozenge';
import { useProjectCall } from '../shared/project-call';
import { useAction } from '../shared/use-action';
import { useGateScreen } from './gate-screen';
import type { Aftermath, Decided } from './gate-view';
import { conditionsOf, isLive } from './live-conditions';

const looks: Record<ConditionState, { readonly tone: Tone; readonly icon: IconName }> = {
  open: { tone: 'information', icon: 'clock' },
  met: { tone: 'success', icon: 'check' },
  overdue: { tone: 'danger', icon: 'warning' },
};

export function ConditionLozenge({ state }: { readonly state: ConditionState }): ReactNode {
  const { t } = useGateScreen();
  return <Lozenge {...looks[state]}>{t(`conditionState.${state}`)}</Lozenge>;
}

interface ConditionListProperties {
  readonly decided: Decided;
  readonly mayDecide: boolean;
  readonly onSettled: (aftermath: Aftermath) => void;
  readonly onOutdated: () => void;
}

/** The conditions of a conditional go and what has become of each; who may decide says which are met. */
export function ConditionList({ decided, mayDecide, onSettled, onOutdated }: ConditionListProperties): ReactNode {
  const { t } = useGateScreen();
  const conditions = conditionsOf(decided);
  if (conditions.length === 0) return null;
  return (
    <ul className="gate-conditions" aria-label={t('gate.conditions')}>
      {conditions.map((condition) => (
        <ConditionItem key={condition.id} condition={condition} decided={decided} canSettle={mayDecide && isLive(decided)} onSettled={onSettled} onOutdated={onOutdated} />
      ))}
    </ul>
  );
}

interface ConditionItemProperties extends Pick<ConditionListProperties, 'decided' | 'onSettled' | 'onOutdated'> {
  readonly condition: Condition;
  readonly canSettle: boolean;
}

function ConditionItem({ condition, decided, canSettle, onSettled, onOutdated }: ConditionItemProperties): ReactNode {
  const { t, format, now } = useGateScreen();
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const { review, aftermath } = decided;
  const met = aftermath?.met.find(({ conditionId }) => conditionId === condition.id);
  const state = aftermath === null ? null : conditionState(condition, aftermath.met, format.today(now()));
  const action = t(state === 'met' ? 'conditionState.reopen' : 'conditionState.meet');
  const settle = (): void => {
    // The button keeps the focus while it works, so it is not disabled.
    if (!busy) void run(() => call(settleCondition, { reviewId: review.id, conditionId: condition.id, isMet: state !== 'met' }), (answered) => onSettled(answered.aftermath));
  };
  return (
    <li className={`gate-condition gate-condition-${state ?? 'past'}`}>
      <div className="gate-condition-text">
        <span className="written">{condition.text}</span>
        <span className="small">
          <Filled text={t('gate.conditionBy', { date: format.date(condition.dueOn) })} values={{ owner: condition.owner }} />
          {met !== undefined && <> · <Filled text={t('conditionState.metBy', { when: format.instant(met.at) })} values={{ person: met.by.name }} /></>}
        </span>
      </div>
      {state !== null && <ConditionLozenge state={state} />}
      {canSettle && (
        <button type="button" className="button" aria-disabled={busy} onClick={settle} aria-label={`${action}: ${condition.text}`}>{action}</button>
      )}
      {error !== null && <ErrorNote error={error} onRetry={error.code === 'conflict' || error.code === 'notFound' ? onOutdated : settle} />}
    </li>
  );
}
