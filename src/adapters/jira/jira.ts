import * as z from 'zod/mini';
import type { AccountId, ProjectId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { AtWork, Tracker } from '../../ports/tracker';
import type { Http } from '../http/http';
import { accountId, issue as issueAnswer, issueId, projectId } from './answers';
import { get, read, send } from './client';
import { createDeliverables } from './deliverables';
import { isGlobal, permissionKey } from './permission-keys';

/**
 * Jira Cloud platform REST API v3 (developer.atlassian.com/cloud/jira/platform/rest/v3), the few calls that Opiekun makes.
 * As the caller wherever somebody called, so that Jira's own permissions decide; as the app only in jobs and rules.
 */
export function createJira(client: { readonly user: Http; readonly app: Http }): Tracker {
  const { user, app } = client;
  const heldOf = async (wanted: readonly string[], inProject?: ProjectId): Promise<ReadonlySet<string>> => {
    const query = new URLSearchParams({ permissions: wanted.join(','), ...(inProject === undefined ? {} : { projectId: inProject }) });
    const answer = await get(user, `/rest/api/3/mypermissions?${query}`);
    // Jira answers 404 for a project that the caller may not see, or that is gone.
    if (answer.status === 404) return new Set();
    const { permissions } = read(permissionsAnswer(), answer);
    return new Set(wanted.filter((permission) => permissions[permission]?.havePermission === true));
  };
  const holds = async (permission: string, inProject?: ProjectId): Promise<boolean> => (await heldOf([permission], inProject)).has(permission);

  return {
    ...createDeliverables(client),

    async me() {
      return personOf(read(userAnswer(), await get(user, '/rest/api/3/myself')));
    },
    mayBrowse: (id) => holds('BROWSE_PROJECTS', id),
    may: (permission, id) => holds(permissionKey(permission), id),
    async mayAny(permissions, id) {
      const held = await heldOf(['BROWSE_PROJECTS', ...permissions.map(permissionKey)], id);
      return held.has('BROWSE_PROJECTS') && held.size > 1;
    },
    isAdministrator: () => holds('ADMINISTER'),
    seesPortfolio: () => holds(permissionKey('seePortfolio')),

    async myIssue(id) {
      const answer = await get(user, `/rest/api/3/issue/${id}?fields=summary,project`);
      if (answer.status === 404) return undefined;
      const { id: found, key, fields } = read(issueAnswer(), answer);
      return { id: found, key, summary: fields.summary, projectId: fields.project.id };
    },

    async project(id) {
      const answer = await get(app, `/rest/api/3/project/${id}`);
      if (answer.status === 404) return undefined;
      const project = read(projectAnswer(), answer);
      return { id: project.id, key: project.key, name: project.name, isArchived: project.archived ?? false };
    },

    async people(ids) {
      const found: Person[] = [];
      // Asked for nobody, Jira refuses.
      for (let first = 0; first < ids.length; first += peopleAtOnce) {
        const query = new URLSearchParams({ maxResults: String(peopleAtOnce) });
        for (const id of ids.slice(first, first + peopleAtOnce)) query.append('accountId', id);
        found.push(...read(peoplePage(), await get(user, `/rest/api/3/user/bulk?${query}`)).values.map(personOf));
      }
      return found;
    },

    async projectsWithAny(permissions, ids) {
      const everywhere = permissions.filter(isGlobal).map(permissionKey);
      const inProjects = permissions.filter((permission) => !isGlobal(permission)).map(permissionKey);
      const sees = new Set<ProjectId>();
      for (let first = 0; first < ids.length; first += projectsAtOnce) {
        const part = ids.slice(first, first + projectsAtOnce);
        const projects = part.map(Number);
        const body = { projectPermissions: [{ permissions: ['BROWSE_PROJECTS', ...inProjects], projects }], globalPermissions: everywhere };
        const { projectPermissions, globalPermissions } = read(permissionsCheck(), await send(user, 'POST', '/rest/api/3/permissions/check', body, true));
        const holding = (isWanted: (permission: string) => boolean): ReadonlySet<number> =>
          new Set(projectPermissions.filter(({ permission }) => isWanted(permission)).flatMap((held) => held.projects));
        const [browsed, held] = [holding((one) => one === 'BROWSE_PROJECTS'), holding((one) => one !== 'BROWSE_PROJECTS')];
        for (const id of part) if (browsed.has(Number(id)) && (globalPermissions.length > 0 || held.has(Number(id)))) sees.add(id);
      }
      return sees;
    },

    async myFindPeople(id, text) {
      const query = new URLSearchParams({ project: id, query: text, maxResults: '20' });
      const answer = await get(user, `/rest/api/3/user/assignable/search?${query}`);
      return read(z.array(userAnswer()), answer).filter((one) => one.active).map(personOf);
    },

    async myPeopleAtWork(id) {
      const jql = `project = ${id} AND assignee is not EMPTY AND statusCategory != Done ORDER BY updated DESC`;
      const body = { jql, fields: ['summary', 'assignee'], maxResults: issuesLookedThrough };
      const { issues, nextPageToken } = read(assignedPage(), await send(user, 'POST', '/rest/api/3/search/jql', body, true));
      const people = new Map<AccountId, AtWork>();
      for (const { id: issue, key, fields: { summary, assignee } } of issues) {
        // Apps have work too, and read nothing.
        if (assignee == null || !isColleague(assignee) || people.has(assignee.accountId)) continue;
        people.set(assignee.accountId, { person: personOf(assignee), issue: { id: issue, key, summary } });
      }
      return { people: [...people.values()], hasMore: nextPageToken != null };
    },

    async myFindColleagues(text) {
      // Apps and people who left count among what Jira gives, so that more is asked for than is shown.
      const query = new URLSearchParams({ query: text, maxResults: '50' });
      const found = read(z.array(foundUser()), await get(user, `/rest/api/3/user/search?${query}`));
      return found.filter(isColleague).slice(0, 20).map(personOf);
    },
  };
}

/** Jira's own limits ("Bulk get users", "Get bulk permissions"). */
const peopleAtOnce = 100;
const projectsAtOnce = 1_000;
/** Jira gives no more to a page where fields are asked for. */
const issuesLookedThrough = 100;

const userAnswer = whenFirstUsed(() => z.object({ accountId: accountId(), displayName: z.string(), active: z.boolean() }));
const foundUser = whenFirstUsed(() => z.extend(userAnswer(), { accountType: z.string() }));
const isColleague = ({ active, accountType }: z.infer<ReturnType<typeof foundUser>>): boolean => active && accountType === 'atlassian';
const assignedPage = whenFirstUsed(() => z.object({
  issues: z.array(z.object({ id: issueId(), key: z.string(), fields: z.object({ summary: z.string(), assignee: z.nullish(foundUser()) }) })),
  nextPageToken: z.nullish(z.string()),
}));
const peoplePage = whenFirstUsed(() => z.object({ values: z.array(userAnswer()) }));
const projectAnswer = whenFirstUsed(() => z.object({ id: projectId(), key: z.string(), name: z.string(), archived: z.optional(z.boolean()) }));
const permissionsAnswer = whenFirstUsed(() => z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) }));
const permissionsCheck = whenFirstUsed(() => z.object({
  globalPermissions: z.array(z.string()),
  projectPermissions: z.array(z.object({ permission: z.string(), projects: z.array(z.int()) })),
}));

const personOf = (answer: z.infer<ReturnType<typeof userAnswer>>): Person => ({ accountId: answer.accountId, name: answer.displayName.slice(0, 255) });
