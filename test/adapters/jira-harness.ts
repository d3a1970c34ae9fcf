import { people, startTestSite, type Person, type TestSite } from '../../local/jira/test-site';
import { createBulletins } from '../../src/adapters/jira/bulletins';
import { createFilters } from '../../src/adapters/jira/filters';
import { createJira } from '../../src/adapters/jira/jira';
import { createKickoffIssues } from '../../src/adapters/jira/kickoff-issues';
import { createWorkflows } from '../../src/adapters/jira/workflows';
import { createHttp, type Fetch, type Http } from '../../src/adapters/http/http';

export const scopes = 'read:jira-work write:jira-work read:jira-user manage:jira-configuration read:app-data:jira write:app-data:jira write:project.property:jira delete:project.property:jira';

/** Where requests go, and with whose rights: as Forge's `asUser` and `asApp` send them. */
export type Send = (as: Person | 'app') => Fetch;

/** The app's Jira with its real HTTP; a short patience, for a stand-in that does not answer. */
export function jiraOver(send: Send, person: Person = 'piotr', pauses: number[] = []) {
  const http = (as: Person | 'app'): Http =>
    createHttp({ system: 'jira', fetch: send(as), timeoutMs: 300, attempts: 3, random: () => 0.5, pause: async (milliseconds) => void pauses.push(milliseconds) });
  const client = { user: http(person), app: http('app') };
  return { tracker: createJira(client), bulletins: createBulletins(client), workflows: createWorkflows(client), filters: createFilters(client), kickoffs: createKickoffIssues(client) };
}

export interface JiraHarness extends ReturnType<typeof jiraOver> {
  readonly site: TestSite;
  /** "METHOD path" of each request, with its query. */
  readonly requests: string[];
  readonly pauses: number[];
  as(person: Person): ReturnType<typeof jiraOver>;
}

/** The app's Jira against the stand-in. */
export async function startHarness(): Promise<JiraHarness> {
  const site = await startTestSite();
  const requests: string[] = [];
  const pauses: number[] = [];
  const send: Send = (as) => (path, { method, headers, body, signal }) => {
    requests.push(`${method} ${decodeURIComponent(path).replace('/rest/api/3', '')}`);
    return site.fromApp(path, { method, headers, signal, redirect: 'manual', scopes, ...(body === undefined ? {} : { body }), ...(as === 'app' ? {} : { person: as }) });
  };
  return { site, requests, pauses, as: (person) => jiraOver(send, person, pauses), ...jiraOver(send, 'piotr', pauses) };
}

export { people };
