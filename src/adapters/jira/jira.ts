import { asApp, asUser, assumeTrustedRoute } from '@forge/api';
import * as z from 'zod/mini';
import { isAccountId, isIssueId, isProjectId, type AccountId, type IssueId, type ProjectId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import type { TrackedIssue, Tracker } from '../../ports/tracker';
import { createHttp, type Http, type HttpAnswer } from '../http/http';
import { parseAnswer } from '../http/parse-answer';
import { permissionKey } from './permission-keys';

/**
 * Jira Cloud platform REST API v3 (developer.atlassian.com/cloud/jira/platform/rest/v3), the few calls that Opiekun makes.
 * As the caller wherever somebody called, so that Jira's own permissions decide; as the app only in jobs.
 */
export function createJira(surroundings: { readonly random: () => number; readonly pause: (milliseconds: number) => Promise<void> }): Tracker {
  const options = { system: 'jira', timeoutMs: 10_000, attempts: 3, ...surroundings } as const;
  const user = createHttp({ ...options, fetch: (path, init) => asUser().requestJira(assumeTrustedRoute(path), init) });
  const app = createHttp({ ...options, fetch: (path, init) => asApp().requestJira(assumeTrustedRoute(path), init) });

  const holds = async (permission: string, projectId?: ProjectId): Promise<boolean> => {
    const query = new URLSearchParams({ permissions: permission, ...(projectId === undefined ? {} : { projectId }) });
    const answer = await get(user, `/rest/api/3/mypermissions?${query}`);
    // Jira answers 404 for a project that the caller may not see, or that is gone.
    if (answer.status === 404) return false;
    const { permissions } = read(permissionsAnswer(), answer);
    return permissions[permission]?.havePermission ?? false;
  };

  const issue = async (http: Http, idOrKey: string): Promise<TrackedIssue | undefined> => {
    const answer = await get(http, `/rest/api/3/issue/${idOrKey}?fields=summary,project`);
    if (answer.status === 404) return undefined;
    const { id, key, fields } = read(issueAnswer(), answer);
    return { id, key, summary: fields.summary, projectId: fields.project.id };
  };

  return {
    async me() {
      return personOf(read(userAnswer(), await get(user, '/rest/api/3/myself')));
    },
    mayBrowse: (projectId) => holds('BROWSE_PROJECTS', projectId),
    may: (permission, projectId) => holds(permissionKey(permission), projectId),
    isAdministrator: () => holds('ADMINISTER'),

    myIssue: (id) => issue(user, id),
    issueByKey: (key) => issue(app, encodeURIComponent(key)),

    async project(id) {
      const answer = await get(app, `/rest/api/3/project/${id}`);
      if (answer.status === 404) return undefined;
      const project = read(projectAnswer(), answer);
      return { id: project.id, key: project.key, name: project.name, isArchived: project.archived ?? false };
    },

    async people(ids) {
      const query = new URLSearchParams({ maxResults: '100' });
      for (const id of ids.slice(0, 100)) query.append('accountId', id);
      return read(peoplePage(), await get(user, `/rest/api/3/user/bulk?${query}`)).values.map(personOf);
    },

    async myFindPeople(projectId, text) {
      const query = new URLSearchParams({ project: projectId, query: text, maxResults: '20' });
      const answer = await get(user, `/rest/api/3/user/assignable/search?${query}`);
      return read(z.array(userAnswer()), answer).filter((one) => one.active).map(personOf);
    },
  };
}

const get = (http: Http, url: string): Promise<HttpAnswer> =>
  http.send({ method: 'GET', url, headers: { Accept: 'application/json' }, repeatable: true });

function read<Value>(schema: z.ZodMiniType<Value>, answer: HttpAnswer): Value {
  if (answer.status === 200) return parseAnswer('jira', schema, answer.text);
  throw new OutsideError('jira', failures[answer.status] ?? (answer.status >= 500 ? 'unavailable' : 'rejected'), `status ${answer.status}`);
}

const failures: Readonly<Record<number, OutsideFailure>> = { 401: 'unauthorised', 403: 'refused', 404: 'missing' };

const accountId = whenFirstUsed(() => z.custom<AccountId>((value) => typeof value === 'string' && isAccountId(value)));
const issueId = whenFirstUsed(() => z.custom<IssueId>((value) => typeof value === 'string' && isIssueId(value)));
const projectId = whenFirstUsed(() => z.custom<ProjectId>((value) => typeof value === 'string' && isProjectId(value)));

const userAnswer = whenFirstUsed(() => z.object({ accountId: accountId(), displayName: z.string(), active: z.boolean() }));
const peoplePage = whenFirstUsed(() => z.object({ values: z.array(userAnswer()) }));
const issueAnswer = whenFirstUsed(() => z.object({ id: issueId(), key: z.string(), fields: z.object({ summary: z.string(), project: z.object({ id: projectId() }) }) }));
const projectAnswer = whenFirstUsed(() => z.object({ id: projectId(), key: z.string(), name: z.string(), archived: z.optional(z.boolean()) }));
const permissionsAnswer = whenFirstUsed(() => z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) }));

const personOf = (answer: z.infer<ReturnType<typeof userAnswer>>): Person => ({ accountId: answer.accountId, name: answer.displayName.slice(0, 255) });
