import { dealOf, instantFrom, stageEntriesOf, stageFrom } from './deal-record';

const record = {
  Id: '006000000000001AAA', Name: 'Portal', AccountId: '001000000000001AAA', Account: { Name: 'Bank' }, Owner: { Name: 'Ewa' },
  StageName: 'Negotiation', Amount: 1234.5, CloseDate: '2026-12-31', Probability: 69.6, SystemModstamp: '2026-11-01T08:30:00.000+0000',
  CurrencyIsoCode: 'EUR',
};
const unexpected = (detail: string) => expect.objectContaining({ failure: 'unexpectedAnswer', detail });

describe('dealOf', () => {
  it('reads a deal', () => {
    expect(dealOf(record)).toEqual({
      id: '006000000000001AAA', name: 'Portal', client: { id: '001000000000001AAA', name: 'Bank' }, ownerName: 'Ewa', stageName: 'Negotiation',
      amount: { amount: '1234.50', currency: 'EUR' }, closeDate: '2026-12-31', probability: 70, modifiedAt: '2026-11-01T08:30:00.000Z',
    });
  });

  it('takes an amount without a currency to be in the assumed one', () => {
    const { CurrencyIsoCode, ...single } = record;
    expect(CurrencyIsoCode).toBe('EUR');
    expect(dealOf(single).amount).toEqual({ amount: '1234.50', currency: 'PLN' });
  });

  it.each([[null, 'EUR'], [-1, 'EUR'], [1e20, 'EUR'], [5, 'JPY'], [5, 'eur']])('has no amount for %p %s', (amount, currency) => {
    expect(dealOf({ ...record, Amount: amount, CurrencyIsoCode: currency }).amount).toBeNull();
  });

  it('needs neither client nor owner, date nor probability', () => {
    expect(dealOf({ ...record, AccountId: null, Account: null, Owner: null, CloseDate: null, Probability: null })).toMatchObject({
      client: null, ownerName: null, closeDate: null, probability: null,
    });
  });

  it('names a client whose name is hidden by its id', () => {
    expect(dealOf({ ...record, Account: null }).client).toEqual({ id: '001000000000001AAA', name: '001000000000001AAA' });
  });

  it('cleans names of control characters and of direction marks, and cuts them', () => {
    expect(dealOf({ ...record, Name: ' a\u0000b\r\nc\u202ed\u2066  e ' }).name).toBe('a b cd e');
    expect([...dealOf({ ...record, Name: '😀'.repeat(300) }).name]).toHaveLength(255);
    expect(dealOf({ ...record, Name: '\n' }).name).toBe(record.Id);
    expect(dealOf({ ...record, Name: '👨‍👩‍👧 مرحبا <script>' }).name).toBe('👨‍👩‍👧 مرحبا <script>');
  });

  it('keeps the stage name as it is, for it is compared', () => {
    expect(dealOf({ ...record, StageName: ' Odd  name' }).stageName).toBe(' Odd  name');
  });

  it('reads ids of 15 characters', () => expect(dealOf({ ...record, Id: '006000000000001' }).id).toBe(record.Id));

  it('refuses ids of other objects and unreadable instants', () => {
    expect(() => dealOf({ ...record, Id: '001000000000001AAA' })).toThrow(unexpected('Id: invalid_format'));
    expect(() => dealOf({ ...record, AccountId: '006000000000001AAA' })).toThrow(unexpected('AccountId: invalid_format'));
    expect(() => dealOf({ ...record, SystemModstamp: 'today' })).toThrow(unexpected('SystemModstamp: invalid_format'));
  });
});

test.each([
  ['2026-11-01T00:00:00.000+0000', '2026-11-01T00:00:00.000Z'],
  ['2026-11-01T00:00:00Z', '2026-11-01T00:00:00.000Z'],
  ['2026-11-01T01:30:00.5+01:00', '2026-11-01T00:30:00.500Z'],
])('the instant %s', (text, instant) => expect(instantFrom(text, 'CreatedDate')).toBe(instant));

test.each(['', '2026-11-01', '2026-13-01T00:00:00.000+0000', '2026-11-01T00:00:00', '1'])('%p is no instant', (text) => {
  expect(() => instantFrom(text, 'CreatedDate')).toThrow(unexpected('CreatedDate: invalid_format'));
});

test('a stage without an order stands where it came', () => {
  const stage = { ApiName: 'Won', MasterLabel: '', DefaultProbability: 250, IsActive: true, IsClosed: true, IsWon: true, SortOrder: null };
  expect(stageFrom(stage, 7)).toEqual({ apiName: 'Won', label: 'Won', isActive: true, isClosed: true, isWon: true, probability: 100, order: 7 });
});

test('neighbours in the same stage are one entry, a return is another', () => {
  const row = (StageName: string, day: number) => ({ StageName, CreatedDate: `2026-11-0${day}T00:00:00.000+0000` });
  const entries = stageEntriesOf([row('A', 1), row('A', 2), row('B', 3), row('A', 4), row('A', 5)]);
  expect(entries.map(({ stageName, at }) => `${stageName} ${at.slice(0, 10)}`)).toEqual(['A 2026-11-01', 'B 2026-11-03', 'A 2026-11-04']);
  expect(stageEntriesOf([])).toEqual([]);
});
