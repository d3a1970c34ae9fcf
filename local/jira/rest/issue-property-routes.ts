import { Hono } from 'hono';
import type { JiraStore } from '../store';
import { needs, requirePermission, visibleIssue, type JiraContext, type JiraEnvironment } from './access';
import { deleteProperty, getProperty, listProperties, setProperty, type PropertyHolder } from './entity-property';

/** Jira Cloud REST API v3, group "Issue properties". */
export function issuePropertyRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();
  const path = '/issue/:idOrKey/properties';
  routes.get(path, needs('read:jira-work'), (context) => listProperties(context, store, visible(context, store)));
  routes.get(`${path}/:key`, needs('read:jira-work'), (context) => getProperty(context, store, visible(context, store)));
  routes.put(`${path}/:key`, needs('write:jira-work'), (context) => setProperty(context, store, editable(context, store)));
  routes.delete(`${path}/:key`, needs('write:jira-work'), (context) => deleteProperty(context, store, editable(context, store)));
  return routes;
}

function visible(context: JiraContext, store: JiraStore): PropertyHolder {
  return { owner: 'issue', id: visibleIssue(store, context.req.param('idOrKey') ?? '', context.get('caller').principal).id };
}

function editable(context: JiraContext, store: JiraStore): PropertyHolder {
  const { principal } = context.get('caller');
  const { id, projectId } = visibleIssue(store, context.req.param('idOrKey') ?? '', principal);
  requirePermission(store, principal, 'EDIT_ISSUES', projectId, 'You do not have permission to edit issues in this project.');
  return { owner: 'issue', id };
}
