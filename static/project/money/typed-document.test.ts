import { day, dealId, lineId, total } from '../../../src/domain/fixture/values';
import { parseTotal } from './parse-total';
import { shownDocuments } from './shown-documents';
import { readDocument, type TypedDocument } from './typed-document';

const today = day('2026-05-04');
const typed: TypedDocument = { dealId: dealId(1), kind: 'invoice', number: ' FV/1 ', amount: '1 234,5', currency: 'PLN', issuedOn: '2026-04-01', dueOn: '2026-04-15', settledOn: '' };
const read = (changes: Partial<TypedDocument> = {}) => readDocument({ ...typed, ...changes }, [], today);

it.each([['1 234,50', '1234.50'], ['-1,234.50', '-1234.50'], ['\u22125', '-5.00'], ['-0', '0.00'], ['--5', undefined], ['5-', undefined], ['', undefined], ['1e3', undefined]])('%j is %p', (text, sum) => expect(parseTotal(text)).toBe(sum));

it('reads what was typed, and takes a credit note’s sign for granted', () => {
  expect(read()).toEqual({ document: { dealId: dealId(1), kind: 'invoice', number: 'FV/1', amount: '1234.50', currency: 'PLN', issuedOn: '2026-04-01', dueOn: '2026-04-15', settledOn: null } });
  for (const amount of ['5', '-5']) expect(read({ kind: 'creditNote', amount })).toMatchObject({ document: { amount: '-5.00' } });
});

it.each([
  ['number', { number: ' ' }],
  ['amount', { amount: 'x' }],
  ['amount', { amount: '-5' }],
  ['issuedOn', { issuedOn: '' }],
  ['dueOn', { dueOn: '' }],
  ['dueOn', { dueOn: '2026-03-01' }],
  ['settledOn', { settledOn: '2026-05-05' }],
] as const)('has a problem in %s with %j', (field, changes) => expect(read(changes)).toMatchObject({ field }));

it('shows what needs somebody first, and the newest of what is settled', () => {
  const document = (n: number, dueOn: string, settledOn: string | null = null) => ({ id: lineId(`id00${n}`), dealId: dealId(1), kind: 'invoice' as const, number: `FV/${n}`, amount: total('1.00'), currency: 'PLN' as const, issuedOn: day('2026-01-01'), dueOn: day(dueOn), settledOn: settledOn === null ? null : day(settledOn) });
  const documents = [document(1, '2026-02-01', '2026-02-02'), document(2, '2026-06-01'), document(3, '2026-05-03'), document(4, '2026-05-06'), document(5, '2026-04-01'), document(6, '2026-03-01', '2026-03-02')];
  const numbers = (wanted: Parameters<typeof shownDocuments>[1]) => shownDocuments(documents, wanted, today).map(({ number }) => number);
  const all = { kind: null, state: null, dealId: null };
  expect(numbers(all)).toEqual(['FV/5', 'FV/3', 'FV/4', 'FV/2', 'FV/6', 'FV/1']);
  expect(numbers({ ...all, state: 'overdue' })).toEqual(['FV/5', 'FV/3']);
  expect(numbers({ ...all, kind: 'protocol' })).toEqual([]);
  expect(numbers({ ...all, dealId: dealId(2) })).toEqual([]);
});
