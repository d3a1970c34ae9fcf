import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { THEME_ATTRIBUTE } from '../../forge/frame-description';
import type { Project } from '../model';
import { AppIcon, Avatar, localised } from './parts';
import { administers, type Site, type SiteContext, type Viewer } from './site';
import { localeTag } from './texts';

export interface PageOptions {
  readonly title: string;
  readonly project?: Project;
  /** Path of the sidebar link that stands for this page. */
  readonly current?: string;
  readonly status?: 200 | 400 | 403 | 404 | 409 | 500 | 501;
}

/** Answers with a whole page of the site around the given content. */
export function renderPage(context: SiteContext, site: Site, options: PageOptions, content: Child): Response | Promise<Response> {
  const viewer = context.get('viewer');
  const page = (
    <Document site={site} viewer={viewer} options={options} path={new URL(context.req.url).pathname}>
      {content}
    </Document>
  );
  return context.html(html`<!doctype html>${page}`, options.status ?? 200);
}

const Document: FC<{ site: Site; viewer: Viewer; options: PageOptions; path: string; children?: Child }> = ({ site, viewer, options, path, children }) => {
  const { t, user } = viewer;
  return (
    <html lang={viewer.language} data-theme={THEME_ATTRIBUTE} data-theme-choice={user.theme} data-color-mode={user.theme === 'dark' ? 'dark' : 'light'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${options.title} – ${t('siteName')}`}</title>
        <link rel="icon" href="/_site/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/_site/theme.css" />
        <link rel="stylesheet" href="/_site/site.css" />
        <script src="/_site/shell.js"></script>
      </head>
      <body data-close-label={t('close')} data-modal-label={t('dialog')}>
        <a class="skip-link" href="#content">
          {t('skipToContent')}
        </a>
        <TopBar site={site} viewer={viewer} path={path} inProject={options.project !== undefined} />
        <div class={options.project === undefined ? 'page' : 'page page-with-sidebar'}>
          {options.project === undefined ? null : <Sidebar site={site} viewer={viewer} project={options.project} current={options.current ?? ''} />}
          <main id="content" tabindex={-1}>
            {children}
          </main>
        </div>
      </body>
    </html>
  );
};

const TopBar: FC<{ site: Site; viewer: Viewer; path: string; inProject: boolean }> = ({ site, viewer, path, inProject }) => {
  const { t } = viewer;
  const projects = site.store.projects.visibleTo(viewer.principal);
  return (
    <header class="top-bar">
      {inProject ? (
        <button class="icon-button sidebar-button" type="button" data-toggle-sidebar aria-expanded="false" aria-controls="sidebar" aria-label={t('menu')}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4h12M2 8h12M2 12h12" />
          </svg>
        </button>
      ) : null}
      <a class="brand" href="/">
        <img src="/_site/icon.svg" alt="" width="24" height="24" />
        <span>{t('siteName')}</span>
        <span class="local-mark">{t('localMark')}</span>
      </a>
      <nav class="top-links" aria-label={t('menu')}>
        <details class="menu">
          <summary>{t('projects')}</summary>
          <div class="menu-panel">
            {projects.slice(0, 12).map((project) => (
              <a class="menu-item" href={`/projects/${project.key}/issues`}>
                <ProjectMark project={project} />
                <span class="grow">{project.name}</span>
                <span class="subtle">{project.key}</span>
              </a>
            ))}
            <a class="menu-item menu-item-apart" href="/">
              {t('projects')}
            </a>
          </div>
        </details>
        {placesOf(site, viewer).map(({ href, text }) => (
          <a href={href}>{text}</a>
        ))}
      </nav>
      <AccountMenu site={site} viewer={viewer} path={path} />
    </header>
  );
};

/** The places of the whole site; a narrow screen shows them in the account menu. */
function placesOf(site: Site, { t, user, administrator }: Viewer): { href: string; text: string }[] {
  const settings = administrator ? site.modules.screens('jira:adminPage', user).map(({ key }) => ({ href: `/settings/apps/${key}`, text: t('appSettings') })) : [];
  const workflows = administrator ? [{ href: '/settings/workflows', text: t('workflows') }, { href: '/settings/automation', text: t('automation') }, { href: '/settings/apps', text: t('apps') }] : [];
  const pages = site.modules.screens('jira:globalPage', user).map(({ key, title }) => ({ href: `/apps/${key}`, text: title }));
  const dashboard = site.modules.screens('jira:dashboardGadget', user).length === 0 ? [] : [{ href: '/dashboard', text: t('dashboard') }];
  return [...pages, ...dashboard, { href: '/settings/people', text: t('people') }, ...workflows, ...settings, { href: '/help', text: t('help') }];
}

const AccountMenu: FC<{ site: Site; viewer: Viewer; path: string }> = ({ site, viewer, path }) => {
  const { t, user, language } = viewer;
  const people = site.store.people.all().filter(({ active }) => active);
  return (
    <details class="menu account-menu">
      <summary aria-label={t('account', { name: user.displayName })}>
        <Avatar user={user} size="medium" />
      </summary>
      <div class="menu-panel menu-panel-right">
        <p class="menu-head">
          <strong>{user.displayName}</strong>
          <span class="subtle">{localised(user.jobTitle, language)}</span>
        </p>
        <div class="narrow-only menu-places">
          {placesOf(site, viewer).map(({ href, text }) => (
            <a class="menu-item" href={href}>
              {text}
            </a>
          ))}
        </div>
        <form class="choice" method="post" action="/session/theme" data-theme>
          <span class="choice-name" id="theme-name">
            {t('theme')}
          </span>
          <span class="choice-buttons" role="group" aria-labelledby="theme-name">
            {(['light', 'dark', 'auto'] as const).map((theme) => (
              <button name="theme" value={theme} aria-pressed={String(user.theme === theme)}>
                {t(theme === 'light' ? 'themeLight' : theme === 'dark' ? 'themeDark' : 'themeAuto')}
              </button>
            ))}
          </span>
        </form>
        <form class="choice" method="post" action="/session/locale">
          <span class="choice-name" id="language-name">
            {t('language')}
          </span>
          <span class="choice-buttons" role="group" aria-labelledby="language-name">
            {(['pl_PL', 'en_US'] as const).map((locale) => (
              <button name="locale" value={locale} lang={localeTag(locale)} aria-pressed={String(user.locale === locale)}>
                {locale === 'pl_PL' ? 'Polski' : 'English'}
              </button>
            ))}
          </span>
        </form>
        <p class="menu-title" id="people-name">
          {t('switchPerson')}
        </p>
        <form method="post" action="/session/user" role="group" aria-labelledby="people-name">
          <input type="hidden" name="returnTo" value={path} />
          {people.map((person) => (
            <button class="menu-item" name="accountId" value={person.accountId} aria-current={person.accountId === user.accountId ? 'true' : undefined}>
              <Avatar user={person} />
              <span class="grow">
                {person.displayName}
                <span class="subtle block">{localised(person.jobTitle, language)}</span>
              </span>
              {person.accountId === user.accountId ? <span aria-hidden="true">✓</span> : null}
            </button>
          ))}
        </form>
      </div>
    </details>
  );
};

export const ProjectMark: FC<{ project: Project }> = ({ project }) => (
  <span class={`project-mark project-mark-${Number(project.id) % 6}`} aria-hidden="true">
    {project.key.slice(0, 1)}
  </span>
);

const Sidebar: FC<{ site: Site; viewer: Viewer; project: Project; current: string }> = ({ site, viewer, project, current }) => {
  const { t, user } = viewer;
  const base = `/projects/${project.key}`;
  const link = (path: string, text: string, appRoute = false): Child => (
    <a class="sidebar-link" href={path} aria-current={current === path ? 'page' : undefined} {...(appRoute ? { 'data-app-route': true } : {})}>
      {text}
    </a>
  );
  return (
    <nav class="sidebar" id="sidebar" aria-label={t('projectSidebar')}>
      <p class="sidebar-project">
        <ProjectMark project={project} />
        <span>
          <strong>{project.name}</strong>
          <span class="subtle block">{project.key}</span>
        </span>
      </p>
      {link(`${base}/issues`, t('issues'))}
      {link(`${base}/releases`, t('releases'))}
      <p class="sidebar-title">{t('apps')}</p>
      {site.modules.screens('jira:projectPage', user).map((screen) => (
        <div class="sidebar-app">
          <p class="sidebar-app-name">
            <AppIcon screen={screen} viewer={viewer} />
            {screen.title}
          </p>
          {screen.pages.length === 0 ? link(`${base}/apps/${screen.key}`, screen.title) : screen.pages.map((page) => link(`${base}/apps/${screen.key}/${page.route}`, page.title, true))}
        </div>
      ))}
      {administers(site, viewer, project) ? (
        <>
          <p class="sidebar-title">{t('settings')}</p>
          {link(`${base}/settings`, t('projectSettings'))}
          {project.style === 'classic' && !viewer.administrator ? null : link(`${base}/settings/workflow`, t('workflow'))}
        </>
      ) : null}
    </nav>
  );
};
