import { useState, type ReactNode } from 'react';
import { reviewAgain } from '../../../../src/contract/gate-operations';
import type { ReviewId } from '../../../../src/domain/ids';
import { gateTexts } from '../../../gate/gate-screen';
import { Review, type Written } from '../../../gate/review/review';
import { OwnTexts } from '../../../page/own-texts';
import { ErrorNote } from '../../../shared/error-note';
import { useProjectCall } from '../../../shared/project-call';
import { useAction } from '../../../shared/use-action';
import { useTodayScreen } from '../today-screen';
import { Overtaken, Panel, type PanelProperties } from './panel';

interface AgainPanelProperties extends Omit<PanelProperties, 'item'> {
  /** Of the review whose go lapsed. */
  readonly reviewId: ReviewId;
  readonly written: Written | null;
  readonly onWrite: (written: Written) => void;
}

/** A go that lapsed, taken up once more by whoever decides and reviewed at once. */
export function AgainPanel({ reviewId, written, onWrite, onSettled, onCancel }: AgainPanelProperties): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const [taken, take] = useState<ReviewId | null>(null);
  if (taken !== null) {
    return (
      <OwnTexts texts={gateTexts}>
        <Review reviewId={taken} saysWhoAsked written={written} onWrite={onWrite} onDecided={() => onSettled('done')} onOvertaken={() => onSettled('overtaken')} onClose={() => onSettled('takenUp')} />
      </OwnTexts>
    );
  }
  const begin = (): void => void run(() => call(reviewAgain, { reviewId }), (again) => take(again.reviewId));
  return (
    <Panel title={t('today.panel.again')} onCancel={onCancel}>
      {error?.code === 'conflict' ? <Overtaken onSettled={onSettled} /> : (
        <>
          <p>{t('today.again.body')}</p>
          {error !== null && <ErrorNote error={error} onRetry={begin} />}
          <div className="actions"><button type="button" className="button button-primary" disabled={busy} onClick={begin}>{t('today.again.begin')}</button></div>
        </>
      )}
    </Panel>
  );
}
