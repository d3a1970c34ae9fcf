import { lazy, Suspense, useState, type ReactNode } from 'react';
import { nameOf } from '../../../src/domain/deliverable';
import { ConditionList } from '../../gate/condition-list';
import { DeliverableName } from '../../gate/deliverable-name';
import type { Aftermath, Decided } from '../../gate/gate-view';
import { RequestFacts } from '../../gate/request-facts';
import { Filled } from '../../shared/filled';
import { Icon } from '../../shared/icon';
import { GateLozenge, Lozenge } from '../../shared/lozenge';
import { useLaterFocus } from '../../shared/use-later-focus';
import { Waiting } from '../../shared/waiting';
import { useProjectScreen } from '../project-screen';
import { lapseWords } from './lapse-words';

const GateRecordView = lazy(async () => ({ default: (await import('./record/record-view')).RecordView }));

interface DecidedReviewProperties {
  readonly decided: Decided;
  readonly mayDecide: boolean;
  /** A newer request waits, and until it is decided this opens nothing. */
  readonly isAskedAgain: boolean;
  readonly onSettled: (aftermath: Aftermath) => void;
  readonly onOutdated: () => void;
}

/** A decision as it was signed, what has become of it, and its record. */
export function DecidedReview({ decided, mayDecide, isAskedAgain, onSettled, onOutdated }: DecidedReviewProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const [isOpen, setOpen] = useState(false);
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();
  const { review, decision, aftermath } = decided;
  const { verdict } = decision;
  const why = aftermath === null ? null : lapseWords(t, format, aftermath, decision);
  const close = (): void => {
    focusOpener();
    setOpen(false);
  };
  return (
    <li className={aftermath === null ? 'card superseded' : 'card'}>
      <div className="card-head">
        <h3><DeliverableName deliverable={review.deliverable} /></h3>
        <span className="lozenges">
          <GateLozenge state={verdict.kind} />
          {aftermath?.state === 'lapsed' && <GateLozenge state="lapsed" />}
          {verdict.kind === 'conditionalGo' && aftermath?.state === 'go' && <Lozenge tone="success" icon="check">{t('gate.allMet')}</Lozenge>}
          {aftermath === null && <Lozenge tone="neutral">{t('gate.superseded')}</Lozenge>}
        </span>
      </div>
      {why !== null && <p className="explained"><Icon name="lapsed" /> {why} {!isAskedAgain && aftermath?.lapse !== 'conditionOverdue' && t('gate.askAgain')}</p>}
      {isAskedAgain && aftermath !== null && <p className="explained"><Icon name="clock" /> {t('gate.askedAgain')}</p>}
      {verdict.kind === 'noGo' && <h4>{t('decision.reasonNoGo')}</h4>}
      <blockquote className="written">{decision.reason}</blockquote>
      <ConditionList decided={decided} mayDecide={mayDecide} onSettled={onSettled} onOutdated={onOutdated} />
      <p className="subtle">
        <Filled
          text={t(decision.guidelinesVersion === null ? 'gate.signedWithout' : 'gate.signed', { version: decision.guidelinesVersion ?? 0 })}
          values={{ person: decision.decidedBy.name, when: <time dateTime={decision.decidedAt}>{format.instant(decision.decidedAt)}</time> }}
        />
        {decision.validUntil !== null && <> {t('gate.validUntil', { date: format.date(decision.validUntil) })}</>}
        {decision.isOwnRequest && <> {t('gate.ownDecided')}</>}
      </p>
      <RequestFacts review={review} />
      {!isOpen && (
        <div>
          <button
            type="button"
            ref={opener}
            className="button button-link"
            aria-expanded={false}
            onClick={() => setOpen(true)}
            aria-label={`${t('record.open')}: ${nameOf(review.deliverable)}, ${format.instant(decision.decidedAt)}`}
          >
            {t('record.open')}
          </button>
        </div>
      )}
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <GateRecordView reviewId={review.id} onClose={close} />
        </Suspense>
      )}
    </li>
  );
}
