import { Hono } from 'hono';
import * as z from 'zod/mini';
import { documentToText } from '../document-format';
import { adfDocument } from '../document-schema';
import type { IssueChange } from '../issue-store';
import type { Issue } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, visibleIssue, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { chooseFields, issueJson } from './issue-fields';
import { accountJson, jiraTime, type Json, type Viewpoint } from './representation';
import { listOf, onlyQuery, readBody } from './request';
import { viewpointOf } from './viewpoint';

const issueEdit = z.looseObject({ fields: z.optional(z.record(z.string(), z.unknown())) });

const editableFields = z.object({
  summary: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  description: z.optional(z.nullable(adfDocument)),
  assignee: z.optional(z.nullable(z.object({ accountId: z.string() }))),
  priority: z.optional(z.object({ id: z.enum(['1', '2', '3', '4', '5']) })),
  duedate: z.optional(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u)))),
  fixVersions: z.optional(z.array(z.object({ id: z.string() }))),
});

/** Jira Cloud REST API v3, group "Issues": reading and editing one. */
export function issueRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/issue/:idOrKey', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'fields', 'properties', 'expand', 'fieldsByKeys', 'updateHistory', 'failFast');
    const issue = visibleIssue(store, context.req.param('idOrKey'), context.get('caller').principal);
    const viewpoint = viewpointOf(context, store);
    const answer: Json = { ...issueJson(issue, chooseFields(listOf(context, 'fields'), '*all'), viewpoint) };
    const properties = listOf(context, 'properties');
    if (properties.length > 0) answer['properties'] = propertiesOf(issue, properties, store);
    for (const expansion of listOf(context, 'expand')) {
      if (expansion !== 'changelog') throw new NotModelled(`issue expansion '${expansion}'`);
      answer['changelog'] = changelogOf(issue, viewpoint);
    }
    return context.json(answer);
  });

  routes.put('/issue/:idOrKey', needs('write:jira-work'), async (context) => {
    onlyQuery(context, 'notifyUsers');
    const { principal } = context.get('caller');
    const issue = visibleIssue(store, context.req.param('idOrKey'), principal);
    requirePermission(store, principal, 'EDIT_ISSUES', issue.projectId, 'You do not have permission to edit issues in this project.');
    const { fields = {}, ...rest } = await readBody(context, issueEdit);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' when an issue is edited`);
    store.issues.update(issue.id, readChange(fields, issue, store), principal);
    return context.body(null, 204);
  });

  routes.delete('/issue/:idOrKey', needs('write:jira-work'), (context) => {
    onlyQuery(context, 'deleteSubtasks');
    const { principal } = context.get('caller');
    const issue = visibleIssue(store, context.req.param('idOrKey'), principal);
    requirePermission(store, principal, 'DELETE_ISSUES', issue.projectId, 'You do not have permission to delete issues in this project.');
    if (store.issues.children(issue.id).length > 0 && context.req.query('deleteSubtasks') !== 'true') {
      throw new JiraRefusal(400, [`The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`]);
    }
    store.relocation.delete(issue, principal);
    return context.body(null, 204);
  });

  return routes;
}

function propertiesOf(issue: Issue, asked: readonly string[], store: JiraStore): Json {
  const keys = asked.includes('*all') ? store.properties.keys('issue', issue.id) : asked;
  const values: Json = {};
  for (const key of keys) {
    const property = store.properties.get('issue', issue.id, key);
    if (property !== undefined) values[key] = property.value;
  }
  return values;
}

function changelogOf(issue: Issue, viewpoint: Viewpoint): Json {
  const histories = [...viewpoint.store.issues.history(issue.id)].reverse().map(({ id, author, created, field, from, fromText, to, toText }) => ({
    id,
    author: accountJson(author, viewpoint) ?? undefined,
    created: jiraTime(created, viewpoint),
    items: [{ field, fieldtype: 'jira', from, fromString: fromText, to, toString: toText }],
  }));
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}

function readChange(fields: Readonly<Record<string, unknown>>, issue: Issue, store: JiraStore): IssueChange {
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(editableFields.def.shape, name)) {
      throw new JiraRefusal(400, [], { [name]: `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.` });
    }
  }
  const parsed = z.safeParse(editableFields, fields);
  if (!parsed.success) {
    const errors = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
    throw new JiraRefusal(400, [], errors);
  }
  const { summary, description, assignee, priority, duedate, fixVersions } = parsed.data;
  if (assignee !== undefined && assignee !== null) requireAssignable(assignee.accountId, issue, store);
  const versionsOfProject = store.versions.ofProject(issue.projectId).map(({ id }) => id);
  for (const { id } of fixVersions ?? []) {
    if (!versionsOfProject.includes(id)) throw new JiraRefusal(400, [], { fixVersions: `Version id '${id}' is not valid` });
  }
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description: description === null ? '' : documentToText(description) }),
    ...(assignee === undefined ? {} : { assignee: assignee === null ? null : assignee.accountId }),
    ...(priority === undefined ? {} : { priority: priority.id }),
    ...(duedate === undefined ? {} : { dueDate: duedate }),
    ...(fixVersions === undefined ? {} : { fixVersionIds: fixVersions.map(({ id }) => id) }),
  };
}

function requireAssignable(accountId: string, issue: Issue, store: JiraStore): void {
  if (!store.permissions.has({ kind: 'user', accountId }, 'ASSIGNABLE_USER', issue.projectId)) {
    throw new JiraRefusal(400, [], { assignee: `User '${accountId}' cannot be assigned issues.` });
  }
}
