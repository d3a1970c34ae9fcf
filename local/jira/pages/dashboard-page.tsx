import { Hono } from 'hono';
import { renderPage } from './layout';
import { AppFrame } from './parts';
import type { Site, SiteEnvironment } from './site';

/** The one dashboard of the local site; in Jira there are many, and their owners choose what stands on them. */
const dashboardId = '10000';

/** `/dashboard`: every gadget of the app, as it would stand on a dashboard of Jira. */
export function dashboardPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.get('/dashboard', (context) => {
    const viewer = context.get('viewer');
    const { t, user, origin } = viewer;
    const gadgets = site.modules.screens('jira:dashboardGadget', user).flatMap((screen, place) => {
      const frame = site.modules.frame('jira:dashboardGadget', screen.key, user, origin, { gadget: { id: String(10_100 + place) }, dashboard: { id: dashboardId }, entryPoint: 'view' }, null);
      return frame === undefined ? [] : [{ screen, frame }];
    });
    return renderPage(
      context,
      site,
      { title: t('dashboard'), current: '/dashboard' },
      <div class="wide">
        <h1>{t('dashboard')}</h1>
        {gadgets.length === 0 ? <p class="subtle">{t('noGadgets')}</p> : null}
        {gadgets.map(({ screen, frame }) => (
          <section class="gadget" aria-labelledby={`gadget-${screen.key}`}>
            <h2 id={`gadget-${screen.key}`}>{screen.title}</h2>
            <AppFrame description={frame} title={screen.title} height={site.modules.viewportHeight(screen.key)} site={site} viewer={viewer} />
          </section>
        ))}
      </div>,
    );
  });
  return app;
}
