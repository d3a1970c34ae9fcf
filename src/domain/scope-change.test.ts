import fc from 'fast-check';
import { sampleGuidelines } from './fixture/guidelines';
import type { Guidelines } from './guidelines';
import { day, instant, lineId, person, projectId, total } from './fixture/values';
import { applyEffect, scopeTotals, type ChangeState, type ScopeChange, type ScopeEffect } from './scope-change';
import { hundredthsOf, isTotal, sumOf, totalOf, type Total } from './total';

const nothingElse: ScopeEffect = { budget: null, hours: 0, end: null, added: '', removed: '' };
const at = instant('2026-03-02T09:00:00.000Z');
const agreedState: ChangeState = { kind: 'agreed', by: person('anna'), at, reason: '', version: 2 };
const change = (effect: Partial<ScopeEffect>, state: ChangeState = agreedState): ScopeChange => ({
  id: lineId('abcd'), projectId: projectId('10001'), title: 'Returns', reason: '', effect: { ...nothingElse, ...effect }, proposedBy: person('piotr'), proposedAt: at, state, history: [],
});

it('puts money, hours, the end and the words into the guidelines, and leaves the rest', () => {
  const applied = applyEffect(sampleGuidelines, { budget: { amount: total('12000.50'), currency: 'PLN' }, hours: 40, end: day('2026-09-30'), added: 'Returns', removed: ' Invoices ' });
  expect(applied).toEqual({
    kind: 'applied',
    guidelines: {
      ...sampleGuidelines,
      budget: { ...sampleGuidelines.budget, amount: { amount: '252000.50', currency: 'PLN' }, hours: 1240 },
      schedule: { ...sampleGuidelines.schedule, end: '2026-09-30' },
      scope: { ...sampleGuidelines.scope, inScope: 'Orders\nReturns', outOfScope: 'Payments\nInvoices' },
    },
  });
});

const first = { id: lineId('ms01'), name: 'First release', from: day('2026-05-29') };

it('moves a milestone and adds another, within the end that it moves too', () => {
  const milestones = [{ kind: 'moved', ...first, date: day('2026-09-15') }, { kind: 'new', id: lineId('beta'), name: ' Beta ', date: day('2026-07-01') }] as const;
  expect(applyEffect(sampleGuidelines, { ...nothingElse, end: day('2026-09-30'), milestones })).toMatchObject({
    kind: 'applied',
    guidelines: { schedule: { end: '2026-09-30', milestones: [{ id: 'ms01', name: 'First release', date: '2026-09-15' }, { id: 'beta', name: 'Beta', date: '2026-07-01' }] } },
  });
});

it.each<[string, Partial<ScopeEffect>]>([
  ['noEffect', {}],
  ['noEffect', { budget: { amount: total('0.00'), currency: 'EUR' }, added: '  ' }],
  ['otherCurrency', { budget: { amount: total('1.00'), currency: 'EUR' } }],
  ['budgetBelowZero', { budget: { amount: total('-240000.01'), currency: 'PLN' } }],
  ['hoursBelowZero', { hours: -1201 }],
  ['endBeforeStart', { end: day('2026-03-01') }],
  ['outsideSchedule', { end: day('2026-05-28') }],
  ['tooLong', { added: 'x'.repeat(5_000) }],
  ['outsideSchedule', { milestones: [{ kind: 'moved', ...first, date: day('2026-09-01') }] }],
  ['milestoneGone', { milestones: [{ kind: 'moved', ...first, id: lineId('gone'), date: day('2026-06-12') }] }],
  ['milestoneMoved', { milestones: [{ kind: 'moved', ...first, from: day('2026-05-28'), date: day('2026-06-12') }] }],
  ['milestoneThere', { milestones: [{ kind: 'new', id: first.id, name: 'Beta', date: day('2026-06-12') }] }],
  ['noEffect', { milestones: [{ kind: 'moved', ...first, date: first.from }] }],
  ['notPossible', { budget: { amount: total('99999999999999.00'), currency: 'PLN' } }],
])('is refused for %s', (problem, effect) => {
  expect(applyEffect(sampleGuidelines, { ...nothingElse, ...effect })).toEqual({ kind: 'refused', problem });
});

