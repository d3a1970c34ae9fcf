import * as z from 'zod/mini';
import type { OrganisationId } from '../../domain/ids';
import type { ApiBudget } from '../../domain/connection-state';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { Http, HttpAnswer } from '../http/http';
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

  async function call(path: string, token: string): Promise<HttpAnswer> {
    const answer = await http.send({
      method: 'GET',
      url: `https://${credentials.myDomain}${path}`,
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      repeatable: true,
    });
    usage = parseApiUsage(answer.headers.get('sforce-limit-info')) ?? usage;
    return answer;
  }

  return {
    async open() {
      return { organisationId: await renewOnce() };
    },
    async get(path) {
      const token = await current();
      let answer = await call(path, token);
      if (isSessionOver(answer)) answer = await call(path, await current(token));
      if (answer.status !== 200) throw dataErrorOf(answer);
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
