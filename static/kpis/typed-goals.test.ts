/// <reference types="jest" />
import { accountId, amount } from '../../src/domain/fixture/values';
import { defaultGoals, withSalesGoals } from '../../src/domain/kpi/goals';
import { quarterOf } from '../../src/domain/kpi/quarter';
import { day } from '../../src/domain/fixture/values';
import { parseGoals, typedGoals } from './typed-goals';

const [anna, bartek] = [accountId('anna'), accountId('bartek')];
const now = quarterOf(day('2026-03-02'));
const goals = { ...defaultGoals, targets: { ...defaultGoals.targets }, sales: withSalesGoals(defaultGoals, now, [{ manager: anna, amount: amount('2500.50') }]).map(({ quarter, goals: of }) => ({ quarter, goals: [...of] })) };

it('shows goals as people type them, and takes them back as they were', () => {
  const typed = typedGoals(goals, now, [anna, bartek]);
  expect(typed).toEqual({ revenue: '1000000', margin: '40', upsell: '15', sales: { anna: '2500.50', bartek: '' } });
  expect(parseGoals(typed, [anna, bartek])).toEqual({ targets: defaultGoals.targets, sales: [{ manager: anna, amount: '2500.50' }, { manager: bartek, amount: null }] });
});

it('says which fields are wrong', () => {
  expect(parseGoals({ revenue: 'much', margin: '101', upsell: '', sales: { [anna]: '-5', [bartek]: '1 250 000,00' } }, [anna, bartek])).toEqual(new Set(['revenue', 'margin', 'upsell', anna]));
});
