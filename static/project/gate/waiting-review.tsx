import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { GateReview } from '../../../src/domain/gate';
import { Filled } from '../../shared/filled';
import { Lozenge } from '../../shared/lozenge';
import { Waiting } from '../../shared/waiting';
import { useProjectScreen } from '../project-screen';
import { IssueLink } from './issue-link';

const DecisionForm = lazy(async () => ({ default: (await import('./decision-form')).DecisionForm }));

interface WaitingReviewProperties {
  readonly review: GateReview;
  readonly mayDecide: boolean;
  readonly guidelinesVersion: number | null;
  readonly onDecided: (issueKey: string) => void;
  /** Somebody decided or withdrew it meanwhile. */
  readonly onOvertaken: () => void;
}

export function WaitingReview({ review, mayDecide, guidelinesVersion, onDecided, onOvertaken }: WaitingReviewProperties): ReactNode {
  const { t, accountId } = useProjectScreen();
  const [deciding, setDeciding] = useState(false);
  const isOwn = review.requestedBy.accountId === accountId;

  return (
    <li className="card">
      <div className="card-head">
        <h3><IssueLink deliverable={review.deliverable} /></h3>
        <DueDate review={review} />
      </div>
      <AskedBy review={review} />
      {review.note !== '' && <blockquote className="written">{review.note}</blockquote>}
      {mayDecide && isOwn && <p className="subtle">{t('gate.own')}</p>}
      {mayDecide && !isOwn && !deciding && (
        <div><button type="button" className="button button-primary" onClick={() => setDeciding(true)} aria-label={t('gate.decideIssue', { issue: review.deliverable.issueKey })}>{t('gate.decide')}</button></div>
      )}
      {deciding && (
        <Suspense fallback={<Waiting />}>
          <DecisionForm
            review={review}
            guidelinesVersion={guidelinesVersion}
            onDecided={() => onDecided(review.deliverable.issueKey)}
            onOvertaken={onOvertaken}
            onCancel={() => setDeciding(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

export function AskedBy({ review }: { readonly review: GateReview }): ReactNode {
  const { t, format, now } = useProjectScreen();
  return (
    <p className="subtle">
      <Filled
        text={t('gate.askedBy')}
        values={{
          person: review.requestedBy.name,
          when: <time dateTime={review.requestedAt} title={format.instant(review.requestedAt)}>{format.relative(review.requestedAt, now())}</time>,
        }}
      />
    </p>
  );
}

function DueDate({ review }: { readonly review: GateReview }): ReactNode {
  const { t, format, now } = useProjectScreen();
  if (review.dueOn === null) return null;
  const today = format.today(now());
  const date = format.shortDate(review.dueOn, today);
  if (review.dueOn < today) return <Lozenge tone="danger" icon="warning">{t('gate.overdue', { date })}</Lozenge>;
  return <Lozenge tone="neutral" icon="clock">{t('gate.due', { date })}</Lozenge>;
}
