import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { JiraStore } from '../store';
import type { IssueWorkflow } from '../workflow';
import { inLocale, needs, visibleIssue, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { statusJson } from './representation';
import { onlyQuery, readBody } from './request';
import { viewpointOf } from './viewpoint';

const transitionRequest = z.looseObject({ transition: z.optional(z.looseObject({ id: z.optional(z.union([z.string(), z.number()])) })) });

/** Jira Cloud REST API v3, "Get transitions" and "Transition issue". */
export function transitionRoutes(store: JiraStore, workflow: IssueWorkflow): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/issue/:idOrKey/transitions', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'transitionId');
    const caller = context.get('caller');
    const issue = visibleIssue(store, context.req.param('idOrKey'), caller.principal);
    const wanted = context.req.query('transitionId');
    const transitions = workflow
      .available(issue, caller.principal)
      .filter(({ id }) => wanted === undefined || id === wanted)
      .map(({ id, name, from, to }) => ({
        id,
        name: inLocale(name, caller.locale),
        to: statusJson(store.workflows.status(to), viewpointOf(context, store)),
        hasScreen: false,
        isGlobal: from.length === 0,
        isInitial: false,
        isAvailable: true,
        isConditional: false,
        isLooped: to === issue.statusId,
      }));
    return context.json({ expand: 'transitions', transitions });
  });

  // Jira answers 400, not 403, when the person may not move the issue.
  routes.post('/issue/:idOrKey/transitions', needs('write:jira-work'), async (context) => {
    onlyQuery(context);
    const { principal } = context.get('caller');
    const issue = visibleIssue(store, context.req.param('idOrKey'), principal);
    const { transition, ...rest } = await readBody(context, transitionRequest);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' in a transition`);
    const id = String(transition?.id ?? '');
    if (id === '') throw new JiraRefusal(400, ["Missing 'transition' identifier"]);
    if (!/^\d+$/u.test(id)) throw new JiraRefusal(400, ["'transition' identifier must be an integer"]);
    const outcome = await workflow.execute(issue, id, principal);
    switch (outcome.kind) {
      case 'moved':
        return context.body(null, 204);
      case 'refused':
        throw new JiraRefusal(400, [outcome.message]);
      case 'forbidden':
      case 'unavailable':
        throw new JiraRefusal(400, [`Transition id '${id}' is not valid for this issue.`]);
    }
  });

  return routes;
}
