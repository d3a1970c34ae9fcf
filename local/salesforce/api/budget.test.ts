import { openDatabase } from '../../database';
import type { Database } from '../../database';
import { HandClock } from '../../hand-clock';
import { prepareSchema } from '../schema';
import { TEST_NOW } from '../test-org';
import { CallBudget } from './budget';

let database: Database;
let clock: HandClock;
let budget: CallBudget;
beforeEach(() => {
  database = openDatabase(':memory:');
  prepareSchema(database);
  clock = new HandClock(TEST_NOW);
  budget = new CallBudget(database, clock, 1_001);
});
afterEach(() => database.close());

test('a share of the calls can be set as used, upwards and downwards', () => {
  budget.setUsedShare(0.85);
  expect(budget.used()).toBe(851);
  expect(budget.spend()).toBe(true);
  expect(budget.used()).toBe(852);
  budget.setUsedShare(0.1);
  expect(budget.used()).toBe(101);
  for (const share of [-0.1, 1.1, Number.NaN]) expect(() => budget.setUsedShare(share)).toThrow(RangeError);
});

test('what was used a day ago counts no more, however much there was in between', () => {
  for (let hour = 0; hour < 48; hour += 1) {
    budget.spend();
    clock.advance(3_600);
  }
  expect(budget.used()).toBe(23);
});
