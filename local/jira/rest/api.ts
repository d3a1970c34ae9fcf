import { Hono } from 'hono';
import type { FaultSwitch } from '../faults';
import type { IssueSearch } from '../issue-search';
import type { JiraStore } from '../store';
import type { IssueWorkflow } from '../workflow';
import { authenticate, type JiraEnvironment } from './access';
import { answerError, NotModelled } from './answers';
import { bulkRoutes } from './bulk-routes';
import { commentRoutes } from './comment-routes';
import { issueCreateRoutes } from './issue-create-routes';
import { issueLinkRoutes } from './issue-link-routes';
import { issuePropertyRoutes } from './issue-property-routes';
import { issueRoutes } from './issue-routes';
import { jqlFunctionRoutes } from './jql-function-routes';
import { permissionRoutes } from './permission-routes';
import { projectPropertyRoutes } from './project-property-routes';
import { projectRoutes } from './project-routes';
import { searchRoutes } from './search-routes';
import { siteRoutes } from './site-routes';
import { transitionRoutes } from './transition-routes';
import { userRoutes } from './user-routes';
import { versionRoutes } from './version-routes';
import { workflowRoutes } from './workflow-routes';

export interface RestOptions {
  readonly store: JiraStore;
  readonly workflow: IssueWorkflow;
  readonly search: IssueSearch;
  readonly faults: FaultSwitch;
  readonly appSecret: string;
  readonly extensionPrefix: string;
}

/** The REST API under `/rest/api/3`; mount it at the root of the site. Any other path under `/rest` is a 501. */
export function createRest({ store, workflow, search, faults, appSecret, extensionPrefix }: RestOptions): Hono<JiraEnvironment> {
  const app = new Hono<JiraEnvironment>();
  app.onError(answerError);
  app.use('/rest/*', faults.middleware);
  app.use('/rest/*', authenticate(store, appSecret));
  for (const routes of [
    userRoutes(store),
    projectRoutes(store),
    projectPropertyRoutes(store),
    versionRoutes(store),
    transitionRoutes(store, workflow),
    bulkRoutes(store, workflow),
    issueLinkRoutes(store),
    commentRoutes(store),
    issueCreateRoutes(store),
    issuePropertyRoutes(store),
    issueRoutes(store),
    permissionRoutes(store),
    searchRoutes(store, search),
    jqlFunctionRoutes(store, search, extensionPrefix),
    workflowRoutes(store, extensionPrefix),
    siteRoutes(store),
  ]) {
    app.route('/rest/api/3', routes);
  }
  app.all('/rest/*', (context) => {
    throw new NotModelled(`${context.req.method} ${context.req.path}`);
  });
  return app;
}
