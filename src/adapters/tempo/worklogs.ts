import * as z from 'zod/mini';
import { isAccountId, type ProjectId } from '../../domain/ids';
import type { Worklog } from '../../domain/own-figures';
import { isPlainDate, type PlainDate } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import type { TempoCredentials } from '../../ports/planner';
import type { Worklogs } from '../../ports/worklogs';
import type { Http } from '../http/http';
import { mostPages, worklogsPerPage } from './assumptions';
import { createTempoApi } from './tempo-api';

const seconds = whenFirstUsed(() => z.int().check(z.minimum(0)));
const worklog = whenFirstUsed(() => z.object({
  tempoWorklogId: z.int(),
  author: z.object({ accountId: z.string() }),
  startDate: z.string(),
  timeSpentSeconds: seconds(),
  billableSeconds: z.nullish(seconds()),
}));
const page = whenFirstUsed(() => z.object({ metadata: z.object({ next: z.nullish(z.string()) }), results: z.array(worklog()) }));

/**
 * Time logged on a project's issues (Tempo REST API 4.0, "Retrieve worklogs for a given project"). Where Tempo says nothing of
 * billable time, all of it is.
 */
export function createWorklogs({ http, credentials }: { readonly http: Http; readonly credentials: () => Promise<TempoCredentials> }): Worklogs {
  return {
    async ofProject(projectId: ProjectId, from: PlainDate, to: PlainDate) {
      const api = createTempoApi(http, await credentials());
      const found = new Map<number, Worklog>();
      for (let number = 0; number < mostPages; number += 1) {
        const query = new URLSearchParams({ from, to, limit: String(worklogsPerPage), offset: String(number * worklogsPerPage) });
        const { metadata, results } = await api.read(page(), { method: 'GET', path: `/4/worklogs/project/${projectId}?${query}`, repeatable: true });
        for (const one of results) found.set(one.tempoWorklogId, logged(one));
        // A page of its own making is asked for, so that the address in `next` need not be trusted.
        if (metadata.next == null || results.length === 0) return [...found.values()];
      }
      throw new OutsideError('tempo', 'unexpectedAnswer', `more than ${mostPages} pages of worklogs`);
    },
  };
}

function logged({ author: { accountId }, startDate, timeSpentSeconds, billableSeconds }: z.infer<ReturnType<typeof worklog>>): Worklog {
  if (!isAccountId(accountId) || !isPlainDate(startDate)) throw new OutsideError('tempo', 'unexpectedAnswer', 'a worklog without a person or a day');
  return { author: accountId, day: startDate, seconds: timeSpentSeconds, billableSeconds: billableSeconds ?? timeSpentSeconds };
}
