import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { readRecord } from '../../../../src/contract/gate-operations';
import type { ReviewId } from '../../../../src/domain/ids';
import { call } from '../../../shared/client';
import { useAnswer } from '../../../shared/use-answer';
import { Asking } from '../../../page/asking';
import { useProjectScreen } from '../../project-screen';
import { PrintSheet, usePrinting } from '../../../page/print-sheet';
import { RecordSheet } from './record-sheet';

interface RecordViewProperties {
  readonly reviewId: ReviewId;
  readonly onClose: () => void;
}

/** A decision with the evidence that it was made on, to read here and to print for the client's acceptance protocol. */
export function RecordView({ reviewId, onClose }: RecordViewProperties): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain } = useAnswer(useCallback(() => call(readRecord, { reviewId }), [reviewId]));
  const [printsInternals, setPrintsInternals] = useState(false);
  const { isPrinting, print, printed } = usePrinting();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="gate-review">
      <div className="card-head">
        <h3 ref={heading} tabIndex={-1}>{t('record.title')}</h3>
        <button type="button" className="button button-link" onClick={onClose}>{t('review.close')}</button>
      </div>
      <Asking asked={asked} onRetry={askAgain}>
        {(record) => (
          <>
            <div className="print-choice">
              <button type="button" className="button" onClick={print}>{t('record.print')}</button>
              <label htmlFor={id}>
                <input id={id} type="checkbox" checked={printsInternals} onChange={(event) => setPrintsInternals(event.target.checked)} /> {t('record.internals')}
              </label>
            </div>
            <RecordSheet record={record} isPaper={false} showsInternals />
            {isPrinting && (
              <PrintSheet onPrinted={printed}>
                <RecordSheet record={record} isPaper showsInternals={printsInternals} />
              </PrintSheet>
            )}
          </>
        )}
      </Asking>
    </div>
  );
}
