import type { CompanyRatesView } from '../../../src/contract/margin';
import { accountId, amount, day } from '../../../src/domain/fixture/values';
import type { RoleRate } from '../../../src/domain/rates';
import { changedDraft, type DraftChange } from './draft-change';
import { beginDraft, changesIn, toSave, type RatesDraft } from './rates-draft';
import { personMark, personProblem } from './typed-people';
import { markOf } from './typed-rate';

const today = day('2026-11-26');
const rate = (role: string, from: string, cost = '100.00', billing: string | null = '200.00'): RoleRate => ({ role, from: day(from), currency: 'PLN', cost: amount(cost), billing: billing === null ? null : amount(billing) });
const ola = { accountId: accountId('ola'), name: 'Ola' };
const jan = { accountId: accountId('jan'), name: 'Jan' };
const view: CompanyRatesView = { revision: 3, rates: [rate('Tester', '2025-01-01'), rate('Analityk', '2025-01-01')], people: [{ person: ola, role: 'Tester' }] };
const begun = beginDraft(view, 'pl');
const after = (draft: RatesDraft, ...changes: readonly DraftChange[]): RatesDraft => changes.reduce(changedDraft, draft);
const marks = ({ rates }: RatesDraft) => rates.map((one) => `${one.role} ${one.from} ${one.cost} ${String(markOf(one))}`);

it('begins without changes, and would send what it got', () => {
  expect(changesIn(begun)).toBe(0);
  expect(toSave(begun)).toEqual({ revision: 3, rates: view.rates, people: [{ accountId: ola.accountId, role: 'Tester' }] });
});

describe('a role’s next rate', () => {
  it('is a copy of the newest, from the first of the next month on, or of the month after one that is to begin', () => {
    const next = after(begun, { kind: 'addNext', role: 'tester', today });
    expect(next.rates.at(-1)).toMatchObject({ from: '2026-12-01', cost: '100', billing: '200', stored: null, isOpen: true, place: { from: '2026-12-01' } });
    const second = after(next, { kind: 'type', key: 2, fields: { cost: '120,50' } }, { kind: 'addNext', role: 'Tester', today });
    expect(second.rates.at(-1)).toMatchObject({ from: '2027-01-01', cost: '120,50' });
    expect(toSave(second)?.rates.map(({ from, cost }) => [from, cost])).toContainEqual(['2026-12-01', '120.50']);
  });
});

it('adds a role apart, and gives it its place when it is typed', () => {
  const added = after(begun, { kind: 'addRole', today });
  expect(added.rates.at(-1)).toMatchObject({ place: null, from: '2026-11-01', role: '', currency: 'PLN' });
  expect(toSave(added)).toBeUndefined();
  const typed = after(added, { kind: 'type', key: 2, fields: { role: 'Projektant', cost: '90' } }, { kind: 'close', key: 2 });
  expect(typed.rates.at(-1)).toMatchObject({ place: { role: 'Projektant', from: '2026-11-01' }, isOpen: false });
  expect(toSave(typed)?.rates.at(-1)).toEqual({ role: 'Projektant', from: '2026-11-01', currency: 'PLN', cost: '90.00', billing: null });
});

it('removes what is new at once, and what is stored with a way back', () => {
  const removed = after(begun, { kind: 'addRole', today }, { kind: 'remove', key: 2 }, { kind: 'remove', key: 0 });
  expect(marks(removed)).toEqual(['Tester 2025-01-01 100 removed', 'Analityk 2025-01-01 100 null']);
  expect(toSave(removed)?.rates.map(({ role }) => role)).toEqual(['Analityk']);
  expect(changesIn(after(removed, { kind: 'restore', key: 0 }))).toBe(0);
  expect(changesIn(after(begun, { kind: 'type', key: 0, fields: { cost: '1' } }, { kind: 'revert', key: 0, language: 'pl' }))).toBe(0);
});

