import * as fc from 'fast-check';
import { accountWork } from './account-work';
import { budgetHoursIn, noAgreement, withBudget } from './client-work';
import { accountId, day, planId, projectId } from './fixture/values';
import { plannedDays } from './planned-work';
import type { ActualPlan } from './plan-entry';
import { addDays } from './calendar';

const hour = 3600;
const anna = accountId('anna');
const other = accountId('piotr');
const worked = (date: string, hours: number, author = anna) => ({ author, day: day(date), seconds: hours * hour });

it('counts the account manager’s own hours, month by month, against what was agreed', () => {
  const work = accountWork({
    manager: anna,
    year: 2026,
    budgetHours: 40,
    logged: [worked('2026-01-01', 8), worked('2026-01-31', 2), worked('2026-12-31', 3), worked('2025-12-31', 99), worked('2026-01-05', 50, other)],
    planned: [worked('2026-02-28', 5)],
  });
  expect(work).toMatchObject({ loggedSeconds: 13 * hour, plannedSeconds: 5 * hour, usedPercent: 32 });
  expect(work.months[0]).toEqual({ month: '2026-01', plannedSeconds: 0, loggedSeconds: 10 * hour });
  expect(work.months[11]).toEqual({ month: '2026-12', plannedSeconds: 0, loggedSeconds: 3 * hour });
  expect(work.months).toHaveLength(12);
});

it.each([null, 0])('knows no share of an agreement of %p', (budgetHours) => {
  expect(accountWork({ manager: anna, year: 2026, budgetHours, logged: [worked('2026-01-01', 1)], planned: [] }).usedPercent).toBeNull();
});

it('has months that add up to the year', () => {
  const any = fc.record({ author: fc.constantFrom(anna, other), day: fc.nat(800).map((days) => addDays(day('2025-06-01'), days)), seconds: fc.nat(86_400) });
  fc.assert(
    fc.property(fc.array(any), fc.array(any), (logged, planned) => {
      const work = accountWork({ manager: anna, year: 2026, budgetHours: 100, logged, planned });
      expect(work.months.reduce((sum, { loggedSeconds }) => sum + loggedSeconds, 0)).toBe(work.loggedSeconds);
      expect(work.loggedSeconds).toBe(logged.filter((one) => one.author === anna && one.day.startsWith('2026-')).reduce((sum, { seconds }) => sum + seconds, 0));
    }),
  );
});

it('keeps one agreement a year, and takes one away', () => {
  const two = withBudget(withBudget(noAgreement, 2027, 20), 2026, 10);
  expect(two).toEqual({ revision: 2, years: [{ year: 2026, budgetHours: 10 }, { year: 2027, budgetHours: 20 }] });
  expect(budgetHoursIn(withBudget(two, 2026, 12), 2026)).toBe(12);
  expect(budgetHoursIn(withBudget(two, 2026, null), 2026)).toBeNull();
});

it('plans a person from Monday to Friday, within the days that are asked for', () => {
  const plan: ActualPlan = {
    id: planId('1'),
    content: { assignee: { kind: 'person', accountId: anna }, projectId: projectId('10001'), from: day('2026-05-01'), to: day('2026-05-31'), minutesPerDay: 30, description: '' },
    updatedAt: null,
    isSyncedFromIssue: false,
    isApproved: false,
  };
  expect(plannedDays([plan], day('2026-05-08'), day('2026-05-12'), anna)).toEqual(['2026-05-08', '2026-05-11', '2026-05-12'].map((date) => ({ author: anna, day: date, seconds: 1_800 })));
  expect(plannedDays([plan], day('2026-05-08'), day('2026-05-12'), other)).toEqual([]);
});
