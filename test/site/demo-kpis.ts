import { isWorkingDay, pastWorkingDay } from '../../local/demo/company/days';
import { addDays } from '../../local/plain-date';

/** What the demo company's figures come to, worked out by hand from its story: its linked deals with the days, counted from today, on which they close, and what people do on its projects each working day. */

interface DemoDeal {
  readonly who: 'zofia' | 'tomasz';
  readonly closes: number;
  /** Whole złoty. */
  readonly amount: number;
}

/** Deals that were won; each is the first of its client, so none is upsell. */
export const demoWon: readonly DemoDeal[] = [
  { who: 'zofia', closes: -38, amount: 640_000 },
  { who: 'tomasz', closes: -72, amount: 1_150_000 },
];

/** Open deals with amount times probability: negotiation at 65 %, internally won at 90 %. */
export const demoOpen: readonly (DemoDeal & { readonly weighted: number })[] = [
  { who: 'zofia', closes: 41, amount: 285_000, weighted: 185_250 },
  { who: 'zofia', closes: 18, amount: 920_000, weighted: 828_000 },
  { who: 'tomasz', closes: 27, amount: 478_000, weighted: 310_700 },
  { who: 'tomasz', closes: 34, amount: 860_000, weighted: 559_000 },
];

/** The quarter of a day so many days later, by the calendar alone. */
export function demoQuarter(day: string, later: number): string {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000);
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/** So many working days' hours of somebody: from and to in days from today, hours that cost and that are paid, and what an hour costs and brings in whole złoty. */
type Stretch = readonly [from: number, to: number, hours: number, paid: number, cost: number, price: number];

/** Of the projects whose money is known in złoty: portal, warehouse, court files (170 for each hour) and lending. */
const stretches: readonly Stretch[] = [
  [-35, -1, 5, 5, 115, 230],
  [-35, -1, 6, 6, 85, 185],
  [-30, -1, 3, 3, 82, 175],
  [-20, -1, 5, 2, 85, 185],
  [-35, -1, 0.25, 0, 92, 0],
  [-70, -1, 3, 3, 115, 230],
  [-70, -1, 4, 4, 125, 215],
  [-20, -1, 3, 3, 84, 170],
  [-120, -1, 0.25, 0, 92, 0],
  [-40, -2, 2, 2, 85, 170],
  [-40, -2, 3, 3, 68, 170],
  [-14, -1, 1, 1, 115, 230],
  [-14, -1, 2, 2, 82, 175],
];

/** Expenses: on the working day so many days from today, and on the same day of so many months in all. */
const expenses = [
  { day: -30, amount: 350, months: 6 },
  { day: -66, amount: 9_800, months: 1 },
  { day: -60, amount: 1_450, months: 6 },
] as const;

/** The same day of a later month, or its last where it has no such day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The quarter of a day's week, by the week's Thursday. */
const weekQuarter = (day: string): string => demoQuarter(day, 4 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));

/** Days from today on which somebody spoke with a client, a client a line: Bałtyk, Mazur, Stalmet, Piast. With the two others nobody did. */
const contacts: readonly (readonly number[])[] = [[-27, -45, -6, -19], [-52, -33], [-13], [-4]];

export const demoContacted = (today: string): number => contacts.filter((days) => days.some((day) => demoQuarter(today, day) === demoQuarter(today, 0))).length;

/** Whole złoty earned and spent in the weeks of a quarter, until today. */
export function demoMoney(today: string, quarter: string): { readonly revenue: number; readonly cost: number } {
  const sums = { revenue: 0, cost: 0 };
  for (const [from, to, hours, paid, cost, price] of stretches) {
    for (let at = from; at <= to; at += 1) {
      const day = addDays(today, at);
      if (!isWorkingDay(day) || weekQuarter(day) !== quarter) continue;
      sums.revenue += paid * price;
      sums.cost += hours * cost;
    }
  }
  for (const { day, amount, months } of expenses) {
    for (let month = 0; month < months; month += 1) {
      const on = monthsLater(pastWorkingDay(today, day), month);
      if (on <= today && weekQuarter(on) === quarter) sums.cost += amount;
    }
  }
  return sums;
}
