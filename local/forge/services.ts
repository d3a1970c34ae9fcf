import * as z from 'zod/mini';
import { jsonAnswer, notModelled, readJson } from './answers';
import type { Egress } from './egress';
import type { InvocationAccount, Services } from './invocations';
import { limits } from './limits';
import { requestJira, type ProductOptions } from './product';
import type { EventQueues } from './queue';
import type { AppStorage } from './storage/storage';
import type { WebTriggers } from './webtrigger';
import type { WireRequest, WireResponse } from './worker/messages';

/** Addresses that @forge/events 3 and @forge/api 8 use; the braces are filled in by Forge, not by the app. */
const queuePath = /^\/webhook\/queue\/(publish|stats|cancel)\//;
const personalDataPath = '/app/report-accounts';

const metaSchema = z.looseObject({
  type: z.string(),
  provider: z.optional(z.string()),
  remote: z.optional(z.string()),
  accountId: z.optional(z.string()),
  contextAri: z.optional(z.string()),
});
const graphSchema = z.looseObject({ query: z.string(), variables: z.optional(z.looseObject({})) });
const createInput = z.object({ input: z.looseObject({ triggerKey: z.string() }), forceCreate: z.optional(z.boolean()) });

export interface ServiceParts {
  readonly storage: AppStorage;
  readonly queues: EventQueues;
  readonly webTriggers: WebTriggers;
  readonly egress: Egress;
  readonly product: ProductOptions;
  readonly log: (line: string) => void;
}

/** Everything that a running function can ask of the world, by the way it asks. What is not here is answered 501. */
export function makeServices(parts: ServiceParts): Services {
  return async (request, account, signal) => {
    const response = await dispatch(parts, request, account, signal);
    if (response.status === 501 && request.target.kind === 'forge') {
      parts.log(`error: 501 for ${request.method} ${request.url}: ${Buffer.from(response.body ?? []).toString()}`);
    }
    return response;
  };
}

async function dispatch(
  parts: ServiceParts,
  request: WireRequest,
  account: InvocationAccount,
  signal: AbortSignal,
): Promise<WireResponse> {
  if (request.target.kind === 'egress') {
    account.egressCalls += 1;
    const minutes = Math.floor((performance.now() - account.startedAt) / 60_000) + 1;
    if (account.egressCalls > limits.egressRequestsPerMinute * minutes) {
      return jsonAnswer(429, { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests from one invocation.' });
    }
    return parts.egress.send(request, request.target.redirect, signal);
  }
  const meta = metaSchema.parse(request.target.meta);
  if (meta.type === 'kvs') {
    const { status, body } = parts.storage.handle(request.url, readJson(request.body), account.meter);
    return jsonAnswer(status, body);
  }
  if (meta.type !== 'fpp') return notModelled(`requests of type "${meta.type}"`);
  if (meta.contextAri !== undefined) return notModelled('withContext()');
  if (meta.remote === 'jira') {
    account.jiraCalls += 1;
    const call = { provider: meta.provider ?? 'none', onBehalfOf: meta.accountId, accountId: account.accountId };
    return requestJira(parts.product, call, request, signal);
  }
  if (meta.remote === 'stargate' && meta.provider === 'app') return platform(parts, request);
  return notModelled(`the product "${meta.remote ?? ''}" as ${meta.provider ?? 'nobody'}`);
}

function platform({ queues, webTriggers, product }: ServiceParts, request: WireRequest): WireResponse {
  const body = readJson(request.body);
  switch (queuePath.exec(request.url)?.[1]) {
    case 'publish':
      return queues.push(body);
    case 'stats':
      return queues.stats(body);
    case 'cancel':
      return queues.cancel(body);
    case undefined:
      break;
  }
  if (request.url === '/graphql') return graph(webTriggers, body);
  if (request.url === personalDataPath) {
    // No account of the local site is ever closed or renamed, which is what 204 says.
    return product.scopes.includes('report:personal-data')
      ? jsonAnswer(204, undefined)
      : jsonAnswer(403, { message: 'The manifest does not declare the scope report:personal-data.' });
  }
  return notModelled(`the platform's ${request.url}`);
}

function graph(webTriggers: WebTriggers, body: unknown): WireResponse {
  const { query = '', variables } = graphSchema.safeParse(body).data ?? {};
  if (query.includes('createWebTriggerUrl')) {
    const asked = createInput.safeParse(variables);
    if (!asked.success) return notModelled('a createWebTriggerUrl of this form');
    if (asked.data.forceCreate) return notModelled('forceCreate of a web trigger address');
    try {
      return jsonAnswer(200, { data: { createWebTriggerUrl: { url: webTriggers.url(asked.data.input.triggerKey) } } });
    } catch (error) {
      return jsonAnswer(200, { errors: [{ message: error instanceof Error ? error.message : String(error) }] });
    }
  }
  if (query.includes('webTriggerUrlsByAppContext')) {
    const urls = webTriggers.created().map(({ moduleKey, url }) => ({ triggerKey: moduleKey, url }));
    return jsonAnswer(200, { data: { webTriggerUrlsByAppContext: urls } });
  }
  return notModelled(`the GraphQL request ${query.slice(0, 80)}`);
}
