import { useState, type ReactNode } from 'react';
import type { AnswerError } from '../../src/contract/answer';
import { withdrawReview } from '../../src/contract/gate';
import type { GateReview } from '../../src/domain/gate';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Filled } from '../shared/filled';
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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  const isOwn = review.requestedBy.accountId === accountId;
  const today = format.today(now());

  const withdraw = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await call(withdrawReview, { reviewId: review.id });
    setBusy(false);
    if (answer.ok) onWithdrawn(answer.data);
    else setError(answer.error);
  };

  return (
    <div className="stack">
      <p>
        <Filled
          text={isOwn ? t('gate.yourRequest') : t('gate.asked')}
          values={{ person: review.requestedBy.name, when: format.instant(review.requestedAt) }}
        />
        {review.dueOn !== null && ` ${t('gate.dueOn', { date: format.date(review.dueOn), distance: format.distance(review.dueOn, today) })}`}
      </p>
      {review.note !== '' && <blockquote className="quote written">{review.note}</blockquote>}
      {error !== null && <ErrorNote error={error} onRetry={error.code === 'notWaiting' ? onOutdated : () => void withdraw()} />}
      {isOwn && (
        <div>
          <button type="button" className="button" disabled={busy} onClick={() => void withdraw()}>
            {busy ? t('gate.withdrawing') : t('gate.withdraw')}
          </button>
        </div>
      )}
    </div>
  );
}
