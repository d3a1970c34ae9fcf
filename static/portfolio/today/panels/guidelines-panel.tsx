import { useCallback, type ReactNode } from 'react';
import { readGuidelines } from '../../../../src/contract/guidelines';
import { Asking } from '../../../page/asking';
import { OwnTexts } from '../../../page/own-texts';
import { Editor } from '../../../project/editor/editor';
import { projectTexts } from '../../../project/project-screen';
import { useProjectCall } from '../../../shared/project-call';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { NotYours, Overtaken, Panel, type PanelProperties } from './panel';

/** The first guidelines of a project, written where they are missed; what is typed is kept as a draft. */
export function GuidelinesPanel({ onSettled, onCancel }: Omit<PanelProperties, 'item'>): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const { asked, askAgain } = useAnswer(useCallback(() => call(readGuidelines, {}), [call]));
  return (
    <Panel title={t('today.kind.guidelinesMissing')} onCancel={onCancel}>
      <OwnTexts texts={projectTexts}>
        <Asking asked={asked} onRetry={askAgain}>
          {({ current, deals, maySet }) => {
            if (current !== null) return <Overtaken onSettled={onSettled} />;
            if (!maySet) return <NotYours />;
            return <Editor deals={deals} currentVersion={null} onClose={(published) => (published === null ? onCancel() : onSettled('done'))} />;
          }}
        </Asking>
      </OwnTexts>
    </Panel>
  );
}