const sum = (cents: number): Total => {
  const text = `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  return isTotal(text) ? text : total('0.00');
};
const money = fc.integer({ min: -1_000_000, max: 5_000_000 }).map(sum);
const anyEffect = fc.record({ budget: fc.option(money.map((amount) => ({ amount, currency: 'PLN' as const }))), hours: fc.integer({ min: -50, max: 300 }) }).map((one): ScopeEffect => ({ ...nothingElse, ...one }));

it('loses no hundredth and no hour, whatever is agreed one after another', () => {
  fc.assert(
    fc.property(fc.array(anyEffect, { maxLength: 12 }), (effects) => {
      let current = sampleGuidelines;
      const agreed: ScopeChange[] = [];
      for (const effect of effects) {
        const applied = applyEffect(current, effect);
        if (applied.kind === 'refused') continue;
        current = applied.guidelines;
        agreed.push(change(effect));
      }
      const totals = scopeTotals(sampleGuidelines, current, agreed);
      expect(sumOf([totals.soldBudget, totals.agreedBudget])).toBe(totals.nowBudget);
      expect(totals.soldHours + totals.agreedHours).toBe(totals.nowHours);
      expect(hundredthsOf(totals.nowBudget)).toBe(hundredthsOf(totalOf(current.budget.amount.amount)));
    }),
  );
});

/** Effects that do not touch the same thing: each of its own milestone, and at most the first moves the end. */
const independent = fc
  .array(fc.record({ cents: fc.integer({ min: -100_000, max: 5_000_000 }), hours: fc.integer({ min: -50, max: 300 }), dayOfJuly: fc.integer({ min: 1, max: 31 }), movesFirst: fc.boolean(), word: fc.constantFrom('', 'Returns', 'Exports', 'Search') }), { minLength: 1, maxLength: 8 })
  .map((parts) =>
    parts.map(({ cents, hours, dayOfJuly, movesFirst, word }, place): ScopeEffect => {
      const date = day(`2026-07-${String(dayOfJuly).padStart(2, '0')}`);
      return {
        budget: { amount: sum(cents), currency: 'PLN' }, hours, end: place === 0 ? day('2026-10-31') : null, added: word, removed: '',
        milestones: [place === 0 && movesFirst ? { kind: 'moved', ...first, date } : { kind: 'new', id: lineId(`fresh${place}`), name: `Release ${place}`, date }],
      };
    }),
  );

/** As they stand whatever the order: lines and milestones follow the order in which they were agreed. */
const unordered = ({ schedule, scope, ...rest }: Guidelines) => ({
  ...rest,
  schedule: { ...schedule, milestones: [...schedule.milestones].sort((a, b) => (a.id < b.id ? -1 : 1)) },
  scope: { ...scope, inScope: scope.inScope.split('\n').sort() },
});

it('comes to the same in whatever order independent changes are agreed', () => {
  const all = (effects: readonly ScopeEffect[]): Guidelines =>
    effects.reduce((current, effect) => {
      const applied = applyEffect(current, effect);
      if (applied.kind === 'refused') throw new Error(applied.problem);
      return applied.guidelines;
    }, sampleGuidelines);
  fc.assert(
    fc.property(independent.chain((effects) => fc.tuple(fc.constant(effects), fc.shuffledSubarray(effects, { minLength: effects.length }))), ([effects, shuffled]) => {
      expect(unordered(all(shuffled))).toEqual(unordered(all(effects)));
    }),
  );
});

it('totals what is agreed as the sum of its parts, in any order and however it is divided', () => {
  fc.assert(
    fc.property(independent, fc.nat(8), (effects, at) => {
      const totals = (some: readonly ScopeEffect[]) => scopeTotals(sampleGuidelines, sampleGuidelines, some.map((effect) => change(effect)));
      const [whole, before, after] = [totals(effects), totals(effects.slice(0, at)), totals(effects.slice(at))];
      expect(whole.agreedBudget).toBe(sumOf([before.agreedBudget, after.agreedBudget]));
      expect(whole.agreedHours).toBe(before.agreedHours + after.agreedHours);
      expect(hundredthsOf(whole.agreedBudget)).toBe(effects.reduce((sofar, { budget }) => sofar + hundredthsOf(budget?.amount ?? total('0.00')), 0n));
      expect(totals([...effects].reverse())).toEqual(whole);
    }),
  );
});

it('counts what was agreed and nothing else, and adds no other currency', () => {
  const euros = change({ budget: { amount: total('5.00'), currency: 'EUR' }, hours: 3 });
  const totals = scopeTotals(sampleGuidelines, sampleGuidelines, [
    change({ budget: { amount: total('24000.00'), currency: 'PLN' }, hours: 10 }),
    change({ budget: { amount: total('1.00'), currency: 'PLN' } }, { kind: 'negotiation' }),
    change({ hours: 99 }, { kind: 'declined', by: person('anna'), at, reason: '' }),
    euros,
  ]);
  expect(totals).toMatchObject({ agreedBudget: '24000.00', agreedHours: 13, agreedPercent: 10, agreedHoursPercent: Math.floor(1_300 / sampleGuidelines.budget.hours), otherCurrency: 1 });
});
