import { accountWork } from '../../../src/domain/account-work';
import { accountId, day } from '../../../src/domain/fixture/values';
import { workRows } from './work-rows';

it('writes a year as a table that any program reads, the whole at its end', () => {
  const anna = accountId('anna');
  const work = accountWork({ manager: anna, year: 2026, budgetHours: 40, logged: [{ author: anna, day: day('2026-03-02'), seconds: 5_400 }], planned: [] });
  const rows = workRows({ work: { ...work, months: [...work.months] } }, { month: 'Month', planned: 'Planned', logged: 'Logged', agreed: 'Agreed', whole: 'Year' });
  expect(rows).toHaveLength(15);
  expect([rows[0], rows[3], rows[13], rows[14]]).toEqual([['Month', 'Planned', 'Logged'], ['2026-03', '0.00', '1.50'], ['Year', '0.00', '1.50'], ['Agreed', '', '40.00']]);
});
