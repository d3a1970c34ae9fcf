import type { ReactNode } from 'react';
import { withdrawReview } from '../../src/contract/gate-operations';
import type { GateReview } from '../../src/domain/gate';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Filled } from '../shared/filled';
import { useAction } from '../shared/use-action';
import type { GateView } from './gate';
import { usePanel } from './use-panel';

interface WaitingReviewProperties {
  readonly review: GateReview;
  readonly onWithdrawn: (gate: GateView) => void;
  readonly onOutdated: () => void;
}

/** A request that the account manager has not decided yet; whoever made it can take it back. */
export function WaitingReview({ review, onWithdrawn, onOutdated }: WaitingReviewProperties): ReactNode {
  const { t, format, accountId, now } = usePanel();
  const { busy, error, run } = useAction();
  const isOwn = review.requestedBy.accountId === accountId;
  const today = format.today(now());

  const withdraw = (): void => void run(() => call(withdrawReview, { reviewId: review.id }), onWithdrawn);

  return (
    <div className="stack">
      <p>
        <Filled
          text={isOwn ? t('gate.yourRequest') : t('gate.asked')}
          values={{ person: review.requestedBy.name, when: format.instant(review.requestedAt) }}
        />
        {review.recipient !== '' && <> <Filled text={t('gate.recipient')} values={{ recipient: review.recipient }} /></>}
        {review.dueOn !== null && ` ${t('gate.dueOn', { date: format.date(review.dueOn), distance: format.distance(review.dueOn, today) })}`}
      </p>
      {review.note !== '' && <blockquote className="quote written">{review.note}</blockquote>}
      {error !== null && <ErrorNote error={error} onRetry={error.code === 'notWaiting' ? onOutdated : withdraw} />}
      {isOwn && (
        <div>
          <button type="button" className="button" disabled={busy} onClick={withdraw}>
            {busy ? t('gate.withdrawing') : t('gate.withdraw')}
          </button>
        </div>
      )}
    </div>
  );
}
