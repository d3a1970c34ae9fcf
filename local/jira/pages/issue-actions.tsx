import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Issue, Project } from '../model';
import { localised } from './parts';
import { changeOverRest, field, PageRefusal, projectFor, type Site, type SiteContext, type SiteEnvironment, type Viewer } from './site';

/** What is seldom done with an issue: linking, moving, deleting. */
export const IssueActions: FC<{ site: Site; viewer: Viewer; issue: Issue; project: Project }> = ({ site, viewer, issue, project }) => {
  const { t } = viewer;
  const may = (permission: string): boolean => site.store.permissions.has(viewer.principal, permission, issue.projectId);
  if (!['LINK_ISSUES', 'MOVE_ISSUES', 'DELETE_ISSUES'].some(may)) return null;
  return (
    <details class="issue-actions">
      <summary class="history-summary">{t('moreActions')}</summary>
      {may('LINK_ISSUES') ? <LinkForm viewer={viewer} issue={issue} /> : null}
      {may('MOVE_ISSUES') ? <MoveForm site={site} viewer={viewer} issue={issue} project={project} /> : null}
      {may('DELETE_ISSUES') ? (
        <form method="post" action={`/browse/${issue.key}/delete`}>
          <button class="button button-danger">{t('deleteIssue')}</button>
        </form>
      ) : null}
    </details>
  );
};

const LinkForm: FC<{ viewer: Viewer; issue: Issue }> = ({ viewer, issue }) => {
  const { t } = viewer;
  return (
    <form class="stack" method="post" action={`/browse/${issue.key}/link`}>
      <strong>{t('linkIssue')}</strong>
      <select name="direction" aria-label={t('linkedIssues')}>
        <option value="isBlockedBy">{t('isBlockedBy')}</option>
        <option value="blocks">{t('blocks')}</option>
      </select>
      <input name="other" required placeholder={t('key')} aria-label={t('key')} />
      <button class="button">{t('linkIssue')}</button>
    </form>
  );
};

const MoveForm: FC<{ site: Site; viewer: Viewer; issue: Issue; project: Project }> = ({ site, viewer, issue, project }) => {
  const { t, language } = viewer;
  const types = site.store.workflows.issueTypes().filter(({ subtask }) => !subtask);
  return (
    <form class="stack" method="post" action={`/browse/${issue.key}/move`}>
      <strong>{t('moveIssue')}</strong>
      <select name="project" aria-label={t('projects')}>
        {site.store.projects.visibleTo(viewer.principal).map(({ key, name }) => (
          <option value={key} selected={key === project.key}>
            {name}
          </option>
        ))}
      </select>
      <select name="type" aria-label={t('type')}>
        {types.map(({ id, name }) => (
          <option value={id} selected={id === issue.typeId}>
            {localised(name, language)}
          </option>
        ))}
      </select>
      <select name="status" aria-label={t('status')}>
        {site.store.workflows.statuses().map(({ id, name }) => (
          <option value={id} selected={id === issue.statusId}>
            {localised(name, language)}
          </option>
        ))}
      </select>
      <p class="small subtle">{t('moveHint')}</p>
      <button class="button">{t('moveIssue')}</button>
    </form>
  );
};

/** Where those forms are sent; each goes through the REST API, and a refusal is told on the issue's page. */
export function issueActionRoutes(site: Site, refused: (context: SiteContext, issue: Issue, project: Project, why: string) => Response | Promise<Response>): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  const on = (action: string, act: (viewer: Viewer, issue: Issue, form: Readonly<Record<string, unknown>>) => Promise<string | undefined>, next: (issue: Issue) => string): void => {
    app.post(`/browse/:key/${action}`, async (context) => {
      const viewer = context.get('viewer');
      const issue = site.store.issues.find(context.req.param('key'));
      if (issue === undefined) throw new PageRefusal(404);
      const project = projectFor(site, viewer, issue.projectId);
      const why = await act(viewer, issue, await context.req.parseBody());
      return why === undefined ? context.redirect(next(issue), 303) : refused(context, issue, project, why);
    });
  };
  const back = ({ id }: Issue): string => `/browse/${site.store.issues.find(id)?.key ?? ''}`;

  on('link', (viewer, issue, form) => {
    const other = field(form, 'other').trim();
    const isBlocked = field(form, 'direction') === 'isBlockedBy';
    const [inwardIssue, outwardIssue] = isBlocked ? [{ key: other }, { key: issue.key }] : [{ key: issue.key }, { key: other }];
    return changeOverRest(site, viewer, '/rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue, outwardIssue });
  }, back);
  on('unlink', (viewer, _issue, form) => changeOverRest(site, viewer, `/rest/api/3/issueLink/${encodeURIComponent(field(form, 'link'))}`, undefined, 'DELETE'), back);
  on('delete', (viewer, issue) => changeOverRest(site, viewer, `/rest/api/3/issue/${issue.key}?deleteSubtasks=true`, undefined, 'DELETE'), ({ projectId }) => `/projects/${site.store.projects.find(projectId)?.key ?? ''}/issues`);
  on('move', async (viewer, issue, form) => {
    const targetStatus = [{ statuses: { [field(form, 'status')]: [issue.statusId] } }];
    const targetToSourcesMapping = { [`${field(form, 'project')},${field(form, 'type')}`]: { issueIdsOrKeys: [issue.key], targetStatus } };
    const why = await changeOverRest(site, viewer, '/rest/api/3/bulk/issues/move', { targetToSourcesMapping });
    return why ?? lastFailure(site, viewer, issue);
  }, back);
  return app;
}

/** A bulk operation is always taken; what became of the issue stands in its task. */
function lastFailure(site: Site, viewer: Viewer, issue: Issue): string | undefined {
  return site.store.bulkTasks.newest(viewer.user.accountId)?.outcome.failed[issue.id]?.[0];
}
