import { Hono } from 'hono';
import type { Transition } from '../model';
import { renderPage } from './layout';
import { localised, SectionMessage, StatusLozenge } from './parts';
import { changeOverRest, field, projectFor, type Site, type SiteContext, type SiteEnvironment } from './site';

/** More than these are for the REST API. */
const mostShown = 100;

/** `/projects/KEY/bulk`: one transition for several issues, each through its own rules. */
export function bulkPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/projects/:key/bulk', (context) => show(context, undefined));
  app.post('/projects/:key/bulk', async (context) => {
    const viewer = context.get('viewer');
    const form = await context.req.parseBody({ all: true });
    const chosen = [form['issue'] ?? []].flat().map(String);
    const inputs = [{ selectedIssueIdsOrKeys: chosen, transitionId: field(form, 'transition') }];
    const why = await changeOverRest(site, viewer, '/rest/api/3/bulk/issues/transition', { bulkTransitionInputs: inputs });
    return show(context, why ?? 'done');
  });
  return app;

  function show(context: SiteContext, outcome: string | undefined): Response | Promise<Response> {
    const viewer = context.get('viewer');
    const { t, language } = viewer;
    const project = projectFor(site, viewer, context.req.param('key') ?? '');
    const path = `/projects/${project.key}/bulk`;
    const issues = site.store.issues.ofProject(project.id, { startAt: 0, maxResults: mostShown }).values;
    const transitions: readonly Transition[] = site.store.workflows.find(project.workflowId)?.transitions ?? [];
    const task = outcome === 'done' ? site.store.bulkTasks.newest(viewer.user.accountId) : undefined;
    const keyOf = (id: string): string => site.store.issues.find(id)?.key ?? id;
    return renderPage(
      context,
      site,
      { title: `${t('bulkChange')}: ${project.name}`, project, current: `/projects/${project.key}/issues` },
      <>
        <h1>{t('bulkChange')}</h1>
        {outcome === undefined || outcome === 'done' ? null : <SectionMessage kind="error" title={t('notSaved')}><p>{outcome}</p></SectionMessage>}
        {task === undefined ? null : (
          <SectionMessage kind={Object.keys(task.outcome.failed).length === 0 ? 'success' : 'warning'} title={t('bulkDone', { done: task.outcome.processed.length, failed: Object.keys(task.outcome.failed).length })}>
            <ul>
              {Object.entries(task.outcome.failed).map(([id, why]) => (
                <li>
                  {keyOf(id)}: {why.join(' ')}
                </li>
              ))}
            </ul>
          </SectionMessage>
        )}
        <form class="stack" method="post" action={path}>
          <div class="filter">
            <select name="transition" aria-label={t('transition')}>
              {transitions.map(({ id, name }) => (
                <option value={id}>{localised(name, language)}</option>
              ))}
            </select>
            <button class="button">{t('bulkTransition')}</button>
          </div>
          <ul class="link-list">
            {issues.map((issue) => (
              <li>
                <label>
                  <input type="checkbox" name="issue" value={issue.key} /> {issue.key} {issue.summary} <StatusLozenge status={site.store.workflows.status(issue.statusId)} language={language} />
                </label>
              </li>
            ))}
          </ul>
        </form>
      </>,
    );
  }
}
