import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Context } from 'hono';
import type { Locale, ThemePreference, User } from '../model';
import type { PeopleStore } from '../people-store';
import { field, type SiteEnvironment } from './site';

const COOKIE = 'local-user';
const THEMES: readonly ThemePreference[] = ['light', 'dark', 'auto'];
const LOCALES: readonly Locale[] = ['pl_PL', 'en_US'];

/** The person the browser's cookie names; undefined without one, or when that person is gone. */
export function sessionUser(context: Context, people: PeopleStore): User | undefined {
  const user = people.find(getCookie(context, COOKIE) ?? '');
  return user?.active === true ? user : undefined;
}

export function startSession(context: Context, user: User): void {
  setCookie(context, COOKIE, user.accountId, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 365 * 24 * 60 * 60 });
}

/** The forms of the account menu: another person, theme, language. The last two belong to the person and are kept with them. */
export function sessionRoutes(people: PeopleStore): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  app.post('/session/user', async (context) => {
    const form = await context.req.parseBody();
    const user = people.find(field(form, 'accountId'));
    if (user?.active !== true) return context.text('No such person', 400);
    startSession(context, user);
    return context.redirect(ownPath(form['returnTo']), 303);
  });
  app.post('/session/theme', async (context) => {
    const form = await context.req.parseBody();
    const theme = THEMES.find((known) => known === form['theme']);
    if (theme === undefined) return context.text('No such theme', 400);
    people.setTheme(context.get('viewer').user.accountId, theme);
    return context.redirect(backOf(context), 303);
  });
  app.post('/session/locale', async (context) => {
    const form = await context.req.parseBody();
    const locale = LOCALES.find((known) => known === form['locale']);
    if (locale === undefined) return context.text('No such language', 400);
    people.setLocale(context.get('viewer').user.accountId, locale);
    return context.redirect(backOf(context), 303);
  });
  return app;
}

/** A path on this site only, so that a form cannot send the browser elsewhere. */
function ownPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])/u.test(value) ? value : '/';
}

function backOf(context: Context): string {
  const referer = context.req.header('referer');
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const from = new URL(referer);
  return from.origin === new URL(context.req.url).origin ? ownPath(from.pathname + from.search) : '/';
}
