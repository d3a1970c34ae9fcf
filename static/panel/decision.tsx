import type { ReactNode } from 'react';
import type { GateDecision } from '../../src/domain/gate';
import { conditionState, type Condition, type ConditionState } from '../../src/domain/gate-conditions';
import { Filled } from '../shared/filled';
import { Icon, type IconName } from '../shared/icon';
import { GateLozenge, Lozenge, type Tone } from '../shared/lozenge';
import type { GateView } from './gate';
import { usePanel } from './use-panel';

interface DecisionProperties {
  readonly decision: GateDecision;
  /** What has become of it. */
  readonly aftermath: GateView['aftermath'];
  /** A new request waits, so this decision no longer counts. */
  readonly isEarlier: boolean;
}

/** What the account manager decided, why, what became of the conditions, and how long it holds. */
export function Decision({ decision, aftermath, isEarlier }: DecisionProperties): ReactNode {
  const { t, format } = usePanel();
  const { verdict, reason, decidedBy, decidedAt } = decision;
  return (
    <div className="stack">
      {isEarlier && (
        <h3>
          {t('gate.earlier')} <GateLozenge state={verdict.kind} />
        </h3>
      )}
      {!isEarlier && <Lapsed decision={decision} aftermath={aftermath} />}
      {verdict.kind === 'noGo' && <h3>{t('gate.noGoReason')}</h3>}
      <blockquote className="quote">
        <p className="written">{reason}</p>
        <footer className="small">
          <Filled text={t('gate.decided')} values={{ person: decidedBy.name, when: format.instant(decidedAt) }} />
        </footer>
      </blockquote>
      {verdict.kind === 'conditionalGo' && (
        <>
          <h3>{t('gate.conditions')}</h3>
          <ul className="conditions">
            {verdict.conditions.map((condition) => <ConditionItem key={condition.id} condition={condition} aftermath={aftermath} />)}
          </ul>
        </>
      )}
      {!isEarlier && verdict.kind !== 'noGo' && aftermath?.lapse === null && (
        <p className="subtle">{decision.validUntil === null ? t('gate.noLimit') : t('gate.validUntil', { date: format.date(decision.validUntil) })}</p>
      )}
    </div>
  );
}

const looks: Record<ConditionState, { readonly tone: Tone; readonly icon: IconName }> = {
  open: { tone: 'information', icon: 'clock' },
  met: { tone: 'success', icon: 'check' },
  overdue: { tone: 'danger', icon: 'warning' },
};

function ConditionItem({ condition, aftermath }: { readonly condition: Condition; readonly aftermath: GateView['aftermath'] }): ReactNode {
  const { t, format, now } = usePanel();
  const state = conditionState(condition, aftermath?.met ?? [], format.today(now()));
  return (
    <li className={`condition-${state}`}>
      <span className="written">{condition.text}</span>
      <span className="small">
        <Filled text={t('gate.condition')} values={{ owner: condition.owner, date: format.date(condition.dueOn) }} />
      </span>
      <span><Lozenge {...looks[state]}>{t(`gate.condition.${state}`)}</Lozenge></span>
    </li>
  );
}

/** Why a go no longer opens the gate, and what to do. */
function Lapsed({ decision, aftermath }: Omit<DecisionProperties, 'isEarlier'>): ReactNode {
  const { t, format } = usePanel();
  if (aftermath?.lapse == null) return null;
  const values = { date: decision.validUntil === null ? '' : format.date(decision.validUntil), issue: aftermath.blocked?.issueKey ?? '' };
  return (
    <p className="warned">
      <Icon name="warning" /> {t(`gate.lapsed.${aftermath.lapse}`, values)}
    </p>
  );
}
