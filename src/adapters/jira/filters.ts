import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { Filters, KeptFilter } from '../../ports/filters';
import type { Http } from '../http/http';
import { expectStatus, get, read, send } from './client';

/** As manifest.yml names it. */
const functionName = 'deliveryGate';
const page = 100;

const computation = whenFirstUsed(() => z.object({
  id: z.string(),
  functionName: z.string(),
  operator: z.string(),
  arguments: z.optional(z.array(z.string())),
  value: z.nullish(z.string()),
  error: z.nullish(z.string()),
}));
const computations = whenFirstUsed(() => z.object({ isLast: z.optional(z.boolean()), values: z.array(computation()) }));

/** What Jira keeps of our JQL function (Jira Cloud platform REST API v3, "Get precomputations (apps)", "Update precomputations (apps)"). */
export function createFilters({ app }: { readonly app: Http }): Filters {
  return {
    async kept() {
      const found: KeptFilter[] = [];
      for (let startAt = 0; ; startAt += page) {
        const { values, isLast } = read(computations(), await get(app, `/rest/api/3/jql/function/computation?startAt=${startAt}&maxResults=${page}`));
        found.push(...values.filter((one) => one.functionName === functionName).map(keptFilter));
        if (isLast !== false || values.length === 0) return found;
      }
    },

    async keep(answers) {
      for (let from = 0; from < answers.length; from += page) {
        const values = answers.slice(from, from + page).map(({ id, answer }) => ('jql' in answer ? { id, value: answer.jql } : { id, error: answer.error }));
        expectStatus(await send(app, 'POST', '/rest/api/3/jql/function/computation?skipNotFoundPrecomputations=true', { values }, true), 200, 204);
      }
    },
  };
}

const keptFilter = ({ id, operator, arguments: given = [], value, error }: z.infer<ReturnType<typeof computation>>): KeptFilter => ({
  id,
  clause: { isNegated: isNegation(operator), arguments: given },
  kept: value == null ? { error: error ?? '' } : { jql: value },
});

/** `not in`, however Jira writes it. */
const isNegation = (operator: string): boolean => /not/i.test(operator);
