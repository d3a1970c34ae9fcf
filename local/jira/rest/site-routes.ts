import { Hono } from 'hono';
import type { JiraStore } from '../store';
import type { JiraEnvironment } from './access';

/** Jira Cloud REST API v3, group "Server info": needs no scope. */
export function siteRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();
  routes.get('/serverInfo', (context) =>
    context.json({
      baseUrl: new URL(context.req.url).origin,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      serverTime: store.clock.now().toISOString().replace('Z', '+0000'),
      serverTitle: 'Jira',
    }),
  );
  return routes;
}