it('gives people roles, and names nobody twice', () => {
  const added = after(begun, { kind: 'addPerson', person: jan }, { kind: 'addPerson', person: jan });
  expect(added.people.map((one) => [one.person.name, personMark(one), personProblem(one)])).toEqual([['Ola', null, undefined], ['Jan', 'new', 'missing']]);
  expect(toSave(added)).toBeUndefined();
  const typed = after(added, { kind: 'typePerson', accountId: jan.accountId, role: ' Analityk ' }, { kind: 'removePerson', accountId: ola.accountId });
  expect(toSave(typed)?.people).toEqual([{ accountId: jan.accountId, role: 'Analityk' }]);
  const back = after(typed, { kind: 'addPerson', person: ola }, { kind: 'removePerson', accountId: jan.accountId });
  expect(changesIn(back)).toBe(0);
});

describe('put onto what somebody else saved', () => {
  const theirs: CompanyRatesView = {
    revision: 4,
    rates: [rate('Tester', '2025-01-01', '110.00'), rate('Projektant', '2025-01-01')],
    people: [{ person: ola, role: 'Analityk' }, { person: jan, role: 'Tester' }],
  };
  const onto = (...changes: readonly DraftChange[]) => after(begun, ...changes, { kind: 'rebase', onto: theirs, language: 'pl' });

  it('is theirs where nothing was typed', () => {
    const draft = onto();
    expect(marks(draft)).toEqual(['Tester 2025-01-01 110 null', 'Projektant 2025-01-01 100 null']);
    expect(changesIn(draft)).toBe(0);
    expect(toSave(draft)?.revision).toBe(4);
  });

  it('keeps what was typed where both changed the same, and says what it would replace', () => {
    const draft = onto({ kind: 'type', key: 0, fields: { cost: '120' } }, { kind: 'typePerson', accountId: ola.accountId, role: 'Projektant' });
    expect(marks(draft)).toEqual(['Tester 2025-01-01 120 changed', 'Projektant 2025-01-01 100 null']);
    expect(draft.rates[0]?.stored?.cost).toBe('110.00');
    // What was not typed is theirs, within one currency.
    expect(onto({ kind: 'type', key: 0, fields: { billing: '' } }).rates[0]).toMatchObject({ cost: '110', billing: '' });
    expect(onto({ kind: 'type', key: 0, fields: { currency: 'EUR', billing: '45' } }).rates[0]).toMatchObject({ cost: '100', currency: 'EUR' });
    const inEuro = { ...theirs, rates: [{ ...rate('Tester', '2025-01-01', '25.00', '50.00'), currency: 'EUR' as const }] };
    expect(after(begun, { kind: 'type', key: 0, fields: { cost: '120' } }, { kind: 'rebase', onto: inEuro, language: 'pl' }).rates[0]).toMatchObject({ cost: '120', billing: '200', currency: 'PLN' });
    expect(draft.people.map((one) => [one.role, one.stored])).toEqual([['Projektant', 'Analityk'], ['Tester', 'Tester']]);
  });

  it('keeps as new what they removed and was changed here, and lets go what both removed', () => {
    expect(marks(onto({ kind: 'type', key: 1, fields: { cost: '130' } }))).toContain('Analityk 2025-01-01 130 new');
    expect(marks(onto({ kind: 'remove', key: 1 }))).toEqual(marks(onto()));
    expect(marks(onto({ kind: 'remove', key: 0 }))).toContain('Tester 2025-01-01 110 removed');
  });

  it('keeps new rows under keys of their own, and leaves two of one role and day to the reader', () => {
    const longer = { ...theirs, rates: [...theirs.rates, rate('Grafik', '2025-01-01')] };
    const typed: readonly DraftChange[] = [{ kind: 'addRole', today }, { kind: 'type', key: 2, fields: { role: 'Projektant', from: '2025-01-01', cost: '95' } }];
    const draft = after(begun, ...typed, { kind: 'rebase', onto: longer, language: 'pl' }, { kind: 'addRole', today });
    expect(draft.rates.map(({ key }) => key)).toEqual([0, 1, 2, 3, 4]);
    expect(toSave(after(draft, { kind: 'remove', key: 4 }))).toBeUndefined();
    expect(toSave(after(draft, { kind: 'remove', key: 4 }, { kind: 'remove', key: 3 }))?.rates).toHaveLength(3);
  });
});
