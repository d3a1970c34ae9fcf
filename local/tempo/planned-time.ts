import { GENERIC_SECONDS_PER_DAY } from './assumptions';
import { dayNumber } from '../plain-date';
import { knownDateOfDay, weekdayOfDay } from './calendar';
import type { Plan, PlanContent } from './model';
import type { TempoStore } from './store/tempo-store';

export interface DaySeconds {
  readonly date: string;
  readonly seconds: number;
}

export type DayType = 'WORKING_DAY' | 'NON_WORKING_DAY' | 'HOLIDAY' | 'HOLIDAY_AND_NON_WORKING_DAY';

export interface ScheduleDay {
  readonly date: string;
  readonly requiredSeconds: number;
  readonly type: DayType;
  readonly holiday?: string | undefined;
}

const SATURDAY = 6;

function dayType(isWeekend: boolean, isHoliday: boolean): DayType {
  if (isHoliday) return isWeekend ? 'HOLIDAY_AND_NON_WORKING_DAY' : 'HOLIDAY';
  return isWeekend ? 'NON_WORKING_DAY' : 'WORKING_DAY';
}

/** A person's days with the seconds required of them, from the first to the last date, both included. */
export function userSchedule(store: TempoStore, secondsPerDay: number, from: string, to: string): ScheduleDay[] {
  return scheduleOf(secondsPerDay, store.holidays.covering(from, to), from, to);
}

/** As userSchedule, for somebody who has no holiday scheme. */
export function genericSchedule(from: string, to: string): ScheduleDay[] {
  return scheduleOf(GENERIC_SECONDS_PER_DAY, new Map(), from, to);
}

function scheduleOf(secondsPerDay: number, holidays: ReadonlyMap<string, string>, from: string, to: string): ScheduleDay[] {
  const days: ScheduleDay[] = [];
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day += 1) {
    const date = knownDateOfDay(day);
    const holiday = holidays.get(date);
    const type = dayType(weekdayOfDay(day) >= SATURDAY, holiday !== undefined);
    days.push({ date, type, requiredSeconds: type === 'WORKING_DAY' ? secondsPerDay : 0, holiday });
  }
  return days;
}

function scheduleForPlan(store: TempoStore, plan: PlanContent): ScheduleDay[] {
  if (plan.assigneeType === 'GENERIC') return genericSchedule(plan.startDate, plan.endDate);
  const person = store.people.find(plan.assigneeId);
  return userSchedule(store, person?.secondsPerDay ?? GENERIC_SECONDS_PER_DAY, plan.startDate, plan.endDate);
}

/** The days on which a plan takes time, in order, with the seconds of each. */
export function plannedDays(store: TempoStore, plan: PlanContent): DaySeconds[] {
  const days = scheduleForPlan(store, plan)
    .filter((day) => plan.includeNonWorkingDays || day.type === 'WORKING_DAY')
    .map((day) => day.date);
  if (plan.effort.type === 'SECONDS_PER_DAY') {
    const seconds = plan.effort.plannedSecondsPerDay;
    return days.map((date) => ({ date, seconds }));
  }
  const share = days.length === 0 ? 0 : Math.floor(plan.effort.plannedSeconds / days.length);
  const remainder = plan.effort.plannedSeconds - share * days.length;
  return days.map((date, index) => ({ date, seconds: share + (index < remainder ? 1 : 0) }));
}

export function totalSeconds(days: readonly DaySeconds[]): number {
  return days.reduce((sum, day) => sum + day.seconds, 0);
}

/** The days of a plan inside a window; an absent bound is open. */
export function daysInScope(days: readonly DaySeconds[], scope: { from?: string | undefined; to?: string | undefined }): DaySeconds[] {
  return days.filter((day) => (scope.from === undefined || day.date >= scope.from) && (scope.to === undefined || day.date <= scope.to));
}

/** Hours on one day, for showing. A total is shown as the average of its days. */
export function hoursPerDay(store: TempoStore, plan: Plan): number {
  if (plan.effort.type === 'SECONDS_PER_DAY') return plan.effort.plannedSecondsPerDay / 3600;
  const days = plannedDays(store, plan);
  return days.length === 0 ? 0 : totalSeconds(days) / days.length / 3600;
}
