import type { Opportunity } from '../../local/salesforce/store/opportunities';
import { isDealId, type DealId } from '../../src/domain/ids';
import { isInstant, type Instant } from '../../src/domain/plain-date';
import { startHarness, type Harness } from './salesforce-harness';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const idOf = (text: string): DealId => {
  if (!isDealId(text)) throw new Error(`${text} is no deal id`);
  return text;
};
const at = (text: string): Instant => {
  if (!isInstant(text)) throw new Error(`${text} is no instant`);
  return text;
};
const dealNamed = (name: string, more: { accountId?: string; createdDate?: string } = {}): Opportunity =>
  harness.org.store.createOpportunity({ name, stageName: 'Prospecting', closeDate: '2026-12-31', amount: '125000.50', currency: 'EUR', ...more });
const failure = (kind: string, detail: string, retryAfter?: number) =>
  expect.objectContaining({ name: 'OutsideError', system: 'salesforce', failure: kind, detail, retryAfter });
const tokens = (): number => harness.requests.filter((request) => request === 'POST /services/oauth2/token').length;
const queries = (): number => harness.requests.filter((request) => request.startsWith('GET /services/data/v66.0/query')).length;

describe('reading', () => {
  it('reads stages in the organisation\'s order', async () => {
    const stages = await harness.salesforce.stages();
    expect(stages.map((stage) => stage.apiName)).toEqual(['Prospecting', 'Negotiation', 'Closed Won', 'Closed Lost']);
    expect(stages[2]).toMatchObject({ label: 'Closed Won', isActive: true, isClosed: true, isWon: true, probability: 100 });
  });

  it('reads a deal whole', async () => {
    const account = harness.org.store.createAccount({ name: 'Bank Północny' });
    const deal = dealNamed('Portal', { accountId: account.id });
    await expect(harness.salesforce.byIds([idOf(deal.id)])).resolves.toEqual([{
      deal: {
        id: deal.id, name: 'Portal', client: { id: account.id, name: 'Bank Północny' }, ownerName: 'Integration User', stageName: 'Prospecting',
        amount: { amount: '125000.50', currency: 'EUR' }, closeDate: '2026-12-31', probability: 10, modifiedAt: '2026-11-23T09:00:00.000Z',
      },
      history: [{ stageName: 'Prospecting', at: '2026-11-23T09:00:00.000Z' }],
    }]);
  });

  it('leaves out deals that are gone', async () => {
    const [kept, gone] = [dealNamed('kept'), dealNamed('gone')];
    harness.org.store.opportunities.delete(gone.id);
    const found = await harness.salesforce.byIds([idOf(kept.id), idOf(gone.id), idOf('006000000000009AAA')]);
    expect(found.map(({ deal }) => deal.name)).toEqual(['kept']);
    await expect(harness.salesforce.byIds([])).resolves.toEqual([]);
  });

  it.each([[300, 1], [301, 2], [601, 3]])('reads %i deals with their histories in %i calls, however often each is named', async (many, calls) => {
    const ids = harness.org.store.batch(() => Array.from({ length: many }, (_, index) => idOf(dealNamed(`deal ${index}`).id)));
    harness.org.clock.advance(60);
    harness.org.store.moveStages(ids, 'Negotiation');
    const found = await harness.salesforce.byIds([...ids, ...ids]);
    expect(new Set(found.map(({ deal }) => deal.id))).toEqual(new Set(ids));
    expect(found).toHaveLength(many);
    expect(new Set(found.map(({ history }) => history.map(({ stageName }) => stageName).join(' > ')))).toEqual(new Set(['Prospecting > Negotiation']));
    expect(queries()).toBe(calls);
  });

  it('follows the pages of a long answer', async () => {
    harness.org.store.batch(() => {
      for (let number = 0; number < 4_100; number += 1) dealNamed(`deal ${number}`);
    });
    const changes = await harness.salesforce.changedSince(at('2026-11-01T00:00:00.000Z'));
    expect(new Set(changes.map((change) => change.id)).size).toBe(4_100);
    expect(queries()).toBe(3);
  });

  it('finds what changed at or after an instant, the earliest first', async () => {
    const early = dealNamed('early');
    harness.org.clock.advance(600);
    const late = dealNamed('late');
    const since = (instant: string) => harness.salesforce.changedSince(at(instant)).then((changes) => changes.map((change) => change.id));
    expect(await since('2026-11-23T09:00:00.000Z')).toEqual([early.id, late.id]);
    expect(await since('2026-11-23T09:00:00.001Z')).toEqual([late.id]);
    expect(await since('2026-11-23T09:10:00.001Z')).toEqual([]);
    expect(queries()).toBe(3);
  });

  it('tells the stages a deal went through', async () => {
    const { store, clock } = harness.org;
    const deal = dealNamed('Portal');
    clock.advance(3_600);
    store.changeOpportunity(deal.id, { amount: '1.00' });
    clock.advance(3_600);
    store.moveStage(deal.id, 'Negotiation');
    clock.advance(3_600);
    store.moveStage(deal.id, 'Closed Won');
    const [seen] = await harness.salesforce.byIds([idOf(deal.id)]);
    expect(seen?.history).toEqual([
      { stageName: 'Prospecting', at: '2026-11-23T09:00:00.000Z' },
      { stageName: 'Negotiation', at: '2026-11-23T11:00:00.000Z' },
      { stageName: 'Closed Won', at: '2026-11-23T12:00:00.000Z' },
    ]);
    expect(queries()).toBe(1);
  });

  it('sees that a deal was deleted, and that it was brought back', async () => {
    const { store, clock } = harness.org;
    const [deal, other] = [dealNamed('Portal'), dealNamed('Other')];
    const changes = (since: string) => harness.salesforce.changedSince(at(since));
    const unchanged = { id: other.id, stageName: 'Prospecting', modifiedAt: '2026-11-23T09:00:00.000Z', isDeleted: false };
    clock.advance(60);
    store.opportunities.delete(deal.id);
    const deleted = { id: deal.id, stageName: 'Prospecting', modifiedAt: '2026-11-23T09:01:00.000Z', isDeleted: true };
    expect(await changes('2026-11-23T09:00:00.000Z')).toEqual([unchanged, deleted]);
    clock.advance(60);
    store.opportunities.undelete(deal.id);
    const back = { ...deleted, modifiedAt: '2026-11-23T09:02:00.000Z', isDeleted: false };
    expect(await changes('2026-11-23T09:00:30.000Z')).toEqual([back]);
    expect(harness.requests.filter((request) => request === 'GET /services/data/v66.0/queryAll')).toHaveLength(2);
  });

  it('knows how much of the daily calls is used, as the last answer said', async () => {
    expect(harness.salesforce.budget()).toBeUndefined();
    await harness.salesforce.stages();
    expect(harness.salesforce.budget()).toEqual({ used: 1, allowed: 100_000 });
    harness.org.budget.setUsedShare(0.8);
    await harness.salesforce.changedSince(at('2026-11-23T09:00:00.000Z'));
    expect(harness.salesforce.budget()).toEqual({ used: 80_001, allowed: 100_000 });
  });
});

