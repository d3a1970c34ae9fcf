import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { IssueSearch } from '../issue-search';
import type { Principal, Project, User } from '../model';
import type { JiraStore } from '../store';
import type { IssueWorkflow } from '../workflow';
import type { AppModules } from './app-modules';
import { translator, languageOf, type Language, type Translate } from './texts';

export interface SiteLinks {
  readonly salesforceUrl: string;
  readonly tempoUrl: string;
}

/** What every page of the site works with. */
export interface Site {
  readonly store: JiraStore;
  readonly modules: AppModules;
  /** Jira's REST API; pages change things through it, so that they pass the same checks as everyone. */
  readonly rest: { fetch(request: Request): Response | Promise<Response> };
  readonly links: SiteLinks;
  /** What can be done with an issue now, and doing it where the REST API has no door. */
  readonly workflow: Pick<IssueWorkflow, 'available' | 'execute'>;
  /** Finds issues by JQL. */
  readonly search: Pick<IssueSearch, 'condition'>;
  /** Whether the app's screens were built. */
  screensBuilt(): boolean;
}

/** The person a page is made for. */
export interface Viewer {
  readonly user: User;
  readonly principal: Principal;
  readonly language: Language;
  readonly t: Translate;
  readonly administrator: boolean;
  /** The shell's origin, such as http://localhost:3000. */
  readonly origin: string;
  /** The frames' origin. */
  readonly frameOrigin: string;
}

export interface SiteEnvironment {
  Variables: { viewer: Viewer };
}
export type SiteContext = Context<SiteEnvironment>;

export function viewerOf(store: JiraStore, user: User, origin: string, frameOrigin: string): Viewer {
  const principal: Principal = { kind: 'user', accountId: user.accountId };
  const language = languageOf(user.locale);
  return {
    user,
    principal,
    language,
    t: translator(language),
    administrator: store.permissions.has(principal, 'ADMINISTER'),
    origin,
    frameOrigin,
  };
}

/** A page that cannot be shown; the site answers with an error page of its own. */
export class PageRefusal extends Error {
  constructor(readonly status: 403 | 404) {
    super(String(status));
    this.name = 'PageRefusal';
  }
}

/** @throws PageRefusal when there is no such project or the viewer may not browse it. */
export function projectFor(site: Site, viewer: Viewer, key: string): Project {
  const project = site.store.projects.find(key);
  if (project === undefined || !site.store.permissions.has(viewer.principal, 'BROWSE_PROJECTS', project.id)) throw new PageRefusal(404);
  return project;
}

/** @throws PageRefusal 403 unless the viewer administers the site. */
export function requireAdministrator(viewer: Viewer): void {
  if (!viewer.administrator) throw new PageRefusal(403);
}

/** Whether the viewer may change the project's settings. */
export function administers(site: Site, viewer: Viewer, project: Project): boolean {
  return viewer.administrator || site.store.permissions.has(viewer.principal, 'ADMINISTER_PROJECTS', project.id);
}

/**
 * Asks the REST API as the viewer.
 * @returns undefined when it was done, otherwise Jira's words for why not.
 */
export async function changeOverRest(site: Site, viewer: Viewer, path: string, body: unknown, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): Promise<string | undefined> {
  const answer = await site.rest.fetch(
    new Request(`${viewer.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: `local-user=${encodeURIComponent(viewer.user.accountId)}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  if (answer.ok) return undefined;
  return refusalText(await answer.text()) ?? `HTTP ${answer.status}`;
}

const errorCollection = z.object({ errorMessages: z.optional(z.array(z.string())), errors: z.optional(z.record(z.string(), z.string())) });

function refusalText(text: string): string | undefined {
  try {
    const { errorMessages = [], errors = {} } = z.parse(errorCollection, JSON.parse(text));
    const words = [...errorMessages, ...Object.values(errors)].join(' ');
    return words === '' ? undefined : words;
  } catch {
    return undefined;
  }
}

/** One text field of a sent form; empty when it is missing, is a file or came more than once. */
export function field(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}
