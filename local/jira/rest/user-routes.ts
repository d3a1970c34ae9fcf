import { Hono } from 'hono';
import { accountOf, type User } from '../model';
import type { JiraStore } from '../store';
import { needs, visibleProject, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { accountJson, userJson } from './representation';
import { onlyQuery, wholeNumber } from './request';
import { viewpointOf } from './viewpoint';

/** Jira Cloud REST API v3, groups "Myself", "Users" and "User search". */
export function userRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/myself', needs('read:jira-user'), (context) => {
    onlyQuery(context);
    const { principal } = context.get('caller');
    return context.json(accountJson(accountOf(principal), viewpointOf(context, store)));
  });

  routes.get('/user', needs('read:jira-user'), (context) => {
    onlyQuery(context, 'accountId');
    const accountId = context.req.query('accountId');
    if (accountId === undefined || accountId === '') {
      throw new JiraRefusal(400, ["The 'accountId' query parameter needs to be provided"]);
    }
    const user = accountJson(accountId, viewpointOf(context, store));
    if (user === null) throw new JiraRefusal(404, ['Specified user does not exist or you do not have required permissions']);
    return context.json(user);
  });

  routes.get('/user/bulk', needs('read:jira-user'), (context) => {
    onlyQuery(context, 'accountId', 'startAt', 'maxResults');
    const asked = context.req.queries('accountId') ?? [];
    if (asked.length === 0) throw new JiraRefusal(400, ["The 'accountId' query parameter needs to be provided"]);
    const startAt = wholeNumber(context, 'startAt', 0);
    const maxResults = wholeNumber(context, 'maxResults', 10, 200);
    const found = [...new Set(asked)].flatMap((accountId) => accountJson(accountId, viewpointOf(context, store)) ?? []);
    return context.json({
      maxResults,
      startAt,
      total: found.length,
      isLast: startAt + maxResults >= found.length,
      values: found.slice(startAt, startAt + maxResults),
    });
  });

  routes.get('/users/search', needs('read:jira-user'), (context) => {
    onlyQuery(context, 'startAt', 'maxResults');
    return context.json(paged(context, store, store.people.all()));
  });

  routes.get('/user/search', needs('read:jira-user'), (context) => {
    onlyQuery(context, 'query', 'accountId', 'startAt', 'maxResults');
    const text = context.req.query('query') ?? context.req.query('accountId');
    if (text === undefined) throw new JiraRefusal(400, ["Provide the 'query', 'accountId' or 'property' query parameter."]);
    return context.json(paged(context, store, store.people.search(text)));
  });

  routes.get('/user/assignable/search', needs('read:jira-user'), (context) => {
    onlyQuery(context, 'query', 'project', 'startAt', 'maxResults');
    const projectKey = context.req.query('project');
    if (projectKey === undefined) throw new NotModelled("user/assignable/search without 'project'");
    const project = visibleProject(store, projectKey, context.get('caller').principal);
    const people = store.people
      .search(context.req.query('query') ?? '')
      .filter(({ accountId }) => store.permissions.has({ kind: 'user', accountId }, 'ASSIGNABLE_USER', project.id));
    return context.json(paged(context, store, people));
  });

  return routes;
}

function paged(context: JiraContext, store: JiraStore, people: readonly User[]): unknown[] {
  const startAt = wholeNumber(context, 'startAt', 0);
  const maxResults = wholeNumber(context, 'maxResults', 50, 1000);
  return people.slice(startAt, startAt + maxResults).map((user) => userJson(user, viewpointOf(context, store)));
}
