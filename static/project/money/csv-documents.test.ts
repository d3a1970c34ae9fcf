import { dealId } from '../../../src/domain/fixture/values';
import { csvOf } from '../../page/csv';
import { csvDocuments, type CsvDocuments } from './csv-documents';

const deals = [{ id: dealId(1), name: 'Portal: etap I' }, { id: dealId(2), name: 'Portal: rozwój' }];
const one = deals.slice(0, 1);
const lines = (read: CsvDocuments) => {
  if (read.kind !== 'read') throw new Error(`the file is ${read.kind}`);
  return read.lines;
};
const first = (text: string, among = one) => lines(csvDocuments(text, among))[0];
const head = 'number,amount,issued,due';

it.each([
  ['commas', 'kind,number,deal,amount,currency,issued,due,settled\ninvoice,FV/1,Portal: etap I,"12,500.50",EUR,2026-04-01,2026-04-15,2026-04-10\n'],
  ['semicolons, Polish names and forms, in another order', 'Termin płatności;Rozliczono;Numer;Kwota;Waluta;Wystawiono;Szansa sprzedaży;Rodzaj\n15.04.2026;10.4.2026;FV/1;12 500,50;eur;1.04.2026;portal: ETAP I;Faktura\n'],
  ['tabs and a byte order mark', '\uFEFFtype\tno\topportunity\tnet\tcurrency\tdate\tdue date\tpaid\nfv\tFV/1\t' + dealId(1) + '\t12500.5\tEUR\t2026-04-01\t2026-04-15\t2026-04-10\n'],
])('reads %s', (_, text) => {
  expect(first(text, deals)).toEqual({ line: 2, problem: null, document: { dealId: dealId(1), kind: 'invoice', number: 'FV/1', amount: '12500.50', currency: 'EUR', issuedOn: '2026-04-01', dueOn: '2026-04-15', settledOn: '2026-04-10' } });
});

it('takes an invoice in złoty of the only deal where nothing else is said', () => {
  expect(first(`${head}\nFV/1,100,2026-04-01,2026-04-15`)?.document).toMatchObject({ kind: 'invoice', currency: 'PLN', dealId: dealId(1), settledOn: null });
  expect(first(`${head}\nFV/1,100,2026-04-01,2026-04-15`, deals)).toMatchObject({ problem: 'deal' });
});

it.each([
  ['number', ',100,2026-04-01,2026-04-15'],
  ['amount', 'FV/1,abc,2026-04-01,2026-04-15'],
  ['amount', 'FV/1,,2026-04-01,2026-04-15'],
  ['issuedOn', 'FV/1,100,31.02.2026,2026-04-15'],
  ['dueOn', 'FV/1,100,2026-04-01,soon'],
  ['dueOn', 'FV/1,100,2026-04-01'],
] as const)('says that %s cannot be read in %j', (problem, row) => expect(first(`${head}\n${row}`)).toEqual({ line: 2, document: null, problem }));

it.each([
  ['kind', 'x'],
  ['currency', 'ZZZ'],
  ['settled', 'yesterday'],
  ['deal', 'another'],
])('says what is wrong with a %s of %j', (column, cell) => {
  expect(first(`${head},${column}\nFV/1,100,2026-04-01,2026-04-15,${cell}`)).toMatchObject({ document: null, problem: column === 'settled' ? 'settledOn' : column });
});

it.each([['korekta', '-100,00', 'creditNote', '-100.00'], ['protokół odbioru', '100', 'protocol', '100.00']])('knows a %s', (kind, amount, known, sum) => {
  expect(first(`rodzaj;numer;kwota;wystawiono;termin\n${kind};K/1;${amount};2026-04-01;2026-04-15`)?.document).toMatchObject({ kind: known, amount: sum });
});

it('says which columns are missing, where a quotation mark is, and that there is nothing', () => {
  expect(csvDocuments('number;amount\nFV/1;5', one)).toEqual({ kind: 'columnsMissing', columns: ['issuedOn', 'dueOn'] });
  expect(csvDocuments(`${head}\nFV/1,100,2026-04-01,2026-04-15\n"FV/2,100,2026-04-01,2026-04-15\n`, one).kind).toBe('broken');
  for (const nothing of ['', '\n\n', head]) expect(csvDocuments(nothing, one)).toEqual({ kind: 'empty' });
});

it('reads ten thousand lines, good and bad', () => {
  const text = `${head}\n${Array.from({ length: 10_000 }, (_, n) => `FV/${n},${n % 2 === 0 ? '1.00' : 'x'},2026-04-01,2026-04-15`).join('\n')}`;
  const read = lines(csvDocuments(text, one));
  expect([read.length, read.filter(({ problem }) => problem === 'amount').length, read.at(-1)?.line]).toEqual([10_000, 5_000, 10_001]);
});

it('reads back what it wrote, also a number that looks like a formula', () => {
  const file = csvOf([['kind', 'number', 'deal', 'amount', 'currency', 'issued', 'due', 'settled'], ['invoice', 'FV, "1"', 'Portal: etap I', '100.00', 'PLN', '2026-04-01', '2026-04-15', '']]);
  expect(first(file)?.document).toMatchObject({ number: 'FV, "1"', amount: '100.00' });
});
