import type { ReactNode } from 'react';
import type { GateDecision, GateReview, GateState } from '../../../src/domain/gate';
import { Filled } from '../../shared/filled';
import { GateLozenge } from '../../shared/lozenge';
import { useProjectScreen } from '../project-screen';
import { IssueLink } from './issue-link';
import { AskedBy } from './waiting-review';

interface DecidedReviewProperties {
  readonly review: GateReview;
  readonly decision: GateDecision;
  /** How the decision stands today. */
  readonly state: GateState;
  readonly guidelinesVersion: number | null;
}

/** A decision as it was signed, and whether it still holds. */
export function DecidedReview({ review, decision, state, guidelinesVersion }: DecidedReviewProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const { verdict } = decision;
  return (
    <li className="card">
      <div className="card-head">
        <h3><IssueLink deliverable={review.deliverable} /></h3>
        <span className="lozenges">
          <GateLozenge state={verdict.kind} />
          {state === 'lapsed' && <GateLozenge state="lapsed" />}
        </span>
      </div>
      <blockquote className="written">{decision.reason}</blockquote>
      {verdict.kind === 'conditionalGo' && (
        <ul className="conditions" aria-label={t('gate.conditions')}>
          {verdict.conditions.map((condition) => (
            <li key={condition.id}>
              <span className="written">{condition.text}</span>
              <span className="small"><Filled text={t('gate.conditionBy', { date: format.date(condition.dueOn) })} values={{ owner: condition.owner }} /></span>
            </li>
          ))}
        </ul>
      )}
      <p className="subtle">
        <Filled
          text={t(decision.guidelinesVersion === null ? 'gate.signedWithout' : 'gate.signed', { version: decision.guidelinesVersion ?? 0 })}
          values={{
            person: decision.decidedBy.name,
            when: <time dateTime={decision.decidedAt}>{format.instant(decision.decidedAt)}</time>,
          }}
        />
        {decision.validUntil !== null && <> {t('gate.validUntil', { date: format.date(decision.validUntil) })}</>}
      </p>
      {state === 'lapsed' && <p className="explained">{lapsedBecause()}</p>}
      <AskedBy review={review} />
    </li>
  );

  function lapsedBecause(): string {
    if (decision.guidelinesVersion !== guidelinesVersion) return t('gate.lapsedByGuidelines');
    return decision.validUntil !== null && decision.validUntil < format.today(now()) ? t('gate.lapsedByDate') : t('gate.lapsedOther');
  }
}
