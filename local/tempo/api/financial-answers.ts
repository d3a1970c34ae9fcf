import { tempoUserId } from '../financials/books';
import type { Occurrence } from '../financials/entries';
import { uuidOf } from '../financials/ids';
import type { LoggedLabour, PlannedLabour } from '../financials/labour';
import type { EntryKind, MoneyEntry, RateCategory, TempoProject } from '../financials/model';
import { amountAnswer, NO_AMOUNT, type Amount } from '../financials/money';
import type { MemberRate, RateBook } from '../financials/rate-book';
import type { Summary } from '../financials/summary';

// Shapes of Tempo REST API 4.0, schemas named at each. `origin` begins every address in them.

const amountIf = (name: string, amount: Amount | undefined): object => (amount === undefined ? {} : { [name]: amountAnswer(amount) });

/** Schema User. */
export function userAnswer(origin: string, accountId: string): object {
  const self = `${origin}/rest/api/2/user?accountId=${encodeURIComponent(accountId)}`;
  return { id: tempoUserId(accountId), userLink: { linked: { ecosystem: 'JIRA', originId: accountId, self } } };
}

/** Schema TaskSelf: empty for time that is on no issue. */
function taskLink(origin: string, issueId: string | undefined): object {
  return issueId === undefined ? {} : { linked: { ecosystem: 'JIRA', originId: issueId, self: `${origin}/rest/api/2/issue/${issueId}` } };
}

/** Schema Task. */
export function taskAnswer(origin: string, projectId: string, issueId: string): object {
  return { id: uuidOf('task', projectId, issueId), taskLink: taskLink(origin, issueId) };
}

/** Schema Role; UserRoleSelf is its address alone. */
export function roleAnswer(origin: string, roleId: number | undefined): { self: string; id?: number } {
  return { self: `${origin}/4/roles/${roleId ?? 'default'}`, ...(roleId === undefined ? {} : { id: roleId }) };
}

/** Schema LaborActuals. */
export function loggedAnswer(origin: string, { day, accountId, roleId, issueId, worklogId, seconds, billableSeconds, ...money }: LoggedLabour): object {
  return {
    date: day,
    timeRecordId: uuidOf('time', String(worklogId)),
    worklogId,
    timeSpentSeconds: seconds,
    billableSeconds,
    ...amountIf('cost', money.cost),
    ...amountIf('costRate', money.costRate),
    ...amountIf('revenue', money.revenue),
    ...amountIf('billingRate', money.billingRate),
    task: taskLink(origin, issueId),
    user: userAnswer(origin, accountId),
    userRole: { self: roleAnswer(origin, roleId).self },
  };
}

/** Schema PlannedLabors. */
export function plannedAnswer(origin: string, { day, accountId, roleId, issueId, planId, seconds, cost = NO_AMOUNT, ...money }: PlannedLabour): object {
  return {
    date: day,
    planId,
    plannedSeconds: seconds,
    cost: amountAnswer(cost),
    ...amountIf('costRate', money.costRate),
    ...amountIf('revenue', money.revenue),
    ...amountIf('billingRate', money.billingRate),
    task: taskLink(origin, issueId),
    user: userAnswer(origin, accountId),
    userRole: { self: roleAnswer(origin, roleId).self },
  };
}

/** Schema FinancialSummaryApiBean. */
export function summaryAnswer(self: string, { budget, cost, revenue }: Summary): object {
  return {
    self,
    cost: {
      ...amountIf('budget', budget),
      actual: {
        labor: amountAnswer(cost.labour),
        expense: amountAnswer(cost.expense),
        total: amountAnswer(cost.total),
        ...amountIf('remainingBudget', cost.remainingBudget),
      },
    },
    ...(revenue === undefined
      ? {}
      : {
          revenue: {
            actual: {
              ...amountIf('labor', revenue.labour),
              fixedRevenue: amountAnswer(revenue.fixed),
              total: amountAnswer(revenue.total),
              profit: amountAnswer(revenue.profit),
              netProfitMargin: { value: revenue.netProfitMargin },
            },
          },
        }),
  };
}

const ENTRY_PATHS: Readonly<Record<EntryKind, string>> = { expense: 'expenses', fixedRevenue: 'fixed-revenues' };

const entryUrl = (origin: string, { kind, projectId, id }: MoneyEntry): string => `${origin}/4/projects/${projectId}/${ENTRY_PATHS[kind]}/${id}`;

/** Schemas Expense and Fixed Revenue, which are alike. */
export function entryAnswer(origin: string, entry: MoneyEntry): object {
  const { id, date, amount, description, category, recurrence } = entry;
  return {
    self: entryUrl(origin, entry),
    id,
    date,
    amount: amountAnswer(amount),
    description,
    ...(category === undefined ? {} : { category: { name: category } }),
    recurrence:
      recurrence === undefined
        ? { type: 'NoRecurrence' }
        : { type: 'MonthlyRecurrence', monthlyBy: 'DAY_OF_MONTH', interval: recurrence.everyMonths, count: recurrence.count },
  };
}

/** Schema ExpenseActuals. */
export function occurrenceAnswer(origin: string, { day, entry }: Occurrence): object {
  return { date: day, cost: amountAnswer(entry.amount), expense: { self: entryUrl(origin, entry) } };
}

/** Schema TeamMemberRate. */
export function memberRatesAnswer(origin: string, { currency, isTrackingRevenue }: TempoProject, rates: RateBook, accountId: string): object {
  const valuesOf = (category: RateCategory): object => ({ values: rates.ratesOf(accountId, category).map((rate) => rateAnswer(currency, rate)) });
  return { teamMember: userAnswer(origin, accountId), costRates: valuesOf('COST'), ...(isTrackingRevenue ? { billingRates: valuesOf('BILLING') } : {}) };
}

/** Schema Rate. */
function rateAnswer(currency: string, { id, effectiveDate, minor, source }: MemberRate): object {
  return { ...(id === undefined ? {} : { id }), ...(effectiveDate === undefined ? {} : { effectiveDate }), rate: amountAnswer({ currency, minor }), source };
}
