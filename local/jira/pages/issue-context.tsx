import type { FC } from 'hono/jsx';
import { statusStyle } from '../../forge/context-status';
import { FRAME_SANDBOX } from '../../forge/frame-description';
import type { Issue, Project } from '../model';
import type { IssueContextView } from './app-modules';
import { SectionMessage } from './parts';
import type { Site, Viewer } from './site';

interface IssueContextParts {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly issue: Issue;
  readonly project: Project;
}

/**
 * The app's collapsible panels, for the column under an issue's fields ("Jira issue context" of Forge). The shell's
 * script loads a screen when its panel is opened; the parts of the page that are taken afresh must not hold them.
 */
export const IssueContexts: FC<IssueContextParts> = ({ site, viewer, issue, project }) => (
  <>
    {site.modules.issueContexts(viewer.user).map((view) => (
      <IssueContext site={site} viewer={viewer} issue={issue} project={project} view={view} />
    ))}
  </>
);

const IssueContext: FC<IssueContextParts & { view: IssueContextView }> = ({ site, viewer, issue, project, view }) => {
  const type = site.store.workflows.issueType(issue.typeId);
  const place = {
    issue: { id: issue.id, key: issue.key, type: type?.name.en ?? '', typeId: issue.typeId },
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
    location: `${viewer.origin}/browse/${issue.key}`,
  };
  const frame = site.modules.frame('jira:issueContext', view.key, viewer.user, viewer.origin, place, null);
  if (frame === undefined) return null;
  const { status } = view;
  return (
    <details class="app-panel" data-issue-context={view.dynamic ? 'dynamic' : 'static'}>
      <summary style="display:flex;flex-wrap:wrap;gap:var(--ds-space-100);align-items:center;cursor:pointer">
        {view.icon === undefined ? null : <img class="app-icon" src={view.icon.startsWith('/') ? viewer.frameOrigin + view.icon : view.icon} alt="" width="20" height="20" />}
        <strong>{view.label}</strong>
        <span class="subtle">{view.title}</span>
        <span class="lozenge" data-context-status={JSON.stringify(status ?? null)} hidden={status === undefined} style={status === undefined ? '' : statusStyle(status)}>
          {status?.label ?? ''}
        </span>
      </summary>
      {site.screensBuilt() ? (
        <iframe class="app-frame" title={view.title} sandbox={FRAME_SANDBOX} data-src={viewer.frameOrigin + frame.src} data-frame={JSON.stringify(frame)} />
      ) : (
        <SectionMessage kind="warning" title={viewer.t('notBuilt')}>
          <p>{viewer.t('notBuiltHint')}</p>
        </SectionMessage>
      )}
    </details>
  );
};
