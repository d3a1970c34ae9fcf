import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { IssueSearch } from '../issue-search';
import type { JiraStore } from '../store';
import { needs, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal, NotModelled } from './answers';
import { chooseFields, issueJson } from './issue-fields';
import { listOf, onlyQuery, readBody, wholeNumber } from './request';
import { viewpointOf } from './viewpoint';

const pageLimit = 5000;
/** Jira gives fewer issues to a page when more than ids are asked for. */
const pageLimitWithFields = 100;

const searchRequest = z.looseObject({
  jql: z.optional(z.string()),
  nextPageToken: z.optional(z.nullable(z.string())),
  maxResults: z.optional(z.int().check(z.minimum(0))),
  fields: z.optional(z.array(z.string())),
});
const countRequest = z.strictObject({ jql: z.string() });

interface Search {
  readonly jql: string;
  readonly nextPageToken: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[];
}

/** Jira Cloud REST API v3, "Search for issues using JQL enhanced search" and "Count issues using JQL". */
export function searchRoutes(store: JiraStore, issueSearch: IssueSearch): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();

  routes.get('/search/jql', needs('read:jira-work'), (context) => {
    onlyQuery(context, 'jql', 'nextPageToken', 'maxResults', 'fields');
    return answer(context, store, issueSearch, {
      jql: context.req.query('jql') ?? '',
      nextPageToken: context.req.query('nextPageToken'),
      maxResults: wholeNumber(context, 'maxResults', 50, pageLimit),
      fields: listOf(context, 'fields'),
    });
  });

  routes.post('/search/jql', needs('read:jira-work'), async (context) => {
    onlyQuery(context);
    const { jql = '', nextPageToken, maxResults = 50, fields = [], ...rest } = await readBody(context, searchRequest);
    for (const name of Object.keys(rest)) throw new NotModelled(`'${name}' in search/jql`);
    return answer(context, store, issueSearch, { jql, nextPageToken: nextPageToken ?? undefined, maxResults: Math.min(maxResults, pageLimit), fields });
  });

  routes.post('/search/approximate-count', needs('read:jira-work'), async (context) => {
    onlyQuery(context);
    const { jql } = await readBody(context, countRequest);
    return context.json({ count: store.issues.select(await issueSearch.condition(jql, context.get('caller').principal), { startAt: 0, maxResults: 0 }).total });
  });

  return routes;
}

async function answer(context: JiraContext, store: JiraStore, issueSearch: IssueSearch, search: Search): Promise<Response> {
  const condition = await issueSearch.condition(search.jql, context.get('caller').principal);
  const fields = chooseFields(search.fields, 'id');
  const maxResults = fields.length === 0 ? search.maxResults : Math.min(search.maxResults, pageLimitWithFields);
  const startAt = readToken(search);
  const page = store.issues.select(condition, { startAt, maxResults });
  const end = startAt + page.values.length;
  const isLast = end >= page.total || maxResults === 0;
  const viewpoint = viewpointOf(context, store);
  const onlyIds = search.fields.length === 0 || search.fields.every((name) => name === 'id');
  const issues = page.values.map((issue) => (onlyIds ? { id: issue.id } : issueJson(issue, fields, viewpoint)));
  return context.json({ issues, ...(isLast ? {} : { nextPageToken: writeToken(search.jql, end) }), isLast });
}

function jqlMark(jql: string): string {
  return createHash('sha256').update(jql).digest('base64url').slice(0, 12);
}

function writeToken(jql: string, startAt: number): string {
  return Buffer.from(`${jqlMark(jql)}:${startAt}`).toString('base64url');
}

/** A token is good for the query it was given for. */
function readToken({ jql, nextPageToken }: Search): number {
  if (nextPageToken === undefined || nextPageToken === '') return 0;
  const [mark, startAt] = Buffer.from(nextPageToken, 'base64url').toString().split(':');
  if (mark !== jqlMark(jql) || startAt === undefined || !/^\d+$/u.test(startAt)) {
    throw new JiraRefusal(400, ['The provided next page token is invalid or expired.']);
  }
  return Number(startAt);
}
