import * as z from 'zod/mini';
import type { PlanId, ProjectId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import { mostPages, plansPerLookUp, plansPerPage } from './assumptions';
import { concerns, planAnswer, type PlanAnswer } from './plan-answer';
import type { TempoApi } from './tempo-api';

const page = whenFirstUsed(() => z.object({
  metadata: z.object({ next: z.optional(z.nullable(z.string())) }),
  results: z.array(planAnswer()),
}));

const path = '/4/plans';

/** The offset at which the next page begins. Its address must be the same list on the same host: the token goes there. */
function nextOffset(next: string, host: string, offset: number): number {
  const refuse = (): OutsideError => new OutsideError('tempo', 'unexpectedAnswer', 'metadata.next: no address of a further page');
  if (!URL.canParse(next)) throw refuse();
  const url = new URL(next);
  const found = url.searchParams.get('offset') ?? '';
  if (url.protocol !== 'https:' || url.host !== host || url.pathname !== path || !/^[0-9]{1,9}$/.test(found)) throw refuse();
  if (Number(found) <= offset) throw new OutsideError('tempo', 'unexpectedAnswer', 'metadata.next: the page does not advance');
  return Number(found);
}

/**
 * Those of the plans that exist and touch the days (Tempo REST API 4.0, GET /4/plans?planIds).
 * What was not asked for is left out, for a filter that is not understood is ignored there.
 */
export async function listPlansById(api: TempoApi, ids: readonly PlanId[], from: PlainDate, to: PlainDate): Promise<readonly PlanAnswer[]> {
  const found: PlanAnswer[] = [];
  for (let start = 0; start < ids.length; start += plansPerLookUp) {
    const wanted = new Set<string>(ids.slice(start, start + plansPerLookUp));
    const query = new URLSearchParams({ from, to, limit: String(plansPerPage) });
    for (const id of wanted) query.append('planIds', id);
    const { metadata, results } = await api.read(page(), { method: 'GET', path: `${path}?${query}`, repeatable: true });
    // More than were asked for: the filter was ignored, and what is missing here may stand on a later page.
    if (metadata.next !== undefined && metadata.next !== null) throw new OutsideError('tempo', 'unexpectedAnswer', 'more plans than were asked for');
    found.push(...results.filter(({ id }) => wanted.has(id)));
  }
  return found;
}

/**
 * Every plan that concerns a project in a window of days (Tempo REST API 4.0, GET /4/plans).
 * What Tempo's filter lets through is filtered again, for a filter that is not understood is ignored there.
 */
export async function listPlans(api: TempoApi, projectId: ProjectId, from: PlainDate, to: PlainDate): Promise<readonly PlanAnswer[]> {
  const found = new Map<string, PlanAnswer>();
  let offset = 0;
  for (let number = 1; number <= mostPages; number += 1) {
    const query = new URLSearchParams({ from, to, projectIds: projectId, limit: String(plansPerPage), offset: String(offset) });
    const { metadata, results } = await api.read(page(), { method: 'GET', path: `${path}?${query}`, repeatable: true });
    for (const plan of results) {
      if (concerns(plan, projectId)) found.set(plan.id, plan);
    }
    if (metadata.next === undefined || metadata.next === null) return [...found.values()];
    offset = nextOffset(metadata.next, api.host, offset);
  }
  throw new OutsideError('tempo', 'unexpectedAnswer', `more than ${mostPages} pages`);
}
