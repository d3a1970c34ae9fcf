import { Hono } from 'hono';
import * as z from 'zod/mini';
import { blocksType } from '../issue-link-store';
import type { Issue } from '../model';
import type { JiraStore } from '../store';
import { needs, visibleIssue, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { onlyQuery, readBody } from './request';
import { viewpointOf } from './viewpoint';

const end = z.object({ id: z.optional(z.string()), key: z.optional(z.string()) });
const newLink = z.looseObject({
  type: z.object({ id: z.optional(z.string()), name: z.optional(z.string()) }),
  inwardIssue: end,
  outwardIssue: end,
});

/** Jira Cloud REST API v3, groups "Issue links" and "Issue link types". */
export function issueLinkRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/issueLinkType', needs('read:jira-work'), (context) => {
    onlyQuery(context);
    return context.json({ issueLinkTypes: [{ ...blocksType, self: `${viewpointOf(context, store).api}/issueLinkType/${blocksType.id}` }] });
  });

  // The inward issue blocks the outward one: each then shows the other at its own end.
  routes.post('/issueLink', needs('write:jira-work'), async (context) => {
    onlyQuery(context);
    const { type, inwardIssue, outwardIssue, ...rest } = await readBody(context, newLink);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' when issues are linked`);
    if (type.id !== blocksType.id && type.name !== blocksType.name) throw new JiraRefusal(404, [`No issue link type with name '${type.name ?? type.id ?? ''}' found.`]);
    const blocker = linkable(context, store, inwardIssue.id ?? inwardIssue.key ?? '');
    const blocked = linkable(context, store, outwardIssue.id ?? outwardIssue.key ?? '');
    if (blocker.id === blocked.id) throw new JiraRefusal(400, ['You cannot link an issue to itself.']);
    store.links.add(blocker.id, blocked.id);
    return context.body(null, 201);
  });

  routes.delete('/issueLink/:id', needs('write:jira-work'), (context) => {
    onlyQuery(context);
    const link = store.links.find(context.req.param('id'));
    if (link === undefined) throw new JiraRefusal(404, [`No issue link with id '${context.req.param('id')}' exists.`]);
    const ends = [link.blockerId, link.blockedId].map((id) => visibleIssue(store, id, context.get('caller').principal));
    // Whoever may link work in one of the two projects may part the two.
    if (!ends.some(({ projectId }) => store.permissions.has(context.get('caller').principal, 'LINK_ISSUES', projectId))) throw noLinkPermission();
    store.links.remove(link);
    return context.body(null, 204);
  });

  return routes;
}

function linkable(context: JiraContext, store: JiraStore, idOrKey: string): Issue {
  const { principal } = context.get('caller');
  const issue = visibleIssue(store, idOrKey, principal);
  if (!store.permissions.has(principal, 'LINK_ISSUES', issue.projectId)) throw noLinkPermission();
  return issue;
}

const noLinkPermission = (): JiraRefusal => new JiraRefusal(401, ['No Link Issue Permission for issue.']);
