import '../gate.css';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { openReview } from '../../../src/contract/gate-operations';
import type { ReviewId } from '../../../src/domain/ids';
import { ErrorNote } from '../../shared/error-note';
import { useProjectCall } from '../../shared/project-call';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { Waiting } from '../../shared/waiting';
import { useGateScreen } from '../gate-screen';
import { EvidenceBoard } from '../evidence/evidence-board';
import { RequestFacts } from '../request-facts';
import { DecisionForm } from './decision-form';
import { emptyCondition, type TypedDecision } from './typed-decision';
import type { TypedMarks } from './typed-marks';

/** What was written in a review so far. */
export interface Written {
  readonly decision: TypedDecision;
  readonly marks: TypedMarks;
}

const nothingWritten = (): Written => ({ decision: { kind: null, reason: '', conditions: [emptyCondition()], validUntil: '' }, marks: {} });

interface ReviewProperties {
  readonly reviewId: ReviewId;
  /** Whether nothing above it says who asked and what they wrote. */
  readonly saysWhoAsked?: boolean;
  /** Kept by whoever opens the review, so that closing and opening it again loses nothing; null while nothing was written. */
  readonly written: Written | null;
  readonly onWrite: (written: Written) => void;
  readonly onDecided: () => void;
  /** Somebody decided or withdrew it meanwhile. */
  readonly onOvertaken: () => void;
  readonly onClose: () => void;
}

/** Evidence, checklist and decision of one request, in the order in which they are read. */
export function Review({ reviewId, saysWhoAsked = false, written, onWrite, onDecided, onOvertaken, onClose }: ReviewProperties): ReactNode {
  const { t, format, now } = useGateScreen();
  const call = useProjectCall();
  const ask = useCallback(() => call(openReview, { reviewId }), [call, reviewId]);
  const { asked, askAgain, replace } = useAnswer(ask);
  const { busy, error, run } = useAction();
  const [isFresh, setFresh] = useState(false);
  const [blank] = useState(nothingWritten);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  const gatherAgain = (): void => {
    setFresh(false);
    void run(ask, (opened) => {
      replace(opened);
      setFresh(true);
      heading.current?.focus();
    });
  };

  return (
    <div className="gate-review">
      <div className="card-head">
        <h3 ref={heading} tabIndex={-1}>{t('review.evidence')}</h3>
        <div className="actions">
          {asked.kind === 'given' && <button type="button" className="button button-link" disabled={busy} onClick={gatherAgain}>{t(busy ? 'review.gathering' : 'review.gatherAgain')}</button>}
          <button type="button" className="button button-link" onClick={onClose}>{t('review.close')}</button>
        </div>
      </div>
      {asked.kind === 'waiting' && <div><p className="small">{t('review.gathering')}</p><Waiting /></div>}
      {asked.kind === 'refused' && <ErrorNote error={asked.error} {...(asked.error.code === 'notWaiting' || asked.error.code === 'notFound' ? { onRetry: onOvertaken } : { onRetry: askAgain })} />}
      {error !== null && <ErrorNote error={error} onRetry={error.code === 'notWaiting' ? onOvertaken : gatherAgain} />}
      {asked.kind === 'given' && (
        <>
          {saysWhoAsked && <RequestFacts review={asked.data.review} />}
          {saysWhoAsked && asked.data.review.note !== '' && <blockquote className="written request-note">{asked.data.review.note}</blockquote>}
          <p className="small" role="status">
            {t('review.gatheredAt', { when: format.moment(asked.data.evidence.gatheredAt, now()) })}
            {isFresh && ` ${t('review.kept')}`}
          </p>
          <EvidenceBoard evidence={asked.data.evidence} />
          <DecisionForm opened={asked.data} written={written ?? blank} onWrite={onWrite} onDecided={onDecided} onOvertaken={onOvertaken} onGatherAgain={gatherAgain} onClose={onClose} />
        </>
      )}
    </div>
  );
}
