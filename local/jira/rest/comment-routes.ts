import { Hono } from 'hono';
import * as z from 'zod/mini';
import { adfDocument } from '../document-schema';
import { accountOf } from '../model';
import type { JiraStore } from '../store';
import { needs, requirePermission, visibleIssue, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { commentJson } from './representation';
import { onlyQuery, readBody, wholeNumber } from './request';
import { viewpointOf } from './viewpoint';

const newComment = z.looseObject({ body: z.optional(z.unknown()) });

/** Jira Cloud REST API v3, group "Issue comments". */
export function commentRoutes(store: JiraStore): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/issue/:idOrKey/comment', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'startAt', 'maxResults');
    const issue = visibleIssue(store, context.req.param('idOrKey'), context.get('caller').principal);
    const startAt = wholeNumber(context, 'startAt', 0);
    const maxResults = wholeNumber(context, 'maxResults', 100, 5000);
    const comments = store.comments.ofIssue(issue.id, startAt, maxResults).map((comment) => commentJson(comment, viewpointOf(context, store)));
    return context.json({ startAt, maxResults, total: store.comments.count(issue.id), comments });
  });

  routes.get('/issue/:idOrKey/comment/:id', needs('read:jira-work'), (context) => {
    onlyQuery(context);
    const issue = visibleIssue(store, context.req.param('idOrKey'), context.get('caller').principal);
    const comment = store.comments.find(context.req.param('id'));
    if (comment?.issueId !== issue.id) {
      throw new JiraRefusal(404, [`Can not find a comment for the id: ${context.req.param('id')}.`]);
    }
    return context.json(commentJson(comment, viewpointOf(context, store)));
  });

  routes.post('/issue/:idOrKey/comment', needs('write:jira-work'), async (context) => {
    onlyQuery(context);
    const { principal } = context.get('caller');
    const issue = visibleIssue(store, context.req.param('idOrKey'), principal);
    requirePermission(store, principal, 'ADD_COMMENTS', issue.projectId, 'You do not have permission to add comments to this issue.');
    const { body, ...rest } = await readBody(context, newComment);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' of a comment`);
    const document = z.safeParse(adfDocument, body);
    if (!document.success) throw new JiraRefusal(400, [], { comment: 'Comment body is not valid!' });
    const author = accountOf(principal);
    return context.json(commentJson(store.comments.add(issue.id, author, document.data), viewpointOf(context, store)), 201);
  });

  return routes;
}
