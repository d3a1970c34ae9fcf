import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Version } from '../model';
import type { JiraStore } from '../store';
import type { VersionChange } from '../version-store';
import { needs, visibleProject, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { versionJson } from './representation';
import { onlyQuery, readBody } from './request';
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

  routes.post('/version', needs('manage:jira-project'), async (context) => {
    onlyQuery(context);
    const { projectId, name, ...change } = await readBody(context, newVersion);
    const project = visibleProject(store, String(projectId), context.get('caller').principal);
    requireAdministration(context, store, project.id);
    const created = store.versions.create(project.id, name.trim(), known(change));
    if (created === false) throw nameTaken();
    return context.json(versionJson(created, viewpointOf(context, store)), 201);
  });

  routes.put('/version/:id', needs('manage:jira-project'), async (context) => {
    onlyQuery(context);
    const version = visibleVersion(context, store);
    requireAdministration(context, store, version.projectId);
    if (!store.versions.update(version, known(await readBody(context, versionChange)))) throw nameTaken();
    return context.json(versionJson(visibleVersion(context, store), viewpointOf(context, store)));
  });

  // Jira marks it as deprecated and goes on answering; without the query its issues simply lose the version.
  routes.delete('/version/:id', needs('manage:jira-project'), (context) => {
    onlyQuery(context);
    const version = visibleVersion(context, store);
    requireAdministration(context, store, version.projectId);
    store.versions.delete(version);
    return context.body(null, 204);
  });

  routes.post('/version/:id/removeAndSwap', needs('manage:jira-project'), async (context) => {
    onlyQuery(context);
    const version = visibleVersion(context, store);
    requireAdministration(context, store, version.projectId);
    const rest = await readBody(context, z.looseObject({}));
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' when a version is deleted`);
    store.versions.delete(version);
    return context.body(null, 204);
  });

  return routes;
}

const plainDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
const versionFields = {
  description: z.optional(z.string()),
  released: z.optional(z.boolean()),
  archived: z.optional(z.boolean()),
  startDate: z.optional(z.nullable(plainDay)),
  releaseDate: z.optional(z.nullable(plainDay)),
};
const versionName = z.string().check(z.trim(), z.minLength(1), z.maxLength(255));
const versionChange = z.looseObject({ name: z.optional(versionName), ...versionFields });
const newVersion = z.looseObject({ name: versionName, projectId: z.union([z.int(), z.string()]), ...versionFields });

/** What the stand-in holds of a version; a field that it does not hold is a 501 and not lost silently. */
function known(change: Readonly<Record<string, unknown>>): VersionChange {
  const { name, description, released, archived, startDate, releaseDate, ...rest } = z.parse(versionChange, change);
  for (const field of Object.keys(rest)) throw new NotModelled(`'${field}' of a version`);
  return Object.fromEntries(Object.entries({ name, description, released, archived, startDate, releaseDate }).filter(([, value]) => value !== undefined));
}

function requireAdministration(context: JiraContext, store: JiraStore, projectId: string): void {
  const { principal } = context.get('caller');
  if (store.permissions.has(principal, 'ADMINISTER_PROJECTS', projectId) || store.permissions.has(principal, 'ADMINISTER')) return;
  throw new JiraRefusal(403, ['You do not have permission to administer versions in this project.']);
}

const nameTaken = (): JiraRefusal => new JiraRefusal(400, [], { name: 'A version with this name already exists in this project.' });

function visibleVersion(context: JiraContext, store: JiraStore): Version {
  const id = context.req.param('id') ?? '';
  const version = store.versions.find(id);
  if (version === undefined || !store.permissions.has(context.get('caller').principal, 'BROWSE_PROJECTS', version.projectId)) {
    throw new JiraRefusal(404, [`Could not find version for id '${id}'`]);
  }
  return version;
}
