import './panel.css';
import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import type { Answer } from '../../src/contract/answer';
import type { PanelView } from '../../src/contract/panel';
import { ErrorNote } from '../shared/error-note';
import { Note } from '../shared/note';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { Acknowledgement } from './acknowledgement';
import { Deals } from './deals';
import { Gate } from './gate';
import { Glance } from './glance';
import { ProposeChange } from './propose-change';
import { usePanel } from './use-panel';
import { Who } from './who';

interface PanelProperties {
  /** Reads what the panel shows; the same function at every rendering. */
  readonly ask: () => Promise<Answer<PanelView>>;
}

/** The guidelines and the delivery gate beside the work on an issue. */
export function Panel({ ask }: PanelProperties): ReactNode {
  const { asked, askAgain, replace } = useAnswer(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  const view = asked.data;
  return (
    <main className="panel">
      {view.guidelines === null ? (
        <NoGuidelines />
      ) : (
        <>
          <Acknowledgement
            version={view.guidelines.version}
            acknowledged={view.acknowledged}
            changes={view.changes}
            deals={view.deals}
            onAcknowledged={replace}
            onOutdated={askAgain}
          />
          <Glance guidelines={view.guidelines} />
        </>
      )}
      <div className="aside">
        <Gate
          gate={view.gate}
          onChanged={(gate) => replace({ ...view, gate })}
          onOutdated={askAgain}
        />
        <Deals deals={view.deals} />
        {view.deals.length > 0 && <Who />}
        {view.guidelines !== null && <ProposeChange />}
      </div>
    </main>
  );
}

function NoGuidelines(): ReactNode {
  const { t, project } = usePanel();
  const open = (): void => {
    if (project !== null) void router.navigate({ target: 'module', moduleKey: 'project', projectKey: project.key });
  };
  return (
    <Note kind="information" title={t('none.title')} {...(project === null ? {} : { action: { label: t('open.guidelines'), onAction: open } })}>
      {t('none.body')}
    </Note>
  );
}
