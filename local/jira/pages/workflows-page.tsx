import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Transition, Workflow } from '../model';
import { renderPage } from './layout';
import { localised, SectionMessage, StatusLozenge } from './parts';
import { field, PageRefusal, requireAdministrator, type Site, type SiteEnvironment, type Viewer } from './site';

/** `/settings/workflows`: an administrator attaches the app's validators to transitions, and takes them off. */
export function workflowsPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();

  app.get('/settings/workflows', (context) => {
    const viewer = context.get('viewer');
    requireAdministrator(viewer);
    const { t } = viewer;
    return renderPage(
      context,
      site,
      { title: t('workflows') },
      <div class="wide">
        <h1>{t('workflows')}</h1>
        <p class="lead">{t('workflowsLead')}</p>
        {context.req.query('saved') === undefined ? null : <SectionMessage kind="success" title={t('saved')} />}
        {site.store.workflows.all().map((workflow) => (
          <WorkflowForm site={site} viewer={viewer} workflow={workflow} />
        ))}
      </div>,
    );
  });

  app.post('/settings/workflows', async (context) => {
    const viewer = context.get('viewer');
    requireAdministrator(viewer);
    const form = await context.req.parseBody({ all: true });
    const workflow = site.store.workflows.find(field(form, 'workflow'));
    if (workflow === undefined) throw new PageRefusal(404);
    const wanted = new Set([form['validator'] ?? []].flat().map(String));
    const own = site.modules.validators(viewer.user).map(({ key }) => key);
    for (const transition of workflow.transitions) {
      // Rules of modules the app no longer has stay as they are: Jira keeps them too.
      const kept = transition.validators.filter(({ moduleKey }) => !own.includes(moduleKey) || wanted.has(`${transition.id} ${moduleKey}`));
      const added = own
        .filter((key) => wanted.has(`${transition.id} ${key}`) && !kept.some(({ moduleKey }) => moduleKey === key))
        .map((moduleKey) => ({ moduleKey, configuration: {} }));
      site.store.workflows.setValidators(workflow.id, transition.id, [...kept, ...added]);
    }
    return context.redirect('/settings/workflows?saved=1', 303);
  });

  return app;
}

const WorkflowForm: FC<{ site: Site; viewer: Viewer; workflow: Workflow }> = ({ site, viewer, workflow }) => {
  const { t } = viewer;
  const validators = site.modules.validators(viewer.user);
  return (
    <form method="post" action="/settings/workflows">
      <h2>{workflow.name}</h2>
      <input type="hidden" name="workflow" value={workflow.id} />
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('transition')}</th>
              <th scope="col" class="narrow-away">
                {t('fromTo')}
              </th>
              {validators.map(({ title }) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {workflow.transitions.map((transition) => (
              <tr>
                <th scope="row">{localised(transition.name, viewer.language)}</th>
                <td class="narrow-away">
                  <FromTo site={site} viewer={viewer} transition={transition} />
                </td>
                {validators.map(({ key, title }) => (
                  <td>
                    <input
                      type="checkbox"
                      name="validator"
                      value={`${transition.id} ${key}`}
                      checked={transition.validators.some(({ moduleKey }) => moduleKey === key)}
                      aria-label={`${title}: ${localised(transition.name, viewer.language)}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button class="button button-primary">{t('save')}</button>
    </form>
  );
};

const FromTo: FC<{ site: Site; viewer: Viewer; transition: Transition }> = ({ site, viewer, transition }) => (
  <span class="from-to">
    {transition.from.map((id) => (
      <StatusLozenge status={site.store.workflows.status(id)} language={viewer.language} />
    ))}
    <span aria-hidden="true">→</span>
    <StatusLozenge status={site.store.workflows.status(transition.to)} language={viewer.language} />
  </span>
);
