import { emptyDraft, type Draft } from '../../../src/domain/draft';
import { isLineId, type LineId } from '../../../src/domain/ids';
import { newId } from '../../shared/new-id';
import { draftDifferences } from './draft-differences';
import { moved } from './moved';
import { same } from './same';

function id(text: string): LineId {
  if (!isLineId(text)) throw new Error(`${text} is no id`);
  return text;
}

test('moved puts one item elsewhere and leaves the list alone when nothing moves', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b']);
  for (const [from, to] of [[1, 1], [0, -1], [2, 3], [7, 0]] as const) expect(moved(list, from, to)).toBe(list);
});

test('same looks at values, not at the order of keys', () => {
  expect(same({ a: 1, b: [null, 'x'] }, { b: [null, 'x'], a: 1 })).toBe(true);
  expect(same({ a: undefined }, { b: undefined })).toBe(false);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same([], {})).toBe(false);
  expect(same(null, {})).toBe(false);
});

test('newId makes ids that the domain takes, and no two alike', () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(ids.every((one) => /^[a-z0-9]{12}$/.test(one))).toBe(true);
  expect(new Set(ids).size).toBe(500);
});

describe('draftDifferences', () => {
  const draft: Draft = {
    ...emptyDraft,
    scope: { goal: 'same', inScope: '', outOfScope: '' },
    priorities: [{ id: id('p001'), text: 'first' }, { id: id('p002'), text: 'second' }],
    staffing: [{ id: id('s001'), role: 'Tester', person: null, from: '2026-03-02', to: '', hoursPerDay: '4', dealId: null }],
  };

  it('finds none between equal drafts', () => {
    expect(draftDifferences(draft, structuredClone(draft))).toEqual([]);
  });

  it('names the fields that differ, with both sides', () => {
    const theirs: Draft = { ...draft, budget: { ...draft.budget, amount: '1000', currency: 'EUR' }, scope: { ...draft.scope, goal: 'another' } };
    expect(draftDifferences(draft, theirs)).toEqual([
      { field: 'scope.goal', mine: 'same', theirs: 'another' },
      { field: 'budget.amount', mine: '', theirs: '1000 EUR' },
    ]);
  });

  it('shows of lists only what differs', () => {
    const theirs: Draft = {
      ...draft,
      priorities: [...draft.priorities, { id: id('p003'), text: 'third' }],
      staffing: [{ id: id('s001'), role: 'Tester', person: null, from: '2026-03-02', to: '2026-04-01', hoursPerDay: '4', dealId: null }],
    };
    expect(draftDifferences(draft, theirs)).toEqual([
      { field: 'priorityOrder', mine: '', theirs: '3. third' },
      { field: 'staffing', mine: 'Tester · 2026-03-02 · 4 h', theirs: 'Tester · 2026-03-02 · 2026-04-01 · 4 h' },
    ]);
  });
});
