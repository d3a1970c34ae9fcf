import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Issue, Locale, LocalisedText, Principal, Project } from '../model';
import type { JiraStore } from '../store';
import { issueNotFound, JiraRefusal, projectNotFound } from './answers';

/** OAuth 2.0 scopes of the Jira REST API as each operation's page names them: the classic ones; for app data there are only granular ones, and for project properties ours are granular. */
export type Scope =
  | 'read:jira-work'
  | 'write:jira-work'
  | 'read:jira-user'
  | 'manage:jira-project'
  | 'manage:jira-configuration'
  | 'read:app-data:jira'
  | 'write:app-data:jira'
  | 'read:project.property:jira'
  | 'write:project.property:jira'
  | 'delete:project.property:jira';

export interface Caller {
  readonly principal: Principal;
  readonly locale: Locale;
}

export interface JiraEnvironment { Variables: { caller: Caller; scopes: readonly string[] | undefined } }
export type JiraContext = Context<JiraEnvironment>;

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/**
 * Finds out who asks. The app comes with `x-forge-*` headers and the shared secret; a browser comes with the site's
 * `local-user` cookie. Anonymous access, which a real site may allow, is off here.
 */
export function authenticate(store: JiraStore, appSecret: string): MiddlewareHandler<JiraEnvironment> {
  const refuse = (context: JiraContext): Response =>
    context.json({ message: 'Client must be authenticated to access this resource.', 'status-code': 401 }, 401);
  return async (context, next) => {
    const secret = context.req.header('x-forge-secret');
    if (secret === undefined) {
      const user = store.people.find(getCookie(context, 'local-user') ?? '');
      if (!user?.active) return refuse(context);
      context.set('caller', { principal: { kind: 'user', accountId: user.accountId }, locale: user.locale });
      context.set('scopes', undefined);
      return next();
    }
    if (!sameSecret(secret, appSecret)) return refuse(context);
    context.set('scopes', (context.req.header('x-forge-scopes') ?? '').split(' ').filter((scope) => scope !== ''));
    const as = context.req.header('x-forge-as');
    if (as === 'app') {
      context.set('caller', { principal: { kind: 'app' }, locale: 'en_US' });
      return next();
    }
    const user = as === 'user' ? store.people.find(context.req.header('x-forge-account') ?? '') : undefined;
    if (!user?.active) return refuse(context);
    context.set('caller', { principal: { kind: 'user', accountId: user.accountId }, locale: user.locale });
    return next();
  };
}

/** Every route names the scopes of which an app's request needs one; a browser's request needs none. */
export function needs(...any: readonly [Scope, ...Scope[]]): MiddlewareHandler<JiraEnvironment> {
  return async (context, next) => {
    const scopes = context.get('scopes');
    if (scopes !== undefined && !any.some((scope) => scopes.includes(scope))) {
      return context.json({ code: 401, message: 'Unauthorized; scope does not match' }, 401);
    }
    return next();
  };
}

export function inLocale(text: LocalisedText, locale: Locale): string {
  return locale === 'pl_PL' ? text.pl : text.en;
}

/** @throws JiraRefusal 404 when there is no such issue or the caller may not browse it. */
export function visibleIssue(store: JiraStore, idOrKey: string, principal: Principal): Issue {
  const issue = store.issues.find(idOrKey);
  if (issue === undefined || !store.permissions.has(principal, 'BROWSE_PROJECTS', issue.projectId)) throw issueNotFound();
  if (store.projects.find(issue.projectId)?.state !== 'live') throw issueNotFound();
  return issue;
}

/** @throws JiraRefusal 404 when there is no such project or the caller may not browse it. */
export function visibleProject(store: JiraStore, idOrKey: string, principal: Principal): Project {
  const project = store.projects.find(idOrKey);
  if (project === undefined || !store.permissions.has(principal, 'BROWSE_PROJECTS', project.id)) throw projectNotFound(idOrKey);
  return project;
}

/** @throws JiraRefusal 403 with the message. */
export function requirePermission(store: JiraStore, principal: Principal, key: string, projectId: string | undefined, message: string): void {
  if (!store.permissions.has(principal, key, projectId)) throw new JiraRefusal(403, [message]);
}
