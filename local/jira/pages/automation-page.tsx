import { Hono } from 'hono';
import type { TransitionOutcome } from '../workflow';
import { renderPage } from './layout';
import { localised, SectionMessage } from './parts';
import { field, requireAdministrator, type Site, type SiteContext, type SiteEnvironment } from './site';

/** `/settings/automation`: lets a rule of Jira's automation transition an issue, as an administrator tries one out. */
export function automationPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/settings/automation', (context) => show(context, undefined, ''));
  app.post('/settings/automation', async (context) => {
    requireAdministrator(context.get('viewer'));
    const form = await context.req.parseBody();
    const key = field(form, 'issue').trim();
    const issue = site.store.issues.find(key);
    const outcome = issue === undefined ? ({ kind: 'unavailable' } as const) : await site.workflow.execute(issue, field(form, 'transition'), { kind: 'automation' });
    return show(context, outcome, key);
  });
  return app;

  function show(context: SiteContext, outcome: TransitionOutcome | undefined, key: string): Response | Promise<Response> {
    const viewer = context.get('viewer');
    requireAdministrator(viewer);
    const { t, language } = viewer;
    return renderPage(
      context,
      site,
      { title: t('automation') },
      <>
        <h1>{t('automation')}</h1>
        <p class="lead">{t('automationLead')}</p>
        {outcome === undefined ? null : (
          <SectionMessage kind={outcome.kind === 'moved' ? 'success' : 'error'} title={outcome.kind === 'moved' ? t('automationDone', { key }) : t('refused')}>
            {outcome.kind === 'refused' ? <p class="keep-lines">{outcome.message}</p> : null}
            {outcome.kind === 'unavailable' || outcome.kind === 'forbidden' ? <p>{t('automationUnavailable')}</p> : null}
          </SectionMessage>
        )}
        <form class="filter" method="post" action="/settings/automation">
          <input name="issue" required value={key} placeholder={t('key')} aria-label={t('key')} />
          <select name="transition" aria-label={t('transition')}>
            {site.store.workflows.all().flatMap((workflow) =>
              workflow.transitions.map(({ id, name }) => (
                <option value={id}>
                  {workflow.name}: {localised(name, language)}
                </option>
              )),
            )}
          </select>
          <button class="button">{t('automationRun')}</button>
        </form>
      </>,
    );
  }
}
