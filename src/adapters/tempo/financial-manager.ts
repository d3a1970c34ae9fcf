import * as z from 'zod/mini';
import { addDays } from '../../domain/calendar';
import type { CostFacts, PlannedCost } from '../../domain/cost-figures';
import type { CostProject } from '../../domain/cost-project';
import type { CostRefresh } from '../../domain/figures';
import { isCostProjectId, isPlanId, isProjectId, type PlanId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import { OutsideError } from '../../ports/errors';
import type { Costs } from '../../ports/costs';
import type { TempoCredentials } from '../../ports/planner';
import type { Http } from '../http/http';
import { listedPerPage, labourPerPage, mostPages } from './assumptions';
import { expense, fixedRevenue, plannedLabour, project, roles, summary, workedLabour, type ProjectAnswer } from './financial-answers';
import { currencyOf, dayOf, priced, revenueDays, sum } from './financial-money';
import { createTempoApi, type TempoApi } from './tempo-api';

/** Tempo REST API 4.0, "Projects": Financial Manager's own projects, which are not Jira's. */
export function createFinancialManager({ http, credentials }: { readonly http: Http; readonly credentials: () => Promise<TempoCredentials> }): Costs {
  // There is no way to ask for the project of one Jira project, or for one role, so both lists are read once in a run.
  const projects = once(async () => allPages(createTempoApi(http, await credentials()), '/4/projects', project(), listedPerPage));
  const roleNames = once(async () => readRoles(createTempoApi(http, await credentials())));

  return {
    async projects() {
      return (await projects()).flatMap(costProject);
    },

    async facts(id, asOf, until) {
      const api = createTempoApi(http, await credentials());
      const known = (await projects()).find((one) => one.id === id);
      if (known === undefined) throw new OutsideError('tempo', 'missing', 'Financial Manager has no such project');
      const path = `/4/projects/${id}`;
      const [totals, work, planned, names] = await Promise.all([
        api.read(summary(), get(`${path}/financials/summary?date=${asOf}`)),
        allPages(api, `${path}/actuals/labor?to=${asOf}`, workedLabour(), labourPerPage),
        plannedBehind(api, path, asOf, until),
        roleNames(),
      ]);
      const { labor, expense: spent, total } = totals.cost.actual;
      const earned = totals.revenue?.actual;
      const currency = currencyOf([total, labor, ...(spent == null ? [] : [spent]), ...(earned == null ? [] : [earned.total])]);
      // Most projects have none, and then a call is saved.
      const [expenses, fixed] = await Promise.all([
        spent == null || spent.value === 0 ? [] : allPages(api, `${path}/actuals/expenses`, expense(), labourPerPage),
        earned?.fixedRevenue == null || earned.fixedRevenue.value === 0 ? [] : allPages(api, `${path}/fixed-revenues`, fixedRevenue(), labourPerPage),
      ]);
      return {
        currency,
        isFixedPrice: known.isFixedPrice === true,
        refreshes: refreshesOf(known),
        labour: sum(currency, labor),
        expenses: spent == null ? sum(currency, { currencyCode: total.currencyCode, value: 0 }) : sum(currency, spent),
        revenue: earned == null ? null : sum(currency, earned.total),
        costBudget: totals.cost.budget == null ? null : sum(currency, totals.cost.budget),
        work: work.map((one) => priced(currency, one, names)),
        dated: {
          expenses: expenses.map(({ date, cost }) => ({ day: dayOf(date), amount: sum(currency, cost) })),
          fixedRevenue: fixed.flatMap((one) => revenueDays(currency, one, asOf)),
        },
        planned: planned?.map((one): PlannedCost => ({ day: one.date == null ? null : dayOf(one.date), planId: planIdOf(one.planId), seconds: one.plannedSeconds, cost: sum(currency, one.cost), revenue: sum(currency, one.revenue) })),
      } satisfies CostFacts;
    },
  };
}

function planIdOf(id: number | null | undefined): PlanId | null {
  const text = String(id ?? '');
  return isPlanId(text) ? text : null;
}

const get = (path: string) => ({ method: 'GET', path, repeatable: true }) as const;

/** Planned labour needs Capacity Planner beside Financial Manager; without it nobody can say what is to come. */
async function plannedBehind(api: TempoApi, path: string, asOf: PlainDate, until: PlainDate | null) {
  const from = addDays(asOf, 1);
  if (until === null) return undefined;
  if (until < from) return [];
  try {
    return await allPages(api, `${path}/plans/labor?from=${from}&to=${until}`, plannedLabour(), labourPerPage);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Every item of a list, page after page, each page asked for by its number, so that the address in `next` need not be trusted. */
async function allPages<Item>(api: TempoApi, path: string, item: z.ZodMiniType<Item>, perPage: number): Promise<readonly Item[]> {
  const page = z.object({ metadata: z.object({ next: z.nullish(z.string()) }), results: z.array(item) });
  const found: Item[] = [];
  for (let number = 0; number < mostPages; number += 1) {
    const { metadata, results } = await api.read(page, get(`${path}${path.includes('?') ? '&' : '?'}limit=${perPage}&offset=${number * perPage}`));
    found.push(...results);
    if (metadata.next == null || results.length === 0) return found;
  }
  throw new OutsideError('tempo', 'unexpectedAnswer', `more than ${mostPages} pages of ${path.split('?')[0] ?? ''}`);
}

/** Names of roles by their ids; they belong to another scope of the token, and without it people have no role here. */
async function readRoles(api: TempoApi): Promise<ReadonlyMap<string, string>> {
  try {
    const { results } = await api.read(roles(), get('/4/roles'));
    return new Map(results.map(({ id, name }) => [String(id), name]));
  } catch (error) {
    if (isRefusal(error)) return new Map();
    throw error;
  }
}

const isRefusal = (error: unknown): boolean => error instanceof OutsideError && (error.failure === 'refused' || error.failure === 'missing');

/** Asked for once, and again only where that failed. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

const schedules: Readonly<Record<string, CostRefresh>> = { DAILY: 'daily', WEEKLY: 'weekly', OFF: 'byHand' };
const refreshesOf = ({ autoSync }: ProjectAnswer): CostRefresh => schedules[autoSync?.schedule ?? ''] ?? 'always';

/** One whose id is of another shape could never be asked for, so it is left out. */
function costProject({ id, name, scope, type }: ProjectAnswer): readonly CostProject[] {
  const source = scope?.source;
  if (!isCostProjectId(id)) return [];
  const covers = source?.type === 'JIRA_PROJECTS' ? (source.reference ?? '').split(',').map((part) => part.trim()).filter(isProjectId) : null;
  return [{ id, name: name.slice(0, 255), covers, countsMoney: type !== 'TIME_BASED' }];
}

