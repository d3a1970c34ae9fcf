import { lazy, Suspense, useState, type ReactNode } from 'react';
import { withdrawProjectReview } from '../../../src/contract/gate-operations';
import { nameOf } from '../../../src/domain/deliverable';
import type { GateReview } from '../../../src/domain/gate';
import { DeliverableName } from '../../gate/deliverable-name';
import { RequestFacts } from '../../gate/request-facts';
import type { Written } from '../../gate/review/review';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Lozenge } from '../../shared/lozenge';
import { useAction } from '../../shared/use-action';
import { useLaterFocus } from '../../shared/use-later-focus';
import { Waiting } from '../../shared/waiting';
import { useProjectScreen } from '../project-screen';

const Review = lazy(async () => ({ default: (await import('../../gate/review/review')).Review }));

interface WaitingReviewProperties {
  readonly review: GateReview;
  readonly mayDecide: boolean;
  readonly ownRequestAllowed: boolean;
  /** What was written in its review so far; null when nothing was. */
  readonly written: Written | null;
  readonly onWrite: (written: Written) => void;
  readonly onDecided: () => void;
  readonly onWithdrawn: () => void;
  /** Somebody decided or withdrew it meanwhile. */
  readonly onOvertaken: () => void;
}

/** A request that waits: to whom, by when, who asked; and the review of it, which opens in place. */
export function WaitingReview({ review, mayDecide, ownRequestAllowed, written, onWrite, onDecided, onWithdrawn, onOvertaken }: WaitingReviewProperties): ReactNode {
  const { t, accountId } = useProjectScreen();
  const [isOpen, setOpen] = useState(false);
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();
  const withdrawal = useAction();
  const isOwn = review.requestedBy.accountId === accountId;
  // A review that the reader cannot decide would end at a closed door.
  const isDecidable = !isOwn || ownRequestAllowed;
  const name = nameOf(review.deliverable);

  const close = (): void => {
    focusOpener();
    setOpen(false);
  };
  const withdraw = (): void => void withdrawal.run(() => call(withdrawProjectReview, { reviewId: review.id }), onWithdrawn);

  return (
    <li className="card">
      <div className="card-head">
        <h3><DeliverableName deliverable={review.deliverable} /></h3>
        <DueDate review={review} />
      </div>
      <RequestFacts review={review} />
      {review.note !== '' && <blockquote className="written request-note">{review.note}</blockquote>}
      {mayDecide && !isDecidable && <p className="subtle">{t('gate.own')}</p>}
      {withdrawal.error !== null && <ErrorNote error={withdrawal.error} onRetry={withdrawal.error.code === 'notWaiting' || withdrawal.error.code === 'notFound' ? onOvertaken : withdraw} />}
      {!isOpen && (mayDecide || isOwn) && (
        <div className="actions">
          {mayDecide && isDecidable && (
            <button type="button" ref={opener} className="button button-primary" aria-expanded={false} onClick={() => setOpen(true)} aria-label={t('review.openOf', { issue: name })}>
              {t(written === null ? 'review.open' : 'review.continue')}
            </button>
          )}
          {isOwn && <button type="button" className="button" disabled={withdrawal.busy} onClick={withdraw} aria-label={t('gate.withdrawOf', { issue: name })}>{t(withdrawal.busy ? 'gate.withdrawing' : 'gate.withdraw')}</button>}
        </div>
      )}
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <Review reviewId={review.id} written={written} onWrite={onWrite} onDecided={onDecided} onOvertaken={onOvertaken} onClose={close} />
        </Suspense>
      )}
    </li>
  );
}

function DueDate({ review }: { readonly review: GateReview }): ReactNode {
  const { t, format, now } = useProjectScreen();
  if (review.dueOn === null) return null;
  const today = format.today(now());
  const values = { date: format.shortDate(review.dueOn, today), distance: format.distance(review.dueOn, today) };
  if (review.dueOn < today) return <Lozenge tone="danger" icon="warning">{t('gate.overdue', values)}</Lozenge>;
  return <Lozenge tone="neutral" icon="clock">{t('gate.due', values)}</Lozenge>;
}
