import { amount as amountOf, dealId, day, lineId, person, projectId } from '../../../src/domain/fixture/values';
import { addDays } from '../../../src/domain/calendar';
import { ordinaryWeek, weeksFrom } from '../../../src/domain/staffing/weeks';
import { chosenIn, linesOf, moveKey, noDeal, rolesShown, shifted, staffingWith, withoutIdle, wonChoices } from './staffing-model';
import type { StaffedProject, StaffingView } from './staffing-screen';

const today = day('2026-03-02');
const weeks = [...weeksFrom(today, 4)];
const [small, big, won, early] = [dealId(1), dealId(2), dealId(3), dealId(4)];
const deal = (id: typeof small, stage: 'open' | 'negotiation' | 'won', amount: string | null): StaffedProject['deals'][number] => ({ id, name: `Deal ${id}`, stage, probability: 50, amount: amount === null ? null : { amount: amountOf(amount), currency: 'PLN' } });
const line = (id: string, of: typeof small, role = 'Developer'): StaffedProject['lines'][number] => ({ lineId: lineId(id), dealId: of, role, person: null, from: today, to: addDays(today, 27), minutesPerDay: 480 });
const project = (id: string, deals: StaffedProject['deals'], lines: StaffedProject['lines']): StaffedProject => ({ projectId: projectId(id), project: null, mayPlan: true, deals, lines });
const first = project('1', [deal(small, 'negotiation', '90.00'), deal(won, 'won', '5000.00')], [line('line1', small), line('line2', won, 'Tester')]);
const second = project('2', [deal(big, 'negotiation', '100.00'), deal(early, 'open', '9000.00')], [line('line1', big), line('line2', early)]);
const view: StaffingView = {
  today, weeks, roles: ['developer', 'tester'], leftOut: 0, others: [], projects: [first, second],
  people: [{ person: person('ola'), role: 'Developer', readAt: null, failure: null, weeks: weeks.map(() => ({ worked: ordinaryWeek, requiredMinutes: 1_800, freeMinutes: 1_800 })) }],
};

it('offers deals that may be won, those in negotiation first, the biggest first', () => {
  expect(wonChoices(view).map((choice) => choice.deal.id)).toEqual([big, small, early]);
  expect(wonChoices({ ...view, projects: [project('1', [deal(small, 'negotiation', null)], [])] })).toEqual([]);
});

it('tells lines of one id in two projects apart', () => {
  const moves = new Map([[moveKey(first.projectId, lineId('line1')), { from: today, to: today, minutesPerDay: 60 }]]);
  expect(linesOf(first, moves)[0]).toMatchObject({ to: today, minutesPerDay: 60 });
  expect(linesOf(second, moves)[0]).toMatchObject({ minutesPerDay: 480 });
});

it('moves all lines of a deal and no other, and knows when they are back', () => {
  const moved = shifted(first, small, 2, new Map());
  expect([...moved.keys()]).toEqual(['1:line1']);
  expect(moved.get('1:line1')).toMatchObject({ from: addDays(today, 14), to: addDays(today, 41) });
  expect(shifted(first, small, -2, moved).size).toBe(0);
  expect(withoutIdle(first, new Map([['1:line2', { from: today, to: addDays(today, 27), minutesPerDay: 480 }]])).size).toBe(0);
});

it('shows the roles that lack most first, with a deal as if it were won', () => {
  const staffing = staffingWith(view, new Map());
  expect(rolesShown(view, staffing, null, 'out').map(({ role }) => role)).toEqual(['Tester', 'Developer']);
  expect(rolesShown(view, staffing, big, 'full')[0]).toMatchObject({ role: 'Developer', weeks: [{ confirmed: 0, won: 2_400, tentative: 2_400, capacity: 1_800, missing: 3_000, added: 2_400 }, {}, {}, {}] });
  expect(rolesShown({ ...view, roles: ['tester'] }, staffing, null, 'out')).toHaveLength(1);
});

it('follows the deal that the address names, and begins with the biggest', () => {
  const choices = wonChoices(view);
  expect([undefined, small, 'gone', noDeal].map((named) => chosenIn(choices, named)?.deal.id)).toEqual([big, small, big, undefined]);
});
