import { addMonths } from '../../domain/calendar';
import { isAccountId } from '../../domain/ids';
import { isCurrency, type Currency } from '../../domain/money';
import { isPlainDate, type PlainDate } from '../../domain/plain-date';
import type { DatedSum, PricedWork } from '../../domain/priced-work';
import { totalFromNumber, type Total } from '../../domain/total';
import { OutsideError } from '../../ports/errors';
import { nobody } from './assumptions';
import type { AmountAnswer, FixedRevenue, WorkedLabour } from './financial-answers';

/** The one currency of all amounts, or null: Tempo says MIX or XXX where it added what must not be added, and may name one that is unknown here. */
export function currencyOf(amounts: readonly AmountAnswer[]): Currency | null {
  const codes = new Set(amounts.map(({ currencyCode }) => currencyCode));
  const [only] = codes;
  return codes.size === 1 && only !== undefined && isCurrency(only) ? only : null;
}

/** Null where it is not said, is in another currency, or is no sum of money. */
export function sum(currency: Currency | null, amount: AmountAnswer | null | undefined): Total | null {
  if (amount == null || currency === null || amount.currencyCode !== currency) return null;
  return totalFromNumber(amount.value) ?? null;
}

/** @param roles their names by their ids. */
export function priced(currency: Currency | null, { date, timeSpentSeconds, cost, revenue, user, userRole }: WorkedLabour, roles: ReadonlyMap<string, string>): PricedWork {
  const author = user?.userLink?.linked?.originId ?? nobody;
  if (!isAccountId(author)) throw new OutsideError('tempo', 'unexpectedAnswer', 'labour of nobody whom Jira could know');
  const role = roles.get(userRole?.self?.split('/').at(-1) ?? '');
  return { day: dayOf(date), seconds: timeSpentSeconds, author, role: role === undefined || role === '' ? null : role.slice(0, 200), cost: sum(currency, cost), revenue: sum(currency, revenue) };
}

/** One that recurs comes again on the same day of later months. @param until the last day that matters. */
export function revenueDays(currency: Currency | null, { date, amount, recurrence }: FixedRevenue, until: PlainDate): readonly DatedSum[] {
  const [first, each] = [dayOf(date), sum(currency, amount)];
  const { interval, count } = recurrence ?? {};
  if (recurrence?.type !== 'MonthlyRecurrence' || interval == null || count == null || interval < 1) return [{ day: first, amount: each }];
  const days: DatedSum[] = [];
  for (let number = 0; number < Math.min(count, mostRecurrences); number += 1) {
    const day = addMonths(first, number * interval);
    if (day > until) break;
    days.push({ day, amount: each });
  }
  return days;
}

/** Nobody agrees on a payment each month for longer than that. */
const mostRecurrences = 600;

export function dayOf(date: string): PlainDate {
  const day = date.slice(0, 10);
  if (!isPlainDate(day)) throw new OutsideError('tempo', 'unexpectedAnswer', 'an entry without a day');
  return day;
}
