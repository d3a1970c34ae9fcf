import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { createFrameCalls, type ScreenFunctions } from '../../forge/frame-calls';
import type { FunctionHost } from '../../forge/function-host';
import { frameSecret, FrameTokens } from '../../forge/frame-token';
import { createFrames, FRAME_HOST, SHELL_HOST } from '../../forge/frames';
import type { ForgeManifest } from '../../forge/manifest';
import { ModuleTexts } from '../../forge/translations';
import type { Clock } from '../../clock';
import type { JiraStore } from '../store';
import { actionsPage } from './actions-page';
import { AppModules } from './app-modules';
import { appPages } from './app-pages';
import { appsPage } from './apps-page';
import { dashboardPage } from './dashboard-page';
import { automationPage } from './automation-page';
import { bulkPage } from './bulk-page';
import { errorPage, notFoundPage } from './error-page';
import { helpPage } from './help-page';
import { issuePage } from './issue-page';
import { issuesPage } from './issues-page';
import { jqlSearchPage } from './jql-search-page';
import { peoplePage } from './people-page';
import { projectSettingsPage } from './project-settings-page';
import { projectsPage } from './projects-page';
import { releasesPage } from './releases-page';
import { sessionRoutes, sessionUser, startSession } from './session';
import { viewerOf, type Site, type SiteEnvironment, type SiteLinks } from './site';
import { versionPage } from './version-page';
import { workflowRulesPage } from './workflow-rules-page';
import { workflowsPage } from './workflows-page';

export interface ShellOptions {
  readonly jira: { readonly store: JiraStore; readonly rest: Site['rest']; readonly workflow: Site['workflow']; readonly search: Site['search'] };
  /** The function host: what the shell needs of it. */
  readonly host: ScreenFunctions & Pick<FunctionHost, 'installation' | 'runAction'> & { readonly manifest: ForgeManifest; readonly webtriggers: Hono };
  /** The manifest's folder. */
  readonly appDirectory: string;
  /** Where `bundleBrowser` put its files. */
  readonly browserDirectory: string;
  readonly links: SiteLinks;
  /** The secret by which Jira knows the app's requests; the REST API was made with the same. */
  readonly appSecret: string;
  /** Whom a browser without a session works as. */
  readonly defaultAccountId: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/**
 * Everything on the site's port, told apart by host: `localhost` is the site with its pages, REST API and web
 * triggers, `127.0.0.1` serves app screens and nothing else. Any other host is refused, so that no foreign
 * name can be pointed here.
 */
export function createShell(options: ShellOptions): Hono {
  const tokens = new FrameTokens(frameSecret(options.jira.store.settings), options.clock);
  const frames = createFrames({ manifest: options.host.manifest, appDirectory: options.appDirectory, browserDirectory: options.browserDirectory });
  const site = createSite(options, tokens);
  const app = new Hono();
  app.all('*', (context) => {
    switch (new URL(context.req.url).hostname) {
      case SHELL_HOST:
        return site.fetch(context.req.raw);
      case FRAME_HOST:
        return frames.fetch(context.req.raw);
      default:
        return context.text('This server answers to localhost only.', 421);
    }
  });
  return app;
}

function createSite(options: ShellOptions, tokens: FrameTokens): Hono<SiteEnvironment> {
  const { jira, host, appDirectory } = options;
  const texts = new ModuleTexts(host.manifest, appDirectory);
  const site: Site = {
    store: jira.store,
    modules: new AppModules(host.manifest, texts, tokens, () => host.installation.isInstalled()),
    workflow: jira.workflow,
    search: jira.search,
    rest: jira.rest,
    links: options.links,
    screensBuilt: () => [...host.manifest.resources.values()].every(({ path }) => existsSync(join(appDirectory, path))),
  };
  const app = new Hono<SiteEnvironment>();
  // Web triggers are called by other systems, which have neither session nor origin.
  app.route('/', host.webtriggers);
  app.use(refuseForeignWrites);
  app.all('/rest/*', (context) => jira.rest.fetch(context.req.raw));
  siteFiles(app, options.browserDirectory);
  app.route(
    '/',
    createFrameCalls({
      tokens,
      functions: host,
      sessionAccount: (context) => sessionUser(context, jira.store.people)?.accountId,
      rest: jira.rest,
      scopes: host.manifest.scopes,
      appSecret: options.appSecret,
    }),
  );
  app.use(async (context, next) => {
    const known = sessionUser(context, jira.store.people);
    const user = known ?? jira.store.people.find(options.defaultAccountId);
    if (user === undefined) return context.text('The site has no people yet.', 503);
    if (known === undefined) startSession(context, user);
    const port = new URL(context.req.url).port;
    const frameOrigin = `http://${FRAME_HOST}${port === '' ? '' : `:${port}`}`;
    context.set('viewer', viewerOf(jira.store, user, new URL(context.req.url).origin, frameOrigin));
    context.header('Content-Security-Policy', pagePolicy(frameOrigin));
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
    return next();
  });
  app.route('/', sessionRoutes(jira.store.people));
  // Before the app's own pages, which any other address under /apps names.
  app.route('/', actionsPage(site, host, texts));
  for (const page of [projectsPage, issuesPage, jqlSearchPage, issuePage, releasesPage, versionPage, bulkPage, automationPage, appPages, dashboardPage, projectSettingsPage, peoplePage, workflowsPage, helpPage]) app.route('/', page(site));
  app.route('/', workflowRulesPage(site));
  app.route('/', appsPage(site, host.installation));
  app.notFound((context) => notFoundPage(context, site));
  app.onError((error, context) => errorPage(context, site, error, options.log));
  return app;
}

/** A browser names the origin of every write; one from elsewhere would be someone else's page acting for the person. */
async function refuseForeignWrites(context: Context, next: () => Promise<void>): Promise<Response | undefined> {
  const origin = context.req.header('origin');
  const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (!reads && origin !== undefined && origin !== new URL(context.req.url).origin) return context.text('Refused: the request comes from another origin.', 403);
  await next();
  return undefined;
}

function pagePolicy(frameOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    `img-src 'self' data: ${frameOrigin}`,
    `frame-src ${frameOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function siteFiles(app: Hono<SiteEnvironment>, browserDirectory: string): void {
  const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
    'shell.js': [join(browserDirectory, 'shell.js'), 'text/javascript; charset=utf-8'],
    'theme.css': [join(browserDirectory, 'theme.css'), 'text/css; charset=utf-8'],
    'site.css': [join(__dirname, 'site.css'), 'text/css; charset=utf-8'],
    'icon.svg': [join(__dirname, 'icon.svg'), 'image/svg+xml'],
  };
  for (const [name, [path, type]] of Object.entries(files)) {
    app.get(`/_site/${name}`, (context) =>
      existsSync(path) ? context.body(new Uint8Array(readFileSync(path)), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }) : context.text(`${name} is not built. Run npm run build.`, 503),
    );
  }
}
