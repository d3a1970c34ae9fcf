import { addDays } from '../../plain-date';
import { todayOf, type Books } from './books';
import { occurrencesOf } from './entries';
import { loggedLabour, plannedLabour } from './labour';
import type { TempoProject } from './model';
import { difference, sumOf, type Amount } from './money';

/** A project's money until a day. */
export interface Summary {
  readonly budget: Amount | undefined;
  readonly cost: { readonly labour: Amount; readonly expense: Amount; readonly total: Amount; readonly remainingBudget: Amount | undefined };
  /** Undefined where revenue is not tracked. */
  readonly revenue: SummedRevenue | undefined;
}

interface SummedRevenue {
  /** Undefined for a fixed price: hours bring nothing then. */
  readonly labour: Amount | undefined;
  readonly fixed: Amount;
  readonly total: Amount;
  readonly profit: Amount;
  /** (revenue − cost) ÷ revenue, with nothing said of currencies; 0 without revenue. */
  readonly netProfitMargin: number;
}

/** What has happened until a day; for a day to come, with what is planned until then. */
export function summaryOf(books: Books, project: TempoProject, until: string): Summary {
  const today = todayOf(books);
  const worked = [
    ...loggedLabour(books, project, until < today ? until : today),
    ...(until > today ? plannedLabour(books, project, { from: addDays(today, 1), to: until }) : []),
  ];
  const { currency } = project;
  const sum = (amounts: readonly (Amount | undefined)[]): Amount => sumOf(amounts.filter((amount) => amount !== undefined), currency);
  const entries = (kind: 'expense' | 'fixedRevenue'): Amount => sum(occurrencesOf(books, project, kind, until).map(({ entry }) => entry.amount));

  const budget = project.budget === undefined ? undefined : { currency, minor: project.budget };
  const [labour, expense] = [sum(worked.map(({ cost }) => cost)), entries('expense')];
  const total = sum([labour, expense]);
  const cost = { labour, expense, total, remainingBudget: budget === undefined ? undefined : difference(budget, total) };
  if (!project.isTrackingRevenue) return { budget, cost, revenue: undefined };

  const [earned, fixed] = [project.isFixedPrice ? undefined : sum(worked.map(({ revenue }) => revenue)), entries('fixedRevenue')];
  const revenue = sum([earned, fixed]);
  const profit = difference(revenue, total);
  const netProfitMargin = revenue.minor === 0 ? 0 : profit.minor / revenue.minor;
  return { budget, cost, revenue: { labour: earned, fixed, total: revenue, profit, netProfitMargin } };
}

/** A fixed timeframe, or one from the first to the last day of what happened until today; undefined where nothing did. */
export function timeframeOf(books: Books, project: TempoProject): { readonly startDate: string; readonly endDate: string; readonly isCalculated: boolean } | undefined {
  if (project.timeframe !== undefined) return { ...project.timeframe, isCalculated: false };
  const today = todayOf(books);
  const days = [...loggedLabour(books, project, today).map(({ day }) => day), ...occurrencesOf(books, project, 'expense', today).map(({ day }) => day)].sort();
  const [startDate, endDate] = [days[0], days.at(-1)];
  return startDate === undefined || endDate === undefined ? undefined : { startDate, endDate, isCalculated: true };
}
