import { Hono } from 'hono';
import type { JiraStore } from '../store';
import { needs, visibleProject, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal } from './answers';
import { deleteProperty, getProperty, listProperties, setProperty, type PropertyHolder } from './entity-property';

/**
 * Jira Cloud REST API v3, group "Project properties": whoever may browse the project reads them, whoever administers it or Jira writes them.
 * Writing takes the classic scope, or the granular one of the operation.
 */
export function projectPropertyRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();
  const path = '/project/:idOrKey/properties';
  const [reading, writing, deleting] = [
    needs('read:jira-work', 'read:project.property:jira'),
    needs('manage:jira-project', 'write:project.property:jira'),
    needs('manage:jira-project', 'delete:project.property:jira'),
  ];
  routes.get(path, reading, (context) => listProperties(context, store, visible(context, store)));
  routes.get(`${path}/:key`, reading, (context) => getProperty(context, store, visible(context, store)));
  routes.put(`${path}/:key`, writing, (context) => setProperty(context, store, administered(context, store)));
  routes.delete(`${path}/:key`, deleting, (context) => deleteProperty(context, store, administered(context, store)));
  return routes;
}

function visible(context: JiraContext, store: JiraStore): PropertyHolder {
  return { owner: 'project', id: visibleProject(store, context.req.param('idOrKey') ?? '', context.get('caller').principal).id };
}

function administered(context: JiraContext, store: JiraStore): PropertyHolder {
  const holder = visible(context, store);
  const { principal } = context.get('caller');
  const mayWrite = ['ADMINISTER', 'ADMINISTER_PROJECTS'].some((key) => store.permissions.has(principal, key, holder.id));
  if (!mayWrite) throw new JiraRefusal(403, ['You do not have permission to administer this project.']);
  return holder;
}
