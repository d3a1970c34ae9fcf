import { emptyPlan } from '../../../src/domain/account-plan';
import { amount } from '../../../src/domain/fixture/values';
import { readTyped, typedPlan } from './typed-plan';

const empty = typedPlan(emptyPlan, ',');

it.each([',', '.'] as const)('reads back what it shows with %s', (decimal) => {
  const plan = { ...emptyPlan, budget: { amount: amount('1234.50'), currency: 'EUR' as const }, growth: -5 };
  expect(readTyped(typedPlan(plan, decimal))).toEqual({ plan });
  expect(readTyped(empty)).toEqual({ plan: emptyPlan });
});

it.each([
  [{ amount: '1 234,50' }, { budget: { amount: '1234.50', currency: 'PLN' } }],
  [{ growth: ' 20 % ' }, { growth: 20 }],
  [{ growth: '−5' }, { growth: -5 }],
  [{ growth: '-0' }, { growth: 0 }],
] as const)('reads %j', (typed, read) => expect(readTyped({ ...empty, ...typed })).toMatchObject({ plan: read }));

it.each([
  [{ amount: 'much' }, ['amount']],
  [{ growth: '-101' }, ['growth']],
  [{ growth: '7.5' }, ['growth']],
  [{ upsell: '' }, ['upsell']],
  [{ upsell: '-1', amount: '-1' }, ['amount', 'upsell']],
] as const)('takes %j for a mistake', (typed, mistakes) => expect(readTyped({ ...empty, ...typed })).toEqual({ mistakes }));
