import * as fc from 'fast-check';
import { billingDocumentKinds, billingProblem, billingSums, daysLate, invoicedIn, stateOf, type BillingDocument } from './billing-document';
import { planImport, type GivenDocument } from './billing-import';
import { addDays } from './calendar';
import { day, dealId, lineId, total } from './fixture/values';
import { sumOf } from './total';

const today = day('2026-05-04');
const invoice: GivenDocument = { dealId: dealId(1), kind: 'invoice', number: 'FV/1', amount: total('100.00'), currency: 'PLN', issuedOn: day('2026-04-01'), dueOn: day('2026-04-15'), settledOn: null };
let made = 0;
const newId = () => lineId(`id${String((made += 1)).padStart(4, '0')}`);
const kept = (changes: Partial<GivenDocument> = {}): BillingDocument => ({ ...invoice, ...changes, id: newId() });

it.each([
  ['2026-05-03', null, 'overdue', 1],
  ['2026-05-04', null, 'dueSoon', 0],
  ['2026-05-11', null, 'dueSoon', 0],
  ['2026-05-12', null, 'open', 0],
  ['2026-01-01', '2026-05-04', 'settled', 0],
] as const)('due on %s and settled on %s is %s', (dueOn, settledOn, state, late) => {
  const document = kept({ dueOn: day(dueOn), settledOn: settledOn === null ? null : day(settledOn) });
  expect([stateOf(document, today), daysLate(document, today)]).toEqual([state, late]);
});

it.each([
  ['numberMissing', { number: ' ' }],
  ['numberTooLong', { number: 'x'.repeat(101) }],
  ['amountSign', { amount: total('-0.01') }],
  ['amountSign', { kind: 'creditNote' }],
  ['dueBeforeIssue', { dueOn: day('2026-03-31') }],
  ['settledBeforeIssue', { settledOn: day('2026-03-31') }],
  ['settledInFuture', { settledOn: day('2026-05-05') }],
  [undefined, {}],
  [undefined, { amount: total('0.00') }],
  [undefined, { kind: 'creditNote', amount: total('-100.00') }],
  [undefined, { kind: 'protocol' }],
] as const)('%s for %j', (problem, changes) => expect(billingProblem({ ...invoice, ...changes }, [], today)).toBe(problem));

it('refuses a number twice of one deal and kind, however it is written', () => {
  expect(billingProblem({ ...invoice, number: ' fv/1 ' }, [invoice], today)).toBe('twice');
  for (const other of [{ number: 'FV/2' }, { kind: 'protocol' }, { dealId: dealId(2) }] as const) expect(billingProblem({ ...invoice, ...other }, [invoice], today)).toBeUndefined();
});

it('takes invoices less credit notes of one currency for money, and protocols for none', () => {
  const documents = [kept(), kept({ kind: 'creditNote', amount: total('-30.00') }), kept({ kind: 'protocol' }), kept({ currency: 'EUR' })];
  expect(sumOf(invoicedIn(documents, 'PLN').map(({ amount }) => amount))).toBe('70.00');
  expect(billingSums(documents, today)).toEqual([
    { currency: 'PLN', invoiced: '70.00', settled: '0.00', overdue: '70.00' },
    { currency: 'EUR', invoiced: '100.00', settled: '0.00', overdue: '100.00' },
  ]);
});

const anyDocument: fc.Arbitrary<GivenDocument> = fc
  .record({ kind: fc.constantFrom(...billingDocumentKinds), number: fc.constantFrom('A', 'B', 'C', 'D', 'E'), deal: fc.constantFrom(1, 2), cents: fc.integer({ min: 1, max: 1_000_000 }), currency: fc.constantFrom('PLN' as const, 'EUR' as const), due: fc.integer({ min: 0, max: 60 }), settled: fc.option(fc.integer({ min: 0, max: 33 }), { nil: null }) })
  .map(({ kind, number, deal, cents, currency, due, settled }) => ({
    dealId: dealId(deal), kind, number, currency, amount: total(`${kind === 'creditNote' ? '-' : ''}${(cents / 100).toFixed(2)}`), issuedOn: day('2026-04-01'), dueOn: addDays(day('2026-04-01'), due), settledOn: settled === null ? null : addDays(day('2026-04-01'), settled),
  }));

it('sums each currency to the last hundredth, whatever is settled, overdue or open', () => {
  fc.assert(
    fc.property(fc.array(anyDocument), (given) => {
      const documents = given.map((one) => ({ ...one, id: newId() }));
      for (const { currency, invoiced, settled, overdue } of billingSums(documents, today)) {
        const rest = documents.filter((one) => one.kind !== 'protocol' && one.currency === currency && ['open', 'dueSoon'].includes(stateOf(one, today))).map(({ amount }) => amount);
        expect(sumOf([settled, overdue, ...rest])).toBe(invoiced);
      }
    }),
  );
});

describe('an import', () => {
  it('adds what is new, changes what differs, and leaves the rest', () => {
    const before = [kept(), kept({ number: 'FV/2' })];
    const plan = planImport(before, [invoice, { ...invoice, number: 'fv/2', settledOn: today }, { ...invoice, number: 'FV/3' }, { ...invoice, number: '' }], today, newId);
    expect(plan).toMatchObject({ unchanged: 1, changed: [{ id: before[1]?.id, number: 'FV/2', settledOn: today }], added: [{ number: 'FV/3' }], refused: [{ row: 3, problem: 'numberMissing' }] });
  });

  it('refuses the second of two rows with one number, and more than a project can hold', () => {
    expect(planImport([], [invoice, invoice], today, newId)).toMatchObject({ added: [{}], refused: [{ row: 1, problem: 'twice' }] });
    const full = Array.from({ length: 2_000 }, (_, number) => kept({ number: `N${number}` }));
    expect(planImport(full, [{ ...invoice, number: 'one more' }], today, newId).refused).toEqual([{ row: 0, problem: 'tooMany' }]);
  });

  it('of the same rows a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyDocument), fc.array(anyDocument), (first, rows) => {
        const before = planImport([], first, today, newId).added;
        const { added, changed, refused } = planImport(before, rows, today, newId);
        const after = [...before.map((one) => changed.find(({ id }) => id === one.id) ?? one), ...added];
        const again = planImport(after, rows, today, newId);
        expect([again.added, again.changed, again.refused]).toEqual([[], [], refused]);
      }),
    );
  });
});
