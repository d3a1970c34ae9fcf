import type { Currency, Money } from '../../src/domain/money';
import type { Total } from '../../src/domain/total';
import { isPlainDate, type Instant, type PlainDate } from '../../src/domain/plain-date';
import { dayAt, daysBetween } from './plain-days';

/** Puts values into the reader's form: their locale, and their time zone for instants. */
export interface Format {
  /** 3 Nov 2026 */
  date(date: PlainDate): string;
  /** 3 Nov, with the year only when it is not the year of `today`. */
  shortDate(date: PlainDate, today: PlainDate): string;
  /** 3 Nov – 18 Dec 2026 */
  dateRange(from: PlainDate, to: PlainDate): string;
  /** November 2026 */
  month(date: PlainDate): string;
  /** 3 Nov 2026, 14:05 */
  instant(instant: Instant): string;
  /** 14:05 */
  time(instant: Instant): string;
  /** 14:05 when it is today; with its day otherwise. */
  moment(instant: Instant, now: Date): string;
  /** 5 minutes ago; further than a week away, the day. */
  relative(instant: Instant, now: Date): string;
  /** tomorrow, in 12 days, 3 days ago */
  distance(date: PlainDate, today: PlainDate): string;
  /** Exact, without the hundredths where there are none. */
  money(money: Money): string;
  /** A sum, which may be below zero, exact. */
  sum(sum: Total, currency: Currency): string;
  /** Hundredths of a per cent as per cent with one decimal, rounded down: 39.9%. */
  points(basisPoints: number): string;
  /** Hours from minutes: 7.5h */
  hours(minutes: number): string;
  /** Eva, Adam, and Ola */
  list(words: readonly string[]): string;
  number(value: number): string;
  /** Whole per cent. */
  percent(value: number): string;
  /** Writes every ISO day within a text in the reader's form. */
  daysIn(text: string): string;
  /** The day that it is for the reader. */
  today(now: Date): PlainDate;
}

/** @param timeZone IANA name; one that the browser does not know is replaced by the browser's own. */
export function makeFormat(locale: string, timeZone: string): Format {
  const zone = knownZone(timeZone);
  const plain = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const asDate = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`);
  const formats = {
    date: plain({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayAndMonth: plain({ day: 'numeric', month: 'short' }),
    month: plain({ month: 'long', year: 'numeric' }),
    instant: new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    time: new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    hours: new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: locale.startsWith('pl') ? 'short' : 'narrow', maximumFractionDigits: 2 }),
    list: new Intl.ListFormat(locale),
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent' }),
    points: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  };
  const date = (value: PlainDate): string => formats.date.format(asDate(value));
  const distance = (value: PlainDate, today: PlainDate): string => formats.relative.format(daysBetween(today, value), 'day');

  return {
    date,
    shortDate: (value, today) => (value.slice(0, 4) === today.slice(0, 4) ? formats.dayAndMonth.format(asDate(value)) : date(value)),
    dateRange: (from, to) => formats.date.formatRange(asDate(from), asDate(to)),
    month: (value) => formats.month.format(asDate(value)),
    instant: (value) => formats.instant.format(new Date(value)),
    time: (value) => formats.time.format(new Date(value)),
    moment: (value, now) => (dayAt(new Date(value), zone) === dayAt(now, zone) ? formats.time : formats.instant).format(new Date(value)),
    relative: (value, now) => {
      const seconds = Math.round((Date.parse(value) - now.getTime()) / 1000);
      const away = Math.abs(seconds);
      if (away < 60) return formats.relative.format(0, 'second');
      if (away < 3_600) return formats.relative.format(Math.trunc(seconds / 60), 'minute');
      const [day, today] = [dayAt(new Date(value), zone), dayAt(now, zone)];
      if (day === today) return formats.relative.format(Math.trunc(seconds / 3_600), 'hour');
      return Math.abs(daysBetween(today, day)) <= 7 ? distance(day, today) : date(day);
    },
    distance,
    money: ({ amount, currency }) => exact(locale, amount, currency),
    sum: (sum, currency) => exact(locale, sum, currency),
    points: (basisPoints) => formats.points.format(Math.floor(basisPoints / 10) / 1_000),
    hours: (minutes) => formats.hours.format(minutes / 60),
    list: (words) => formats.list.format(words),
    number: (value) => formats.number.format(value),
    percent: (value) => formats.percent.format(value / 100),
    daysIn: (text) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isPlainDate(day) ? date(day) : day)),
    today: (now) => dayAt(now, zone),
  };
}

/** A string is formatted digit by digit; a number would pass through a float. */
function exact(locale: string, amount: string, currency: Currency): string {
  const digits = amount.endsWith('.00') ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2 };
  return isNumeric(amount) ? new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(amount) : `${amount} ${currency}`;
}

function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}

const isNumeric = (text: string): text is `${number}` => /^-?\d+(?:\.\d+)?$/.test(text);
