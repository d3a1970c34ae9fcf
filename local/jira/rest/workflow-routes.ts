import { Hono } from 'hono';
import type { Workflow } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, type JiraEnvironment } from './access';
import { statusJson, type Json } from './representation';
import { onlyQuery, wholeNumber } from './request';
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
      values: found.slice(startAt, startAt + maxResults).map((workflow) => workflowJson(workflow, extensionPrefix)),
      statuses: store.workflows.statuses().map((status) => {
        const { statusCategory, ...json } = statusJson(status, viewpoint);
        const category = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' }[status.category];
        return { id: status.id, name: json['name'], statusCategory: category, statusReference: status.id, scope: { type: 'GLOBAL' } };
      }),
    });
  });

  return routes;
}

function workflowJson({ id, name, transitions }: Workflow, extensionPrefix: string): Json {
  return {
    id,
    name,
    description: '',
    isEditable: true,
    scope: { type: 'GLOBAL' },
    statuses: [...new Set(transitions.flatMap(({ from, to }) => [...from, to]))].map((statusReference) => ({ statusReference, deprecated: false })),
    transitions: transitions.map((transition) => ({
      id: transition.id,
      type: transition.from.length === 0 ? 'GLOBAL' : 'DIRECTED',
      name: transition.name.en,
      description: '',
      links: transition.from.map((fromStatusReference) => ({ fromStatusReference })),
      toStatusReference: transition.to,
      actions: [],
      triggers: [],
      validators: transition.validators.map(({ moduleKey, configuration }, position) => ({
        id: `${id}-${transition.id}-${position}`,
        ruleKey: 'forge:expression-validator',
        parameters: { key: `${extensionPrefix}${moduleKey}`, config: JSON.stringify(configuration), id: `${id}-${transition.id}-${position}`, disabled: 'false' },
      })),
    })),
  };
}
