import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Workflow } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, type JiraEnvironment } from './access';
import { NotModelled } from './answers';
import { statusJson, type Json } from './representation';
import { onlyQuery, readBody, wholeNumber } from './request';
import type { WorkflowRule } from '../workflow-rule-store';
import { viewpointOf } from './viewpoint';

/**
 * Jira Cloud REST API v3, "Search workflows": which rules sit on which transition.
 * @param extensionPrefix what stands before a module's key in the rule's `key`: `ari:cloud:ecosystem::extension/<app>/<environment>/static/`.
 */
export function workflowRoutes(store: JiraStore, extensionPrefix: string): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  // The app as itself holds the scope that an administrator approved; a person needs to be an administrator.
  routes.get('/workflows/search', needs('manage:jira-configuration'), (context) => {
    onlyQuery(context, 'startAt', 'maxResults', 'queryString', 'isActive', 'expand');
    const { principal } = context.get('caller');
    if (principal.kind === 'user') {
      requirePermission(store, principal, 'ADMINISTER', undefined, 'Only Jira administrators can access workflows.');
    }
    const startAt = wholeNumber(context, 'startAt', 0);
    const maxResults = wholeNumber(context, 'maxResults', 50, 200);
    const text = (context.req.query('queryString') ?? '').toLowerCase();
    const found = store.workflows.all().filter(({ name }) => name.toLowerCase().includes(text));
    const viewpoint = viewpointOf(context, store);
    return context.json({
      self: context.req.url,
      maxResults,
      startAt,
      total: found.length,
      isLast: startAt + maxResults >= found.length,
      values: found.slice(startAt, startAt + maxResults).map((workflow) => workflowJson(workflow, store.workflows.rules.of(workflow.id), extensionPrefix)),
      statuses: statusesJson(store, viewpoint),
    });
  });

  // "Bulk get workflows": by project and issue type it finds the workflow that the project's issues of that type follow.
  routes.post('/workflows', needs('manage:jira-configuration'), async (context) => {
    onlyQuery(context);
    const { principal } = context.get('caller');
    if (principal.kind === 'user') requirePermission(store, principal, 'ADMINISTER', undefined, 'Only Jira administrators can access workflows.');
    const { projectAndIssueTypes, ...rest } = await readBody(context, bulkGet);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' of POST /workflows`);
    const ids = new Set(projectAndIssueTypes.flatMap(({ projectId }) => store.projects.find(projectId)?.workflowId ?? []));
    const workflows = store.workflows.all().filter(({ id }) => ids.has(id)).map((workflow) => workflowJson(workflow, store.workflows.rules.of(workflow.id), extensionPrefix));
    return context.json({ workflows, statuses: statusesJson(store, viewpointOf(context, store)) });
  });

  return routes;
}

const statusesJson = (store: JiraStore, viewpoint: ReturnType<typeof viewpointOf>): Json[] =>
  store.workflows.statuses().map((status) => {
    const category = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' }[status.category];
    return { id: status.id, name: statusJson(status, viewpoint)['name'], statusCategory: category, statusReference: status.id, scope: { type: 'GLOBAL' } };
  });

const bulkGet = z.looseObject({ projectAndIssueTypes: z.array(z.object({ projectId: z.string(), issueTypeId: z.string() })) });

function workflowJson({ id, name, transitions }: Workflow, rules: readonly WorkflowRule[], extensionPrefix: string): Json {
  return {
    id,
    name,
    description: '',
    isEditable: true,
    scope: { type: 'GLOBAL' },
    statuses: [...new Set(transitions.flatMap(({ from, to }) => [...from, to]))].map((statusReference) => ({ statusReference, deprecated: false })),
    transitions: transitions.map((transition) => {
      const own = (kind: WorkflowRule['kind']): Json[] =>
        rules.filter((rule) => rule.transitionId === transition.id && rule.kind === kind).map((rule) => ruleJson(rule, extensionPrefix));
      const conditions = own('condition');
      return {
        id: transition.id,
        type: transition.from.length === 0 ? 'GLOBAL' : 'DIRECTED',
        name: transition.name.en,
        description: '',
        links: transition.from.map((fromStatusReference) => ({ fromStatusReference })),
        toStatusReference: transition.to,
        actions: [],
        triggers: [],
        ...(conditions.length > 0 && { conditions: { operation: 'ALL', conditionGroups: [], conditions } }),
        validators: own('validator'),
      };
    }),
  };
}

/** "Forge rules" of the workflows API: the configuration is text, as the app's screen gave it. */
function ruleJson({ id, kind, moduleKey, configuration }: WorkflowRule, extensionPrefix: string): Json {
  return {
    id,
    ruleKey: `forge:expression-${kind}`,
    parameters: { key: `${extensionPrefix}${moduleKey}`, config: JSON.stringify(configuration), id, disabled: 'false' },
  };
}
