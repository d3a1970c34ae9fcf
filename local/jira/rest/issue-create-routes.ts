import { Hono } from 'hono';
import * as z from 'zod/mini';
import { documentToText } from '../document-format';
import { adfDocument } from '../document-schema';
import { accountOf } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, visibleProject, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { issueTypeJson } from './representation';
import { onlyQuery, readBody, wholeNumber } from './request';
import { viewpointOf } from './viewpoint';

const newIssue = z.looseObject({
  fields: z.optional(z.record(z.string(), z.unknown())),
  properties: z.optional(z.array(z.strictObject({ key: z.string().check(z.minLength(1), z.maxLength(255)), value: z.unknown() }))),
});

const newFields = z.object({
  project: z.object({ id: z.optional(z.string()), key: z.optional(z.string()) }),
  issuetype: z.object({ id: z.string() }),
  summary: z.string().check(z.trim(), z.minLength(1), z.maxLength(255)),
  description: z.optional(z.nullable(adfDocument)),
  assignee: z.optional(z.nullable(z.object({ accountId: z.string() }))),
});

/** Jira Cloud REST API v3, "Create issue" and "Get create metadata issue types for a project". */
export function issueCreateRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/issue/createmeta/:idOrKey/issuetypes', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'startAt', 'maxResults');
    const { principal } = context.get('caller');
    const project = visibleProject(store, context.req.param('idOrKey'), principal);
    const [startAt, maxResults] = [wholeNumber(context, 'startAt', 0), wholeNumber(context, 'maxResults', 50, 200)];
    // Jira lists none to whoever may not create issues.
    const types = store.permissions.has(principal, 'CREATE_ISSUES', project.id) ? store.workflows.issueTypes() : [];
    const viewpoint = viewpointOf(context, store);
    return context.json({ maxResults, startAt, total: types.length, issueTypes: types.slice(startAt, startAt + maxResults).map((type) => issueTypeJson(type, viewpoint)) });
  });

  routes.post('/issue', needs('write:jira-work'), async (context) => {
    onlyQuery(context, 'updateHistory');
    const { principal } = context.get('caller');
    const { fields = {}, properties = [], ...rest } = await readBody(context, newIssue);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' when an issue is created`);
    for (const name of Object.keys(fields)) {
      if (!Object.hasOwn(newFields.def.shape, name)) throw new JiraRefusal(400, [], { [name]: `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.` });
    }
    const parsed = z.safeParse(newFields, fields);
    if (!parsed.success) throw new JiraRefusal(400, [], Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])));
    const { project: named, issuetype, summary, description, assignee } = parsed.data;
    const project = store.projects.find(named.id ?? named.key ?? '');
    if (project?.state !== 'live' || !store.permissions.has(principal, 'BROWSE_PROJECTS', project.id)) throw new JiraRefusal(400, [], { project: 'valid project is required' });
    requirePermission(store, principal, 'CREATE_ISSUES', project.id, 'You do not have permission to create issues in this project.');
    const type = store.workflows.issueType(issuetype.id);
    if (type === undefined) throw new JiraRefusal(400, [], { issuetype: 'Specify a valid issue type' });
    if (type.subtask) throw new NotModelled('a subtask when an issue is created');
    if (assignee != null && !store.permissions.has({ kind: 'user', accountId: assignee.accountId }, 'ASSIGNABLE_USER', project.id)) {
      throw new JiraRefusal(400, [], { assignee: `User '${assignee.accountId}' cannot be assigned issues.` });
    }
    const created = store.issues.create(
      { projectId: project.id, typeId: type.id, summary, reporter: accountOf(principal), description: description == null ? '' : documentToText(description), assignee: assignee?.accountId ?? null },
      principal,
    );
    for (const { key, value } of properties) store.properties.set('issue', created.id, key, value);
    return context.json({ id: created.id, key: created.key, self: `${viewpointOf(context, store).api}/issue/${created.id}` }, 201);
  });

  return routes;
}
