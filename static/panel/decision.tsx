import type { ReactNode } from 'react';
import { lapse, type GateDecision } from '../../src/domain/gate';
import { Filled } from '../shared/filled';
import { Icon } from '../shared/icon';
import { GateLozenge } from '../shared/lozenge';
import { usePanel } from './use-panel';

interface DecisionProperties {
  readonly decision: GateDecision;
  readonly guidelinesVersion: number | null;
  /** A new request waits, so this decision no longer counts. */
  readonly isEarlier: boolean;
}

/** What the account manager decided, why, and how long it holds. */
export function Decision({ decision, guidelinesVersion, isEarlier }: DecisionProperties): ReactNode {
  const { t, format } = usePanel();
  const { verdict, reason, decidedBy, decidedAt } = decision;
  return (
    <div className="stack">
      {isEarlier && (
        <h3>
          {t('gate.earlier')} <GateLozenge state={verdict.kind} />
        </h3>
      )}
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
            {verdict.conditions.map((condition) => (
              <li key={condition.id}>
                <span className="written">{condition.text}</span>
                <span className="small">
                  <Filled text={t('gate.condition')} values={{ owner: condition.owner, date: format.date(condition.dueOn) }} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isEarlier && <Validity decision={decision} guidelinesVersion={guidelinesVersion} />}
    </div>
  );
}

function Validity({ decision, guidelinesVersion }: Omit<DecisionProperties, 'isEarlier'>): ReactNode {
  const { t, format, now } = usePanel();
  if (decision.verdict.kind === 'noGo') return null;
  const date = decision.validUntil === null ? '' : format.date(decision.validUntil);
  const lapsed = lapse(decision, { guidelinesVersion, today: format.today(now()) });
  if (lapsed !== undefined) {
    return (
      <p className="warned">
        <Icon name="warning" /> {t(`gate.lapsed.${lapsed}`, { date })}
      </p>
    );
  }
  return <p className="subtle">{decision.validUntil === null ? t('gate.noLimit') : t('gate.validUntil', { date })}</p>;
}
