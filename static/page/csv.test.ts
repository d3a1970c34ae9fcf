import { csvOf } from './csv';

it('begins with a byte order mark and ends each line with CR LF', () => {
  expect(csvOf([['a', 'b'], ['1', '']])).toBe('\uFEFFa,b\r\n1,\r\n');
});

it('puts into quotes what would end a field, and doubles quotes', () => {
  expect(csvOf([['a,b', 'c"d', 'e\nf', 'g;h']])).toBe('\uFEFF"a,b","c""d","e\nf",g;h\r\n');
});

test.each(['=1+1', '+48 600', '-5', '@SUM(A1)', '\t=1', '\r=1'])('lets no spreadsheet run %j', (text) => {
  const written = csvOf([[text]]).slice(1);
  expect(written.replace(/^"/, '').startsWith("'")).toBe(true);
});

it('leaves a sign within a text alone', () => {
  expect(csvOf([['a=b', '2026-11-03']])).toBe('\uFEFFa=b,2026-11-03\r\n');
});
