import type { Change } from '../../../src/domain/difference';
import { dealId } from '../../../src/domain/fixture/values';
import { withoutDealId } from './without-deal-id';

const staffing = (before: string | null, after: string | null): Change => ({ field: 'staffing', subject: 'Tester', before, after });

it('cuts the id of a deal that has no name off a staffing line, and nothing else', () => {
  const line = 'Tester, 2026-11-03 – 2026-12-18, 8 h';
  expect(withoutDealId(staffing(null, `${line}, ${dealId(3)}`), [])).toEqual(staffing(null, line));
  expect(withoutDealId(staffing(null, `${line}, ${dealId(3)}`), [{ id: dealId(3), name: 'Portal' }])).toEqual(staffing(null, `${line}, ${dealId(3)}`));
  expect(withoutDealId(staffing(line, `${line}, aaaaaaaaaaaaaaaaaa`), [])).toEqual(staffing(line, `${line}, aaaaaaaaaaaaaaaaaa`));
  const goal: Change = { field: 'scope.goal', subject: null, before: null, after: `About, ${dealId(3)}` };
  expect(withoutDealId(goal, [])).toEqual(goal);
});
