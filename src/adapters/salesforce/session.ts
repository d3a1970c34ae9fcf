import * as z from 'zod/mini';
import type { OrganisationId } from '../../domain/ids';
import type { ApiBudget } from '../../domain/connection-state';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { Http, HttpAnswer, HttpRequest } from '../http/http';
import { parseApiUsage } from './api-usage';
import { dataErrorOf, isSessionOver } from './data-error';
import { requestToken } from './token-endpoint';

/** Keeps a session from one invocation to the next. What is saved holds a token: it belongs into a secret store. */
export interface TokenCache {
  read(): Promise<string | undefined>;
  save(token: string): Promise<void>;
}

const kept = whenFirstUsed(() => z.object({
  host: z.string(),
  clientId: z.string(),
  accessToken: z.string(),
  /** Opportunity has no CurrencyIsoCode. */
  isSingleCurrency: z.boolean(),
}));
type Kept = z.infer<ReturnType<typeof kept>>;

/** One organisation's API with its token. */
export interface Session {
  /** @throws TokenError */
  open(): Promise<{ readonly organisationId: OrganisationId | null }>;
  /**
   * The body of a 200.
   * @param path from /services/data/ on.
   * @throws DataError, TokenError, OutsideError
   */
  get(path: string): Promise<string>;
  /**
   * Changes something, and gives the body of a 2xx, which may be empty. It is sent once, or again where nothing was done: after 429,
   * and when the session was over.
   * @param path from /services/data/ on.
   * @throws DataError, TokenError, OutsideError; after `unavailable` it may have been carried out.
   */
  change(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<string>;
  /** As the last answer said. */
  usage(): ApiBudget | undefined;
  isSingleCurrency(): Promise<boolean>;
  rememberSingleCurrency(): Promise<void>;
}

/** The app of an organisation; its secret is read when a token is needed. */
interface App {
  /** A host that `parseMyDomain` has passed. */
  readonly myDomain: string;
  readonly clientId: string;
  readonly secret: () => Promise<string>;
}

export function createSession(http: Http, credentials: App, cache: TokenCache): Session {
  let state: Kept | undefined;
  let usage: ApiBudget | undefined;
  let reading: Promise<void> | undefined;
  let renewing: Promise<OrganisationId | null> | undefined;

  /** A token that was kept for another host or another app is never sent. */
  async function readCache(): Promise<void> {
    const found = parseKept(await cache.read());
    if (found?.host === credentials.myDomain && found.clientId === credentials.clientId) state ??= found;
  }

  async function renew(): Promise<OrganisationId | null> {
    const { myDomain, clientId, secret } = credentials;
    const token = await requestToken(http, { myDomain, clientId, clientSecret: await secret() });
    state = {
      host: credentials.myDomain,
      clientId: credentials.clientId,
      accessToken: token.accessToken,
      isSingleCurrency: state?.isSingleCurrency ?? false,
    };
    await cache.save(JSON.stringify(state));
    return token.organisationId;
  }

  /** One token at a time, however many requests wait for it. */
  function renewOnce(): Promise<OrganisationId | null> {
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function current(stale?: string): Promise<string> {
    reading ??= readCache();
    await reading;
    if (!state || state.accessToken === stale) await renewOnce();
    return state?.accessToken ?? '';
  }

  async function call(method: HttpRequest['method'], path: string, body?: unknown): Promise<HttpAnswer> {
    const send = async (token: string): Promise<HttpAnswer> => {
      const answer = await http.send({
        method,
        url: `https://${credentials.myDomain}${path}`,
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
        repeatable: method === 'GET',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      usage = parseApiUsage(answer.headers.get('sforce-limit-info')) ?? usage;
      return answer;
    };
    const token = await current();
    const answer = await send(token);
    return isSessionOver(answer) ? send(await current(token)) : answer;
  }

  return {
    async open() {
      return { organisationId: await renewOnce() };
    },
    async get(path) {
      const answer = await call('GET', path);
      if (answer.status !== 200) throw dataErrorOf(answer);
      return answer.text;
    },
    async change(method, path, body) {
      const answer = await call(method, path, body);
      if (answer.status < 200 || answer.status > 299) throw dataErrorOf(answer);
      return answer.text;
    },
    usage: () => usage,
    async isSingleCurrency() {
      await current();
      return state?.isSingleCurrency ?? false;
    },
    async rememberSingleCurrency() {
      if (!state || state.isSingleCurrency) return;
      state = { ...state, isSingleCurrency: true };
      await cache.save(JSON.stringify(state));
    },
  };
}

function parseKept(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    return kept().parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
