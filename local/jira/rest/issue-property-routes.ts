import { Hono } from 'hono';
import type { Issue } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, visibleIssue, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal } from './answers';
import { viewpointOf } from './viewpoint';

const keyLimit = 255;
const valueLimit = 32_768;

/** Jira Cloud REST API v3, group "Issue properties". */
export function issuePropertyRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/issue/:idOrKey/properties', needs('read:jira-work'), (context) => {
    const issue = visibleIssue(store, context.req.param('idOrKey'), context.get('caller').principal);
    const base = `${viewpointOf(context, store).api}/issue/${issue.id}/properties`;
    const keys = store.properties.keys('issue', issue.id).map((key) => ({ self: `${base}/${encodeURIComponent(key)}`, key }));
    return context.json({ keys });
  });

  routes.get('/issue/:idOrKey/properties/:key', needs('read:jira-work'), (context) => {
    const issue = visibleIssue(store, context.req.param('idOrKey'), context.get('caller').principal);
    const key = context.req.param('key');
    const property = store.properties.get('issue', issue.id, key);
    if (property === undefined) throw propertyNotFound(key);
    return context.json({ key, value: property.value });
  });

  routes.put('/issue/:idOrKey/properties/:key', needs('write:jira-work'), async (context) => {
    const issue = editableIssue(context, store);
    const key = context.req.param('key');
    if (key.length > keyLimit) throw new JiraRefusal(400, [`The property key cannot be longer than ${keyLimit} characters.`]);
    if (!/^application\/json\b/iu.test(context.req.header('content-type') ?? '')) throw new JiraRefusal(415, ['Unsupported Media Type']);
    const text = await context.req.text();
    if (text.length > valueLimit) throw new JiraRefusal(400, [`The property value cannot be longer than ${valueLimit} characters.`]);
    const isNew = store.properties.set('issue', issue.id, key, parsed(text));
    return context.body(null, isNew ? 201 : 200);
  });

  routes.delete('/issue/:idOrKey/properties/:key', needs('write:jira-work'), (context) => {
    const issue = editableIssue(context, store);
    const key = context.req.param('key');
    if (!store.properties.delete('issue', issue.id, key)) throw propertyNotFound(key);
    return context.body(null, 204);
  });

  return routes;
}

function editableIssue(context: JiraContext, store: JiraStore): Issue {
  const { principal } = context.get('caller');
  const issue = visibleIssue(store, context.req.param('idOrKey') ?? '', principal);
  requirePermission(store, principal, 'EDIT_ISSUES', issue.projectId, 'You do not have permission to edit issues in this project.');
  return issue;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JiraRefusal(400, ['The property value must be a valid, non-empty JSON.']);
  }
}

function propertyNotFound(key: string): JiraRefusal {
  return new JiraRefusal(404, [`The property with key '${key}' does not exist.`]);
}
