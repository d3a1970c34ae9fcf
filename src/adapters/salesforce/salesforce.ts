import type { Deals } from '../../ports/deals';
import type { Http } from '../http/http';
import { testConnection } from './connection-test';
import { queryChanges, queryDeals, querySeenDeals, queryStages } from './deal-queries';
import type { Organisation } from './organisation';
import { chunksOf, containing } from './soql';

const longestSearch = 100;
const mostFound = 200;

/** Deals of Salesforce, read only. */
export function createSalesforce(http: Http, { session, usage }: Organisation): Deals {
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

    budget: usage,
  };
}
