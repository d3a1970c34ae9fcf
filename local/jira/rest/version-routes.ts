import { Hono } from 'hono';
import type { Version } from '../model';
import type { JiraStore } from '../store';
import { needs, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal } from './answers';
import { versionJson } from './representation';
import { onlyQuery } from './request';
import { viewpointOf } from './viewpoint';

/** Jira Cloud REST API v3, group "Project versions". */
export function versionRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/version/:id', needs('read:jira-work'), (context) => {
    onlyQuery(context);
    return context.json(versionJson(visibleVersion(context, store), viewpointOf(context, store)));
  });

  routes.get('/version/:id/unresolvedIssueCount', needs('read:jira-work'), (context) => {
    onlyQuery(context);
    const { id } = visibleVersion(context, store);
    const { toDo, inProgress, done } = store.versions.progress(id);
    const self = `${viewpointOf(context, store).api}/version/${id}`;
    return context.json({ self, issuesUnresolvedCount: toDo + inProgress, issuesCount: toDo + inProgress + done });
  });

  return routes;
}

function visibleVersion(context: JiraContext, store: JiraStore): Version {
  const id = context.req.param('id') ?? '';
  const version = store.versions.find(id);
  if (version === undefined || !store.permissions.has(context.get('caller').principal, 'BROWSE_PROJECTS', version.projectId)) {
    throw new JiraRefusal(404, [`Could not find version for id '${id}'`]);
  }
  return version;
}