describe('searching', () => {
  const names = async (text: string, limit = 50): Promise<string[]> => (await harness.salesforce.search(text, limit)).map((deal) => deal.name).sort();

  it('looks into names of deals and clients, whatever their case', async () => {
    const account = harness.org.store.createAccount({ name: 'Żabka Logistyka' });
    dealNamed('Portal', { accountId: account.id });
    dealNamed('żabka app');
    dealNamed('Other');
    expect(await names('ŻABKA')).toEqual(['Portal', 'żabka app']);
    expect(await names('   ')).toEqual(['Other', 'Portal', 'żabka app']);
  });

  it.each(["O'Hara", '100%', 'a_b', 'back\\slash', '\\', "\\'", '\\%', '"quoted"', "' OR Name != '", 'emoji 😀'])('finds %s as it is written', async (name) => {
    dealNamed(`x ${name} x`);
    dealNamed('1000 of a-b backslash quoted');
    expect(await names(name)).toEqual([`x ${name} x`]);
  });

  it('gives the latest changed first and no more than asked for', async () => {
    dealNamed('one');
    harness.org.clock.advance(60);
    dealNamed('two');
    harness.org.clock.advance(60);
    dealNamed('three');
    expect((await harness.salesforce.search('', 2)).map((deal) => deal.name)).toEqual(['three', 'two']);
  });

  it('bears a text of any length', async () => {
    await expect(harness.salesforce.search("'\\%😀".repeat(20_000), 5)).resolves.toEqual([]);
  });
});

describe('an organisation with one currency', () => {
  beforeEach(async () => {
    await harness.close();
    harness = await startHarness({ multiCurrency: false });
  });

  it('is asked once for a currency and never again, in another invocation either', async () => {
    const ids = [idOf(dealNamed('Portal').id)];
    expect((await harness.salesforce.byIds(ids))[0]?.deal.amount).toEqual({ amount: '125000.50', currency: 'PLN' });
    expect(queries()).toBe(2);
    await harness.salesforce.byIds(ids);
    await harness.another().byIds(ids);
    expect(queries()).toBe(4);
    expect(tokens()).toBe(1);
  });

  it('is still known after its session ended', async () => {
    const ids = [idOf(dealNamed('Portal').id)];
    await harness.salesforce.byIds(ids);
    harness.org.sessions.expireAll();
    harness.requests.length = 0;
    await harness.another().byIds(ids);
    await harness.another().byIds(ids);
    expect([queries(), tokens()]).toEqual([3, 1]);
  });
});

