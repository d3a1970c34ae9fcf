import type { Deals, SalesforceCredentials } from '../../ports';
import { OutsideError } from '../../ports';
import type { Http } from '../http/http';
import type { ApiUsage } from './api-usage';
import { testConnection } from './connection-test';
import { isHidden, queryChanges, queryDeals, queryHistory, queryStages } from './deal-queries';
import { parseMyDomain } from './my-domain';
import { createSession, type Session, type TokenCache } from './session';
import { chunksOf, containing, idList } from './soql';

export interface SalesforceOptions {
  /** Made for the system salesforce. */
  readonly http: Http;
  /** The stored ones. @throws NotConnected */
  readonly credentials: () => Promise<SalesforceCredentials>;
  readonly tokens: TokenCache;
}

export interface Salesforce extends Deals {
  /** Of the organisation's daily API calls, as Salesforce's last answer said. */
  usage(): ApiUsage | undefined;
}

const longestSearch = 100;
const mostFound = 200;

/** Salesforce, read only. For one invocation: it holds the session of one customer. */
export function createSalesforce({ http, credentials, tokens }: SalesforceOptions): Salesforce {
  let opened: Session | undefined;

  async function session(): Promise<Session> {
    if (opened) return opened;
    const stored = await credentials();
    const domain = parseMyDomain(stored.myDomain);
    if (!domain.ok) throw new OutsideError('salesforce', 'rejected', 'the stored address is no My Domain host');
    opened ??= createSession(http, { ...stored, myDomain: domain.host }, tokens);
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
      for (const chunk of chunksOf(ids)) found.push(...(await queryDeals(await session(), `WHERE Id IN ${idList(chunk)}`)));
      return found;
    },

    async changedSince(since) {
      // The filter is cut to the second, so what lies before the instant in that second is left out here.
      return (await queryChanges(await session(), since)).filter((change) => change.modifiedAt >= since);
    },

    async history(id) {
      try {
        return await queryHistory(await session(), id);
      } catch (error) {
        // Without the right to read it a deal is planned all the same; `test` tells the administrator.
        if (isHidden(error)) return [];
        throw error;
      }
    },

    usage: () => opened?.usage(),
  };
}
