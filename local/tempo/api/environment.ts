import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Clock } from '../../clock';
import type { ApiToken, PlanItemName } from '../model';
import type { TempoStore } from '../store/tempo-store';
import type { Webhooks } from '../webhooks/webhooks';

/** What Tempo knows of the Jira site beside it. */
export interface JiraItems {
  /** The projects, in the order to show them. */
  projects(): readonly PlanItemName[];
  /** Undefined when Jira has no such project. */
  projectName(id: string): string | undefined;
  /** Undefined when Jira has no such issue. */
  issueName(id: string): string | undefined;
  /** The issue of that key, with its project; undefined when Jira has no such issue. */
  findIssue?(key: string): { readonly id: string; readonly projectId: string } | undefined;
  /** Ids of a project's issues; none when Jira has no such project. */
  issuesOf?(projectId: string): readonly string[];
}

export interface Surroundings {
  readonly store: TempoStore;
  readonly webhooks: Webhooks;
  readonly jira: JiraItems;
  readonly clock: Clock;
}

export interface ApiEnvironment {
  readonly Bindings: HttpBindings;
  readonly Variables: { token: ApiToken };
}

/** The address the caller used: the public host where a proxy in front says so, otherwise this server's own. */
export function publicUrl(context: Context): URL {
  const url = new URL(context.req.url);
  const host = context.req.header('x-forwarded-host');
  if (host === undefined) return url;
  return new URL(`https://${host}${url.pathname}${url.search}`);
}

/** The full address of a resource of the API. */
export function resourceUrl(context: Context, path: string): string {
  return `${publicUrl(context).origin}${path}`;
}
