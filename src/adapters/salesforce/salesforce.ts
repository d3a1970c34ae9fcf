import type { Deals, SalesforceCredentials } from '../../ports/deals';
import { OutsideError } from '../../ports/errors';
import type { Http } from '../http/http';
import { testConnection } from './connection-test';
import { queryChanges, queryDeals, querySeenDeals, queryStages } from './deal-queries';
import { parseMyDomain } from './my-domain';
import { createSession, type Session, type TokenCache } from './session';
import { chunksOf, containing } from './soql';

export interface SalesforceOptions {
  /** Made for the system salesforce. */
  readonly http: Http;
  /** The stored address and app. @throws NotConnected */
  readonly connection: () => Promise<Omit<SalesforceCredentials, 'clientSecret'>>;
  /** The stored secret; needed for a new token only. @throws NotConnected */
  readonly secret: () => Promise<string>;
  readonly tokens: TokenCache;
}

const longestSearch = 100;
const mostFound = 200;

/** Salesforce, read only. For one invocation: it holds the session of one customer. */
export function createSalesforce({ http, connection, secret, tokens }: SalesforceOptions): Deals {
  let opened: Session | undefined;

  async function session(): Promise<Session> {
    if (opened) return opened;
    const stored = await connection();
    const domain = parseMyDomain(stored.myDomain);
    if (!domain.ok) throw new OutsideError('salesforce', 'rejected', 'the stored address is no My Domain host');
    opened ??= createSession(http, { ...stored, myDomain: domain.host, secret }, tokens);
    return opened;
  }

  return {
    test: (candidate) => testConnection(http, candidate),

    stages: async () => queryStages(await session()),

    async search(text, limit) {
      const wanted = [...text.trim()].slice(0, longestSearch).join('');
      const pattern = containing(wanted);
      const where = wanted === '' ? '' : `WHERE Name LIKE ${pattern} OR Account.Name LIKE ${pattern} `;
      const most = Math.min(mostFound, Math.max(1, Math.trunc(limit)));
      return queryDeals(await session(), `${where}ORDER BY SystemModstamp DESC, Id LIMIT ${most}`);
    },

    async byIds(ids) {
      const found = [];
      for (const chunk of chunksOf(ids)) found.push(...(await querySeenDeals(await session(), chunk)));
      return found;
    },

    async changedSince(since) {
      // The filter is cut to the second, so what lies before the instant in that second is left out here.
      return (await queryChanges(await session(), since)).filter((change) => change.modifiedAt >= since);
    },

    budget: () => opened?.usage(),
  };
}
