import { addDays, dayNumber } from '../../plain-date';
import { datesBetween } from '../calendar';
import type { GenericResource, Person, Plan } from '../model';
import { genericSchedule, plannedDays, userSchedule, type ScheduleDay } from '../planned-time';
import type { TempoStore } from '../store/tempo-store';

export interface TimelineWindow {
  /** A Monday. */
  readonly from: string;
  readonly weeks: number;
}

export interface TimelineFilter {
  /** `USER:<account id>` or `GENERIC:<resource id>`. */
  readonly assignee?: string | undefined;
  readonly projectId?: string | undefined;
}

export interface Bar {
  readonly plan: Plan;
  /** First day shown, counted from the window's first day. */
  readonly firstDay: number;
  /** Last day shown, included. */
  readonly lastDay: number;
  readonly beginsEarlier: boolean;
  readonly endsLater: boolean;
  /** Bars of one row that overlap lie in different lanes, from 0. */
  readonly lane: number;
}

export interface WeekLoad {
  readonly monday: string;
  readonly plannedSeconds: number;
  /** Undefined for a placeholder, which may stand for any number of people. */
  readonly capacitySeconds?: number | undefined;
}

export interface TimelineRow {
  readonly key: string;
  readonly name: string;
  readonly role?: string | undefined;
  readonly active: boolean;
  readonly bars: readonly Bar[];
  readonly lanes: number;
  readonly loads: readonly WeekLoad[];
}

export interface Timeline {
  readonly mondays: readonly string[];
  readonly lastDate: string;
  readonly people: readonly TimelineRow[];
  readonly placeholders: readonly TimelineRow[];
}

export function isOverbooked(load: WeekLoad): boolean {
  return load.capacitySeconds !== undefined && load.plannedSeconds > load.capacitySeconds;
}

function layOut(plans: readonly Plan[], window: TimelineWindow): { bars: Bar[]; lanes: number } {
  const first = dayNumber(window.from);
  const lastOffset = window.weeks * 7 - 1;
  const laneEnds: number[] = [];
  const ordered = [...plans].sort((a, b) => a.startDate.localeCompare(b.startDate) || a.id - b.id);
  const bars = ordered.map((plan) => {
    const start = dayNumber(plan.startDate) - first;
    const end = dayNumber(plan.endDate) - first;
    const firstDay = Math.max(0, start);
    const lastDay = Math.min(lastOffset, end);
    const free = laneEnds.findIndex((taken) => taken < firstDay);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = lastDay;
    return { plan, firstDay, lastDay, beginsEarlier: start < 0, endsLater: end > lastOffset, lane };
  });
  return { bars, lanes: laneEnds.length };
}

function weekLoads(store: TempoStore, plans: readonly Plan[], schedule: readonly ScheduleDay[], mondays: readonly string[], isPlaceholder: boolean): WeekLoad[] {
  const planned = new Map<string, number>();
  for (const plan of plans) {
    for (const day of plannedDays(store, plan)) planned.set(day.date, (planned.get(day.date) ?? 0) + day.seconds);
  }
  const required = new Map(schedule.map((day) => [day.date, day.requiredSeconds]));
  const sumOf = (seconds: ReadonlyMap<string, number>, monday: string): number =>
    datesBetween(monday, addDays(monday, 6)).reduce((sum, date) => sum + (seconds.get(date) ?? 0), 0);
  return mondays.map((monday) => ({
    monday,
    plannedSeconds: sumOf(planned, monday),
    capacitySeconds: isPlaceholder ? undefined : sumOf(required, monday),
  }));
}

/** Who is planned for what in a window of weeks. Loads count every project, also those filtered away. */
export function timelineOf(store: TempoStore, window: TimelineWindow, filter: TimelineFilter): Timeline {
  const mondays = Array.from({ length: window.weeks }, (_, week) => addDays(window.from, week * 7));
  const lastDate = addDays(window.from, window.weeks * 7 - 1);
  const plansByRow = new Map<string, Plan[]>();
  for (const plan of store.plans.search({ from: window.from, to: lastDate })) {
    const key = `${plan.assigneeType}:${plan.assigneeId}`;
    plansByRow.set(key, [...(plansByRow.get(key) ?? []), plan]);
  }

  const rowOf = (key: string, subject: Person | GenericResource): TimelineRow => {
    const plans = plansByRow.get(key) ?? [];
    const shown = plans.filter((plan) => filter.projectId === undefined || (plan.planItemType === 'PROJECT' && plan.planItemId === filter.projectId));
    const isPlaceholder = !('accountId' in subject);
    const schedule = isPlaceholder
      ? genericSchedule(window.from, lastDate)
      : userSchedule(store, subject.secondsPerDay, window.from, lastDate);
    return {
      key,
      name: isPlaceholder ? subject.name : subject.displayName,
      role: isPlaceholder ? undefined : subject.role,
      active: isPlaceholder || subject.active,
      ...layOut(shown, window),
      loads: weekLoads(store, plans, schedule, mondays, isPlaceholder),
    };
  };

  const isShown = (row: TimelineRow): boolean =>
    (filter.assignee === undefined || filter.assignee === row.key) &&
    (filter.projectId === undefined || row.bars.length > 0) &&
    (row.active || row.bars.length > 0);
  return {
    mondays,
    lastDate,
    people: store.people.all().map((person) => rowOf(`USER:${person.accountId}`, person)).filter(isShown),
    placeholders: store.resources.all().map((resource) => rowOf(`GENERIC:${resource.id}`, resource)).filter(isShown),
  };
}
