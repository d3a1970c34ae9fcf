import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Project, ProjectState } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, visibleProject, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { projectJson, versionJson } from './representation';
import { listOf, onlyQuery, readBody, wholeNumber } from './request';
import { viewpointOf } from './viewpoint';

const projectUpdate = z.strictObject({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  description: z.optional(z.string()),
  leadAccountId: z.optional(z.string()),
});

const states: Readonly<Record<string, ProjectState>> = { live: 'live', archived: 'archived', deleted: 'deleted' };

/** Jira Cloud REST API v3, group "Projects", and "Get project versions". */
export function projectRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/project/search', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'startAt', 'maxResults', 'orderBy', 'id', 'keys', 'query', 'status', 'expand', 'action', 'typeKey');
    const startAt = wholeNumber(context, 'startAt', 0);
    const maxResults = wholeNumber(context, 'maxResults', 50, 100);
    const found = searched(context, store);
    const viewpoint = viewpointOf(context, store);
    const next = startAt + maxResults;
    return context.json({
      self: context.req.url,
      ...(next < found.length ? { nextPage: `${viewpoint.api}/project/search?${pageQuery(context, next, maxResults)}` } : {}),
      maxResults,
      startAt,
      total: found.length,
      isLast: next >= found.length,
      values: found.slice(startAt, next).map((project) => projectJson(project, viewpoint)),
    });
  });

  routes.get('/project/:idOrKey', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'expand');
    const project = visibleProject(store, context.req.param('idOrKey'), context.get('caller').principal);
    return context.json(projectJson(project, viewpointOf(context, store)));
  });

  routes.put('/project/:idOrKey', needs('manage:jira-project'), async (context) => {
    const { principal } = context.get('caller');
    const project = visibleProject(store, context.req.param('idOrKey'), principal);
    const mayChange = ['ADMINISTER', 'ADMINISTER_PROJECTS'].some((key) => store.permissions.has(principal, key, project.id));
    if (!mayChange) throw new JiraRefusal(403, ['You cannot edit the configuration of this project.']);
    const { name, description, leadAccountId } = await readBody(context, projectUpdate);
    if (leadAccountId !== undefined && store.people.find(leadAccountId)?.active !== true) {
      throw new JiraRefusal(400, [], { projectLead: 'The user you specified as project lead does not exist.' });
    }
    store.projects.update(project.id, {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(leadAccountId === undefined ? {} : { leadAccountId }),
    });
    return context.json(projectJson(store.projects.find(project.id) ?? project, viewpointOf(context, store)));
  });

  routes.delete('/project/:idOrKey', needs('manage:jira-configuration'), (context) => {
    onlyQuery(context, 'enableUndo');
    const [project, actor] = administered(context, store);
    if (context.req.query('enableUndo') === 'false') store.projects.deleteForGood(project.id);
    else store.projects.moveToTrash(project.id, actor);
    return context.body(null, 204);
  });

  routes.post('/project/:idOrKey/archive', needs('manage:jira-configuration'), (context) => {
    const [project, actor] = administered(context, store);
    if (project.state !== 'live') throw new JiraRefusal(400, ['The project is archived or in the trash already.']);
    store.projects.archive(project.id, actor);
    return context.body(null, 204);
  });

  routes.post('/project/:idOrKey/restore', needs('manage:jira-configuration'), (context) => {
    const [project, actor] = administered(context, store);
    if (project.state === 'live') throw new JiraRefusal(400, ['The project is neither archived nor in the trash.']);
    store.projects.restore(project.id, actor);
    return context.json(projectJson(store.projects.find(project.id) ?? project, viewpointOf(context, store)));
  });

  routes.get('/project/:idOrKey/versions', needs('read:jira-work'), (context) => {
    onlyQuery(context);
    const project = visibleProject(store, context.req.param('idOrKey'), context.get('caller').principal);
    return context.json(store.versions.ofProject(project.id).map((version) => versionJson(version, viewpointOf(context, store))));
  });

  return routes;
}

function searched(context: JiraContext, store: JiraStore): Project[] {
  const { principal } = context.get('caller');
  const wanted = listOf(context, 'status').map((name) => {
    const state = states[name];
    if (state === undefined) throw new JiraRefusal(400, [`'${name}' is not a project status.`]);
    return state;
  });
  const action = context.req.query('action') ?? 'view';
  if (action !== 'view' && action !== 'browse') throw new NotModelled(`project/search action '${action}'`);
  const text = context.req.query('query')?.toLowerCase();
  const [ids, keys, types] = [listOf(context, 'id'), listOf(context, 'keys').map((key) => key.toUpperCase()), listOf(context, 'typeKey')];
  const found = store.projects
    .visibleTo(principal, wanted.length === 0 ? ['live'] : wanted)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ key }) => keys.length === 0 || keys.includes(key))
    .filter(({ projectTypeKey }) => types.length === 0 || types.includes(projectTypeKey))
    .filter(({ key, name }) => text === undefined || name.toLowerCase().includes(text) || key.toLowerCase().includes(text));
  return ordered(found, context.req.query('orderBy') ?? 'key');
}

function ordered(projects: readonly Project[], orderBy: string): Project[] {
  const match = /^([+-]?)(key|name)$/u.exec(orderBy.trim());
  if (match === null) throw new NotModelled(`project/search orderBy '${orderBy}'`);
  const sign = match[1] === '-' ? -1 : 1;
  const field = match[2] === 'name' ? 'name' : 'key';
  return [...projects].sort((one, other) => sign * one[field].localeCompare(other[field]));
}

function pageQuery(context: JiraContext, startAt: number, maxResults: number): string {
  const query = new URLSearchParams(new URL(context.req.url).search);
  query.set('startAt', String(startAt));
  query.set('maxResults', String(maxResults));
  return query.toString();
}

function administered(context: JiraContext, store: JiraStore): [Project, string | null] {
  const { principal } = context.get('caller');
  const project = visibleProject(store, context.req.param('idOrKey') ?? '', principal);
  requirePermission(store, principal, 'ADMINISTER', undefined, 'You must have global administrator rights in order to modify projects.');
  return [project, principal.kind === 'user' ? principal.accountId : null];
}
