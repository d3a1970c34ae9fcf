import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Issue, Page } from '../model';
import { JqlForm } from './jql-form';
import { renderPage } from './layout';
import { localised, Person, Priority, StatusLozenge, TypeIcon } from './parts';
import { projectFor, type Site, type SiteEnvironment, type Viewer } from './site';

const PAGE_SIZE = 25;

/** `/projects/KEY/issues?text=&status=&startAt=`: a project's issues, newest first. */
export function issuesPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/projects/:key', (context) => context.redirect(`/projects/${encodeURIComponent(context.req.param('key'))}/issues`));
  app.get('/projects/:key/issues', (context) => {
    const viewer = context.get('viewer');
    const { t, language } = viewer;
    const project = projectFor(site, viewer, context.req.param('key'));
    const text = context.req.query('text') ?? '';
    const statusId = context.req.query('status') ?? '';
    const startAt = wholeNumber(context.req.query('startAt'));
    const issues = site.store.issues.ofProject(project.id, { startAt, maxResults: PAGE_SIZE }, { text, ...(statusId === '' ? {} : { statusId }) });
    const base = `/projects/${project.key}/issues`;
    const at = (start: number): string => `${base}?${new URLSearchParams({ text, status: statusId, startAt: String(start) }).toString()}`;
    return renderPage(
      context,
      site,
      { title: `${t('issues')}: ${project.name}`, project, current: base },
      <>
        <h1>{t('issues')}</h1>
        <JqlForm viewer={viewer} jql={`project = ${project.key} ORDER BY created DESC`} />
        <form class="filter" method="get" action={base} role="search">
          <input type="search" name="text" value={text} placeholder={t('filterText')} aria-label={t('filterText')} />
          <select name="status" aria-label={t('status')} data-submit>
            <option value="">{t('allStatuses')}</option>
            {site.store.workflows.statuses().map((status) => (
              <option value={status.id} selected={status.id === statusId}>
                {localised(status.name, language)}
              </option>
            ))}
          </select>
          <button class="button">{t('filter')}</button>
          {text === '' && statusId === '' ? null : <a href={base}>{t('clearFilter')}</a>}
          <a href={`/projects/${project.key}/bulk`}>{t('bulkChange')}</a>
        </form>
        {issues.values.length === 0 ? <p class="empty">{t('noIssues')}</p> : <IssueTable site={site} viewer={viewer} issues={issues.values} />}
        <Paging page={issues} viewer={viewer} at={at} />
      </>,
    );
  });
  return app;
}

export const IssueTable: FC<{ site: Site; viewer: Viewer; issues: readonly Issue[] }> = ({ site, viewer, issues }) => {
  const { t, language } = viewer;
  const types = new Map(site.store.workflows.issueTypes().map((type) => [type.id, type]));
  const statuses = new Map(site.store.workflows.statuses().map((status) => [status.id, status]));
  return (
    <table class="table issue-table">
      <thead>
        <tr>
          <th scope="col" class="cell-icon">
            <span class="only-read">{t('type')}</span>
          </th>
          <th scope="col" class="cell-key narrow-away">
            {t('key')}
          </th>
          <th scope="col">{t('summary')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col" class="narrow-away">
            {t('assignee')}
          </th>
          <th scope="col" class="cell-icon narrow-away">
            <span class="only-read">{t('priority')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => {
          const type = types.get(issue.typeId);
          const status = statuses.get(issue.statusId);
          return (
            <tr>
              <td class="cell-icon">{type === undefined ? null : <TypeIcon type={type} language={language} />}</td>
              <td class="cell-key narrow-away">
                <a href={`/browse/${issue.key}`}>{issue.key}</a>
              </td>
              <td class="cell-summary">
                <span class="narrow-only subtle small">{issue.key}</span>
                <a href={`/browse/${issue.key}`}>{issue.summary}</a>
              </td>
              <td>{status === undefined ? null : <StatusLozenge status={status} language={language} />}</td>
              <td class="narrow-away">
                <Person user={issue.assignee === null ? undefined : site.store.people.find(issue.assignee)} fallback={t('unassigned')} />
              </td>
              <td class="cell-icon narrow-away">
                <Priority priority={issue.priority} language={language} bare />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

export const Paging: FC<{ page: Page<unknown>; viewer: Viewer; at: (start: number) => string }> = ({ page, viewer, at }) => {
  const { t } = viewer;
  if (page.total <= page.maxResults) return null;
  const end = page.startAt + page.values.length;
  return (
    <nav class="paging" aria-label={t('paging')}>
      <span>{t('range', { from: page.startAt + 1, to: end, total: page.total })}</span>
      {page.startAt > 0 ? (
        <a class="button" href={at(Math.max(0, page.startAt - page.maxResults))}>
          {t('previous')}
        </a>
      ) : null}
      {end < page.total ? (
        <a class="button" href={at(end)}>
          {t('next')}
        </a>
      ) : null}
    </nav>
  );
};

function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : 0;
}