describe('the session', () => {
  it('is kept from one invocation to the next', async () => {
    await harness.salesforce.stages();
    await harness.another().stages();
    expect(tokens()).toBe(1);
  });

  it('is opened once for requests at the same time', async () => {
    await Promise.all([harness.salesforce.stages(), harness.salesforce.search('', 1), harness.salesforce.byIds([idOf('006000000000009AAA')])]);
    expect(tokens()).toBe(1);
  });

  it('is renewed once when it ended, and the request sent again', async () => {
    await harness.salesforce.stages();
    harness.org.sessions.expireAll();
    await expect(Promise.all([harness.salesforce.stages(), harness.salesforce.stages()])).resolves.toHaveLength(2);
    expect(tokens()).toBe(2);
  });

  it('is not renewed for ever', async () => {
    harness.org.faults.add({ path: '/query', kind: 'status', status: 401, times: 9 });
    await expect(harness.salesforce.stages()).rejects.toEqual(failure('unauthorised', 'INVALID_SESSION_ID'));
    expect([queries(), tokens()]).toEqual([2, 2]);
  });

  it('never sends a token to another organisation or for another app', async () => {
    await harness.salesforce.stages();
    const other = harness.another({ myDomain: 'other.my.salesforce.com' });
    await expect(other.stages()).rejects.toEqual(failure('missing', 'status 404'));
    await expect(harness.another({ clientId: 'b-client' }).stages()).rejects.toEqual(failure('unauthorised', 'invalid_client_id'));
    expect(queries()).toBe(1);
  });

  it.each(['', 'garbage', '{"host":1}', 'null'])('begins afresh where the cache holds %p', async (token) => {
    harness.box.token = token;
    await expect(harness.salesforce.stages()).resolves.toHaveLength(4);
    expect(tokens()).toBe(1);
  });

  it('is not opened at an address outside Salesforce', async () => {
    await expect(harness.another({ myDomain: 'evil.example' }).stages()).rejects.toEqual(failure('rejected', 'the stored address is no My Domain host'));
    expect(harness.requests).toEqual([]);
  });
});

describe('faults', () => {
  const fault = (kind: 'status' | 'timeout' | 'halfAnswer' | 'wrongShape', times: number, status = 500): void =>
    harness.org.faults.add({ path: '/query', kind, times, status });

  it.each([
    [403, 'rateLimited', 'REQUEST_LIMIT_EXCEEDED'],
    [404, 'missing', 'NOT_FOUND'],
  ])('says what %i means and does not ask again', async (status, kind, detail) => {
    fault('status', 1, status);
    await expect(harness.salesforce.stages()).rejects.toEqual(failure(kind, detail));
    expect(queries()).toBe(1);
  });

  it.each([429, 500, 502, 503])('bears a passing %i', async (status) => {
    fault('status', 2, status);
    await expect(harness.salesforce.stages()).resolves.toHaveLength(4);
    expect(harness.pauses).toHaveLength(2);
  });

  it('waits as long as it is asked to', async () => {
    fault('status', 1, 429);
    await harness.salesforce.stages();
    expect(harness.pauses).toEqual([1_250]);
  });

  it('gives up on lasting trouble', async () => {
    fault('status', 6, 500);
    await expect(harness.salesforce.stages()).rejects.toEqual(failure('unavailable', 'UNKNOWN_EXCEPTION'));
    harness.org.faults.clear();
    fault('status', 3, 429);
    await expect(harness.salesforce.stages()).rejects.toEqual(failure('rateLimited', 'too many requests', 1));
  });

  it('bears half an answer', async () => {
    // The server reports the broken stream, which is what was ordered.
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    fault('halfAnswer', 1);
    await expect(harness.salesforce.stages()).resolves.toHaveLength(4);
    report.mockRestore();
  });

  it('ends an answer that does not come', async () => {
    await harness.salesforce.stages();
    fault('timeout', 1);
    await expect(harness.another({}, { timeoutMs: 500, attempts: 1 }).stages()).rejects.toEqual(failure('unavailable', 'no answer in time'));
  });

  it('refuses an answer of the wrong shape', async () => {
    fault('wrongShape', 1);
    await expect(harness.salesforce.stages()).rejects.toEqual(failure('unexpectedAnswer', 'done: invalid_type'));
  });
});
