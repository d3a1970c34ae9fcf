import * as z from 'zod/mini';
import { addDays, daysBetween } from '../../domain/calendar';
import { isAccountId, type AccountId } from '../../domain/ids';
import { findTag } from '../../domain/plan-entry';
import { isPlainDate, type PlainDate } from '../../domain/plain-date';
import type { ScheduledDay } from '../../domain/staffing/capacity';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import type { TempoCredentials } from '../../ports/planner';
import type { PlannedTime, Schedules } from '../../ports/schedules';
import type { Http } from '../http/http';
import { mostPages, peoplePerLookUp, plansWithDaysPerPage, quietDay } from './assumptions';
import { actualPlan, planAnswer, type PlanAnswer } from './plan-answer';
import { createTempoApi, type TempoApi } from './tempo-api';

const seconds = whenFirstUsed(() => z.int().check(z.minimum(0)));
const schedule = whenFirstUsed(() => z.object({ results: z.array(z.object({ date: z.string(), requiredSeconds: seconds() })) }));

/** A plan with what it takes on each day, which knows the person's holidays and days off (schema Plan, `plannedTime`). */
const dailyPlan = whenFirstUsed(() => z.extend(planAnswer(), {
  plannedTime: z.nullish(z.object({ days: z.nullish(z.object({ values: z.array(z.object({ date: z.string(), plannedSeconds: seconds() })) })) })),
}));
type DailyPlan = z.infer<ReturnType<typeof dailyPlan>>;
const page = whenFirstUsed(() => z.object({ metadata: z.object({ next: z.nullish(z.string()) }), results: z.array(dailyPlan()) }));

/**
 * Schedules and plans of people (Tempo REST API 4.0, GET /4/user-schedule/{accountId} and GET /4/plans?accountIds). The first
 * needs the token's scope for schemes, the second that for plans.
 */
export function createSchedules({ http, credentials }: { readonly http: Http; readonly credentials: () => Promise<TempoCredentials> }): Schedules {
  let opened: Promise<TempoApi> | undefined;
  const open = (): Promise<TempoApi> => (opened ??= credentials().then((given) => createTempoApi(http, given)));
  return {
    async ofPerson(accountId, from, to) {
      const query = new URLSearchParams({ from, to });
      const { results } = await (await open()).read(schedule(), { method: 'GET', path: `/4/user-schedule/${encodeURIComponent(accountId)}?${query}`, repeatable: true });
      return wholeSchedule(results, from, to);
    },

    async plannedFor(accountIds, from, to) {
      const found: PlannedTime[] = [];
      for (let start = 0; start < accountIds.length; start += peoplePerLookUp) {
        const wanted = new Set<string>(accountIds.slice(start, start + peoplePerLookUp));
        for (const plan of await plansOf(await open(), wanted, from, to)) found.push(...timeOf(plan, wanted, from, to));
      }
      return found;
    },
  };
}

/** Reads a day of the token's owner, whom nobody need know, to learn whether the token has the scope for schemes. @throws OutsideError */
export async function tryOwnSchedule(api: TempoApi): Promise<void> {
  const query = new URLSearchParams({ from: quietDay, to: quietDay });
  await api.read(schedule(), { method: 'GET', path: `/4/user-schedule?${query}`, repeatable: true });
}

/** Half a schedule would make a person free, or busy, on days that nobody knows. */
function wholeSchedule(results: readonly { readonly date: string; readonly requiredSeconds: number }[], from: PlainDate, to: PlainDate): readonly ScheduledDay[] {
  const byDay = new Map(results.map(({ date, requiredSeconds }) => [date, requiredSeconds]));
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const day = addDays(from, at);
    const required = byDay.get(day);
    if (required === undefined) throw new OutsideError('tempo', 'unexpectedAnswer', 'a schedule lacks a day that was asked for');
    return { day, seconds: required };
  });
}

async function plansOf(api: TempoApi, wanted: ReadonlySet<string>, from: PlainDate, to: PlainDate): Promise<readonly DailyPlan[]> {
  const found = new Map<string, DailyPlan>();
  for (let number = 0; number < mostPages; number += 1) {
    const query = new URLSearchParams({ from, to, plannedTimeBreakdown: 'DAILY', limit: String(plansWithDaysPerPage), offset: String(number * plansWithDaysPerPage) });
    for (const id of wanted) query.append('accountIds', id);
    const { metadata, results } = await api.read(page(), { method: 'GET', path: `/4/plans?${query}`, repeatable: true });
    for (const plan of results) found.set(plan.id, plan);
    // A page of its own making is asked for, so that the address in `next` need not be trusted.
    if (metadata.next == null || results.length === 0) return [...found.values()];
  }
  throw new OutsideError('tempo', 'unexpectedAnswer', `more than ${mostPages} pages of plans`);
}

/** What a plan of another's making takes of the days. A filter that is not understood is ignored there, so whose it is is looked at again. */
function timeOf(plan: DailyPlan, wanted: ReadonlySet<string>, from: PlainDate, to: PlainDate): readonly PlannedTime[] {
  const accountId = plan.assignee?.id ?? '';
  if (plan.assignee?.type !== 'USER' || !wanted.has(accountId) || !isAccountId(accountId) || findTag(plan.description ?? '') !== undefined) return [];
  const values = plan.plannedTime?.days?.values ?? undefined;
  if (values === undefined) return spreadOver(plan, accountId, from, to);
  return values.flatMap(({ date, plannedSeconds }) => (isPlainDate(date) && date >= from && date <= to ? [{ accountId, day: date, seconds: plannedSeconds }] : []));
}

/** Where Tempo breaks nothing down by days: the same on each of them. On days off it takes time that nobody has anyhow. */
function spreadOver(plan: PlanAnswer, accountId: AccountId, from: PlainDate, to: PlainDate): readonly PlannedTime[] {
  const content = actualPlan(plan, () => undefined)?.content;
  if (content === undefined) return [];
  const [first, last] = [content.from < from ? from : content.from, content.to > to ? to : content.to];
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => ({ accountId, day: addDays(first, at), seconds: content.minutesPerDay * 60 }));
}
