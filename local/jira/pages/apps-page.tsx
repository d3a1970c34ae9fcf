import { Hono } from 'hono';
import type { FunctionHost } from '../../forge/function-host';
import { renderPage } from './layout';
import { SectionMessage } from './parts';
import { field, PageRefusal, requireAdministrator, type Site, type SiteEnvironment } from './site';

/** `/settings/apps`: an administrator takes the app away and brings it back, as Jira's "Manage apps" does. */
export function appsPage(site: Site, installation: FunctionHost['installation']): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();

  app.get('/settings/apps', (context) => {
    const viewer = context.get('viewer');
    requireAdministrator(viewer);
    const { t } = viewer;
    const installed = installation.isInstalled();
    const rules = site.store.workflows.all().reduce((sum, { id }) => sum + site.store.workflows.rules.of(id).length, 0);
    return renderPage(
      context,
      site,
      { title: t('installedApps'), current: '/settings/apps' },
      <div class="settings">
        <h1>{t('installedApps')}</h1>
        <h2>{site.modules.appId}</h2>
        <p>{t(installed ? 'appInstalled' : 'appUninstalled')}</p>
        {rules === 0 ? null : <SectionMessage kind="warning" title={t(installed ? 'rulesWouldRefuse' : 'rulesRefuse', { count: rules })} />}
        <form class="setting" method="post" action="/settings/apps">
          <input type="hidden" name="action" value={installed ? 'uninstall' : 'install'} />
          <p class="subtle">{t(installed ? 'uninstallHint' : 'installHint')}</p>
          <button class={`button ${installed ? 'button-danger' : 'button-primary'}`}>{t(installed ? 'uninstallApp' : 'installApp')}</button>
        </form>
      </div>,
    );
  });

  app.post('/settings/apps', async (context) => {
    requireAdministrator(context.get('viewer'));
    switch (field(await context.req.parseBody(), 'action')) {
      case 'uninstall':
        await installation.uninstall();
        break;
      case 'install':
        installation.install();
        break;
      default:
        throw new PageRefusal(404);
    }
    return context.redirect('/settings/apps', 303);
  });

  return app;
}
