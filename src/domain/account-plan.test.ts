import fc from 'fast-check';
import { completePlan, decidePlan, emptyPlan, hasTwins, missingOf, planChanges, submitPlan, tidyPlan, usualUpsell, type PlanDraft } from './account-plan';
import { anyLineId, anyText } from './fixture/arbitraries';
import { amount, clientId, instant, lineId, person } from './fixture/values';

const anyLines = fc.uniqueArray(fc.record({ id: anyLineId, text: anyText }), { selector: ({ id }) => id, maxLength: 6 });
const anyPlan: fc.Arbitrary<PlanDraft> = fc.record({
  budget: fc.option(fc.record({ amount: fc.constantFrom('0.00', '120000.00').map(amount), currency: fc.constantFrom('PLN', 'EUR') }), { nil: null }),
  growth: fc.option(fc.integer({ min: -100, max: 1000 }), { nil: null }),
  upsell: fc.integer({ min: 0, max: 1000 }),
  rules: anyText,
  goals: anyLines,
  risks: anyLines,
});
const signed = { by: person('anna'), at: instant('2026-03-02T09:00:00.000Z') };

it('is complete exactly when nothing is missing', () => {
  fc.assert(fc.property(anyPlan, (plan) => expect(completePlan(plan) !== undefined).toBe(missingOf(plan).length === 0)));
  expect(missingOf(emptyPlan)).toEqual(['budget', 'growth', 'rules', 'goals']);
  expect(emptyPlan.upsell).toBe(usualUpsell);
});

it('keeps no lines that say nothing, and tidies once', () => {
  fc.assert(fc.property(anyPlan, (plan) => {
    const tidy = tidyPlan(plan);
    expect(tidyPlan(tidy)).toEqual(tidy);
    expect([...tidy.goals, ...tidy.risks].every(({ text }) => text.trim() !== '')).toBe(true);
    expect(tidy.rules).not.toMatch(/[^\P{Cc}\n]/u);
  }));
});

it('differs in nothing from itself, and says so both ways', () => {
  fc.assert(fc.property(anyPlan, anyPlan, (a, b) => {
    const [x, y] = [tidyPlan(a), tidyPlan(b)];
    expect(planChanges(x, x)).toEqual([]);
    const [there, back] = [planChanges(x, y), planChanges(y, x)];
    expect(there).toHaveLength(back.length);
    for (const { field, before, after } of there) expect(back).toContainEqual({ field, before: after, after: before });
    if (there.length === 0) expect(x).toEqual(y);
  }));
});

it('names a goal that was added, reworded and moved', () => {
  const line = (id: string, text: string) => ({ id: lineId(id), text });
  const before = { ...emptyPlan, goals: [line('aaaa', 'Mobile app'), line('bbbb', 'Second team')] };
  const after = { ...before, growth: 20, goals: [line('bbbb', 'A second team'), line('aaaa', 'Mobile app'), line('cccc', 'Case study')] };
  expect(planChanges(before, after)).toEqual([
    { field: 'growth', before: null, after: '20' },
    { field: 'goal', before: 'Second team', after: 'A second team' },
    { field: 'goal', before: null, after: 'Case study' },
    { field: 'goalOrder', before: '1. Mobile app\n2. Second team', after: '1. A second team\n2. Mobile app' },
  ]);
  expect([hasTwins(before), hasTwins({ ...before, risks: [line('aaaa', 'x'), line('aaaa', 'y')] })]).toEqual([false, true]);
});

it('changes nothing of what was submitted when it is decided', () => {
  const plan = completePlan({ ...emptyPlan, budget: { amount: amount('1.00'), currency: 'PLN' }, growth: 0, rules: 'Net 14', goals: [{ id: lineId('aaaa'), text: 'Grow' }] });
  if (plan === undefined) throw new Error('the plan is not complete');
  const submitted = submitPlan({ clientId: clientId(1), year: 2026, number: 1, state: 'draft', plan }, plan, signed);
  if (submitted.state !== 'submitted') throw new Error('the plan was not submitted');
  expect(decidePlan(submitted, { kind: 'validated' }, signed)).toEqual({ ...submitted, state: 'validated', decided: signed });
  expect(decidePlan(submitted, { kind: 'returned', reason: ' Too little ' }, signed)).toEqual({ ...submitted, state: 'returned', decided: signed, reason: 'Too little' });
});
