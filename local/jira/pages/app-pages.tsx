import { Hono } from 'hono';
import type { Project } from '../model';
import type { AppScreen, ScreenType } from './app-modules';
import { renderPage } from './layout';
import { AppFrame } from './parts';
import { PageRefusal, projectFor, requireAdministrator, type Site, type SiteContext, type SiteEnvironment } from './site';

/** The app's own pages: a project page and a global page with their routes, and the administrators' page. */
export function appPages(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();

  /** Jira opens a module with pages at the first of them. @returns undefined where the address names one already. */
  const firstPage = (context: SiteContext, screen: AppScreen, base: string): Response | undefined => {
    const path = pathOf(context);
    const [first] = screen.pages;
    return first !== undefined && (path === base || path === `${base}/`) ? context.redirect(`${base}/${first.route}`) : undefined;
  };
  const currentPage = (context: SiteContext, screen: AppScreen, base: string): string => {
    const path = pathOf(context);
    return screen.pages.map(({ route }) => `${base}/${route}`).find((page) => path === page || path.startsWith(`${page}/`)) ?? base;
  };

  const projectPage = (context: SiteContext): Response | Promise<Response> => {
    const viewer = context.get('viewer');
    const project = projectFor(site, viewer, context.req.param('key') ?? '');
    const screen = screenFor(site, context, 'jira:projectPage');
    const base = `/projects/${project.key}/apps/${screen.key}`;
    const elsewhere = firstPage(context, screen, base);
    if (elsewhere !== undefined) return elsewhere;
    const place = {
      project: { id: project.id, key: project.key, type: project.projectTypeKey },
      location: `${viewer.origin}${pathOf(context)}`,
    };
    return show(context, 'jira:projectPage', screen, place, base, currentPage(context, screen, base), project);
  };
  app.get('/projects/:key/apps/:module', projectPage);
  app.get('/projects/:key/apps/:module/*', projectPage);

  const globalPage = (context: SiteContext): Response | Promise<Response> => {
    const screen = screenFor(site, context, 'jira:globalPage');
    const base = `/apps/${screen.key}`;
    const place = { location: `${context.get('viewer').origin}${pathOf(context)}` };
    return firstPage(context, screen, base) ?? show(context, 'jira:globalPage', screen, place, base, currentPage(context, screen, base), undefined);
  };
  app.get('/apps/:module', globalPage);
  app.get('/apps/:module/*', globalPage);

  const adminPage = (context: SiteContext): Response | Promise<Response> => {
    const viewer = context.get('viewer');
    requireAdministrator(viewer);
    const screen = screenFor(site, context, 'jira:adminPage');
    const base = `/settings/apps/${screen.key}`;
    return show(context, 'jira:adminPage', screen, { location: `${viewer.origin}${base}` }, base, base, undefined);
  };
  app.get('/settings/apps/:module', adminPage);
  app.get('/settings/apps/:module/*', adminPage);
  return app;

  function show(context: SiteContext, type: ScreenType, screen: AppScreen, place: Readonly<Record<string, unknown>>, base: string, current: string, project: Project | undefined): Response | Promise<Response> {
    const viewer = context.get('viewer');
    const frame = site.modules.frame(type, screen.key, viewer.user, viewer.origin, place, base);
    if (frame === undefined) throw new PageRefusal(404);
    return renderPage(
      context,
      site,
      { title: project === undefined ? screen.title : `${screen.title}: ${project.name}`, current, ...(project === undefined ? {} : { project }) },
      <div class={project === undefined ? 'wide' : ''}>
        <h1>{screen.title}</h1>
        <AppFrame description={frame} title={screen.title} height={site.modules.viewportHeight(screen.key)} site={site} viewer={viewer} />
      </div>,
    );
  }
}

const pathOf = (context: SiteContext): string => decodeURI(new URL(context.req.url).pathname);

function screenFor(site: Site, context: SiteContext, type: ScreenType): AppScreen {
  const screen = site.modules.screens(type, context.get('viewer').user).find(({ key }) => key === context.req.param('module'));
  if (screen === undefined) throw new PageRefusal(404);
  return screen;
}
