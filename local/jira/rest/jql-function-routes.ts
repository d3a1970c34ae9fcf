import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { IssueSearch } from '../issue-search';
import type { KeptAnswer, Precomputation, PrecomputationOrder } from '../precomputation-store';
import type { JiraStore } from '../store';
import { needs, type JiraContext, type JiraEnvironment } from './access';
import { JiraRefusal } from './answers';
import { readFragment } from './jql-function-calls';
import { jiraTime, type Json, type Viewpoint } from './representation';
import { listOf, onlyQuery, readBody, wholeNumber } from './request';
import { viewpointOf } from './viewpoint';

const pageLimit = 100;

const orderBy = z.enum(['functionKey', 'used', 'created', 'updated']);
const byIdRequest = z.strictObject({ precomputationIDs: z.optional(z.array(z.string())) });
const updateRequest = z.strictObject({
  values: z.optional(z.array(z.strictObject({ id: z.string(), value: z.optional(z.string()), error: z.optional(z.string()) }))),
});

/**
 * Jira Cloud REST API v3, group "JQL functions (apps)". Jira does not insist on the scopes yet and says that it will; here they are needed.
 * @param extensionPrefix what a function's module key follows.
 */
export function jqlFunctionRoutes(store: JiraStore, search: IssueSearch, extensionPrefix: string): Hono<JiraEnvironment> {
  const routes = new Hono<JiraEnvironment>();
  const { kept } = search;
  const own = (): string[] => search.modules().functions().map(({ key }) => key);
  const find = (id: string): Precomputation | undefined => {
    const found = kept.find(id);
    return found !== undefined && own().includes(found.moduleKey) ? found : undefined;
  };

  routes.get('/jql/function/computation', needs('read:app-data:jira'), (context) => {
    requireApp(context);
    onlyQuery(context, 'functionKey', 'startAt', 'maxResults', 'orderBy');
    const asked = listOf(context, 'functionKey').map((key) => ({ key, moduleKey: key.slice(extensionPrefix.length) }));
    const unknown = asked.find(({ key, moduleKey }) => !key.startsWith(extensionPrefix) || !own().includes(moduleKey));
    if (unknown !== undefined) throw new JiraRefusal(404, [`JQL function with key '${unknown.key}' does not exist.`]);
    const startAt = wholeNumber(context, 'startAt', 0);
    const maxResults = wholeNumber(context, 'maxResults', pageLimit, pageLimit);
    const all = kept.all(asked.length === 0 ? own() : asked.map(({ moduleKey }) => moduleKey), ...orderOf(context));
    const values = all.slice(startAt, startAt + maxResults);
    const viewpoint = viewpointOf(context, store);
    return context.json({
      isLast: startAt + values.length >= all.length,
      maxResults,
      startAt,
      total: all.length,
      values: values.map((each) => precomputationJson(each, extensionPrefix, viewpoint)),
    });
  });

  routes.post('/jql/function/computation/search', needs('read:app-data:jira'), async (context) => {
    requireApp(context);
    onlyQuery(context, 'orderBy');
    const { precomputationIDs = [] } = await readBody(context, byIdRequest);
    const wanted = new Set(precomputationIDs);
    const found = kept.all(own(), ...orderOf(context)).filter(({ id }) => wanted.delete(id));
    const viewpoint = viewpointOf(context, store);
    return context.json({ precomputations: found.map((each) => precomputationJson(each, extensionPrefix, viewpoint)), notFoundPrecomputationIDs: [...wanted] });
  });

  routes.post('/jql/function/computation', needs('write:app-data:jira'), async (context) => {
    requireApp(context);
    onlyQuery(context, 'skipNotFoundPrecomputations');
    const { values = [] } = await readBody(context, updateRequest);
    const skips = context.req.query('skipNotFoundPrecomputations') ?? 'false';
    if (skips !== 'true' && skips !== 'false') throw new JiraRefusal(400, [`'${skips}' is not a value of skipNotFoundPrecomputations.`]);
    const updates = values.map(({ id, value, error }) => ({ id, answer: answerOf(id, value, error), known: find(id) }));
    const missing = updates.filter(({ known }) => known === undefined).map(({ id }) => id);
    if (missing.length > 0 && skips === 'false') {
      return context.json({ errorMessages: ['Some precomputations were not found.'], notFoundPrecomputationIDs: missing }, 404);
    }
    // All are looked at before the first is written, so that a request that is refused changes nothing.
    for (const { answer, known } of updates) {
      if (known !== undefined && answer.value !== null) readFragment(answer.value, known.functionName, search.modules());
    }
    for (const { id, answer, known } of updates) if (known !== undefined) kept.update(id, answer);
    return skips === 'true' ? context.json({ notFoundPrecomputationIDs: missing }) : context.body(null, 204);
  });

  return routes;
}

/** Only an app's requests carry scopes. */
function requireApp(context: JiraContext): void {
  if (context.get('scopes') === undefined) throw new JiraRefusal(403, ['This API is only accessible to apps.']);
}

function answerOf(id: string, value: string | undefined, error: string | undefined): KeptAnswer {
  if (value !== undefined && error === undefined) return { value, error: null };
  if (error !== undefined && value === undefined) return { value: null, error };
  throw new JiraRefusal(400, [`The update of precomputation '${id}' needs either a value or an error.`]);
}

function orderOf(context: JiraContext): [PrecomputationOrder, boolean] {
  const text = context.req.query('orderBy') ?? 'created';
  const parsed = orderBy.safeParse(text.replace(/^[+-]/u, ''));
  if (!parsed.success) throw new JiraRefusal(400, [`The results cannot be ordered by '${text}'.`]);
  return [parsed.data, text.startsWith('-')];
}

function precomputationJson(each: Precomputation, extensionPrefix: string, viewpoint: Viewpoint): Json {
  const { id, moduleKey, functionName, field, operator, arguments: given, value, error } = each;
  return {
    id,
    functionKey: `${extensionPrefix}${moduleKey}`,
    functionName,
    field,
    operator,
    arguments: given,
    ...(value === null ? { error } : { value }),
    created: jiraTime(each.created, viewpoint),
    updated: jiraTime(each.updated, viewpoint),
    used: jiraTime(each.used, viewpoint),
  };
}
