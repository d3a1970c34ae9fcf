import type { PlainDate } from '../../../src/domain/plain-date';
import { addDays, dayNumber } from '../../shared/plain-days';

/** Where weeks, months and bars stand on a timeline. Everything is counted in days from its first Monday. */

/** Day 0 was a Thursday. */
const mondayBefore = (number: number): number => number - ((((number + 3) % 7) + 7) % 7);

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface Week {
  readonly monday: PlainDate;
  readonly offset: number;
}

export interface Month {
  /** Its first day on the timeline. */
  readonly day: PlainDate;
  readonly offset: number;
  readonly days: number;
}

export interface Timeline {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** A multiple of seven. */
  readonly days: number;
  readonly weeks: readonly Week[];
  readonly months: readonly Month[];
  /** Where today's line stands; null outside the timeline. */
  readonly today: number | null;
  /** Something reaches past the longest timeline that is drawn. */
  readonly shortened: boolean;
}

export interface Span {
  readonly offset: number;
  readonly days: number;
  /** The bar goes on before or after what is drawn. */
  readonly clippedStart: boolean;
  readonly clippedEnd: boolean;
}

/** Three years; beyond it a timeline says nothing that can be read. */
const mostDays = 157 * 7;
/** Today is drawn when it is at most so far from the first or last bar. */
const nearDays = 8 * 7;

/**
 * The whole weeks that hold every period, and today when it is near.
 * Past three years it is cut: it starts with the first period, but no more than a year before today.
 * @returns undefined when there is nothing to draw.
 */
export function timelineOf(periods: readonly Period[], today: PlainDate): Timeline | undefined {
  const sound = periods.filter((period) => period.from <= period.to);
  if (sound.length === 0) return undefined;
  const now = dayNumber(today);
  let first = Math.min(...sound.map((period) => dayNumber(period.from)));
  let last = Math.max(...sound.map((period) => dayNumber(period.to)));
  if (now < first && first - now <= nearDays) first = now;
  if (now > last && now - last <= nearDays) last = now;

  first = mondayBefore(first);
  last = mondayBefore(last) + 6;
  const shortened = last - first + 1 > mostDays;
  if (shortened) {
    const yearAgo = mondayBefore(now - 365);
    if (yearAgo > first && yearAgo < last) first = yearAgo;
    last = Math.min(last, first + mostDays - 1);
  }
  const [firstDay, days] = [addDays(today, first - now), last - first + 1];
  return {
    first: firstDay,
    last: addDays(firstDay, days - 1),
    days,
    weeks: weeksFrom(firstDay, days),
    months: monthsFrom(firstDay, days),
    today: now >= first && now <= last ? now - first : null,
    shortened,
  };
}

function weeksFrom(first: PlainDate, days: number): Week[] {
  const weeks: Week[] = [];
  for (let offset = 0; offset < days; offset += 7) weeks.push({ monday: addDays(first, offset), offset });
  return weeks;
}

function monthsFrom(first: PlainDate, days: number): Month[] {
  const months: Month[] = [];
  for (let offset = 0; offset < days; ) {
    const day = addDays(first, offset);
    const left = Math.min(daysLeftInMonth(day), days - offset);
    months.push({ day, offset, days: left });
    offset += left;
  }
  return months;
}

/** The day itself counts. */
function daysLeftInMonth(day: PlainDate): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return new Date(Date.UTC(year, month, 0)).getUTCDate() - date + 1;
}

/** Where a period stands on the timeline; undefined when none of it does. */
export function spanOf(timeline: Pick<Timeline, 'first' | 'last'>, period: Period): Span | undefined {
  if (period.from > period.to || period.to < timeline.first || period.from > timeline.last) return undefined;
  const first = dayNumber(timeline.first);
  const from = Math.max(dayNumber(period.from), first);
  const to = Math.min(dayNumber(period.to), dayNumber(timeline.last));
  return {
    offset: from - first,
    days: to - from + 1,
    clippedStart: period.from < timeline.first,
    clippedEnd: period.to > timeline.last,
  };
}
