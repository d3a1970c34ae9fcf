import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Principal } from '../model';
import type { JiraStore } from '../store';
import { needs, visibleIssue, visibleProject, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal } from './answers';
import { listOf, onlyQuery, readBody } from './request';

const numbers = z.array(z.int());
const permissionCheck = z.strictObject({
  accountId: z.optional(z.string()),
  globalPermissions: z.optional(z.array(z.string())),
  projectPermissions: z.optional(
    z.array(z.strictObject({ permissions: z.array(z.string()), projects: z.optional(numbers), issues: z.optional(numbers) })),
  ),
});

/** Jira Cloud REST API v3, "Get my permissions" and "Get bulk permissions". */
export function permissionRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/mypermissions', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'permissions', 'projectKey', 'projectId', 'issueKey', 'issueId');
    const keys = listOf(context, 'permissions');
    if (keys.length === 0) throw new JiraRefusal(400, ["The 'permissions' query parameter is required."]);
    const { principal } = context.get('caller');
    const projectId = projectAsked(context, store, principal);
    const permissions = Object.fromEntries(
      keys.map((key) => {
        const type = store.permissions.type(key);
        if (type === undefined) throw new JiraRefusal(400, [`Unrecognized permission '${key}'.`]);
        const havePermission = projectId === undefined && type.type === 'PROJECT'
          ? anywhere(store, principal, key)
          : store.permissions.has(principal, key, projectId);
        return [key, { id: key, ...type, havePermission }];
      }),
    );
    return context.json({ permissions });
  });

  routes.post('/permissions/check', needs('read:jira-work'), async (context) => {
    onlyQuery(context);
    const request = await readBody(context, permissionCheck);
    const subject = subjectOf(context, store, request.accountId);
    for (const key of [...(request.globalPermissions ?? []), ...(request.projectPermissions ?? []).flatMap(({ permissions }) => permissions)]) {
      if (store.permissions.type(key) === undefined) throw new JiraRefusal(400, [`Unrecognized permission '${key}'.`]);
    }
    const globalPermissions = (request.globalPermissions ?? []).filter((key) => store.permissions.has(subject, key));
    const projectPermissions = (request.projectPermissions ?? []).flatMap(({ permissions, projects = [], issues = [] }) =>
      permissions.map((permission) => ({
        permission,
        issues: issues.filter((id) => {
          const projectId = store.issues.find(String(id))?.projectId;
          return projectId !== undefined && store.permissions.has(subject, permission, projectId);
        }),
        projects: projects.filter((id) => store.permissions.has(subject, permission, String(id))),
      })),
    );
    return context.json({ projectPermissions, globalPermissions });
  });

  return routes;
}

function projectAsked(context: JiraContext, store: JiraStore, principal: Principal): string | undefined {
  const issue = context.req.query('issueKey') ?? context.req.query('issueId');
  if (issue !== undefined) return visibleIssue(store, issue, principal).projectId;
  const project = context.req.query('projectKey') ?? context.req.query('projectId');
  return project === undefined ? undefined : visibleProject(store, project, principal).id;
}

/** Without a project Jira says whether the person has the permission in any project. */
function anywhere(store: JiraStore, principal: Principal, key: string): boolean {
  return store.projects.all().some(({ id }) => store.permissions.has(principal, key, id));
}

/** Only administrators may ask about another person; the app as itself may too. */
function subjectOf(context: JiraContext, store: JiraStore, accountId: string | undefined): Principal {
  const { principal } = context.get('caller');
  if (accountId === undefined) return principal;
  const isSelf = principal.kind === 'user' && principal.accountId === accountId;
  if (isSelf || principal.kind === 'app' || store.permissions.has(principal, 'ADMINISTER')) return { kind: 'user', accountId };
  throw new JiraRefusal(403, ['You do not have permission to view permissions of other users.']);
}
