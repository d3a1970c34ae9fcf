import { Subscriber } from '../../local/tempo/subscriber-fixture';
import { startTempo, TOKEN, type TempoFixture } from '../../local/tempo/tempo-fixture';
import { createHttp } from '../../src/adapters/http/http';
import { createPlanSignals } from '../../src/adapters/tempo/plan-signals';
import { startAnswering, type PlainAnswer } from './answering-server';
import { mappedFetch } from './tempo-harness';

const url = 'https://app.example/x1/tempo-signal';
const path = '/4/webhooks/subscriptions';

let subscriber: Subscriber;
let tempo: TempoFixture;
let requests: string[];
let kept: Readonly<Record<string, string>>;
beforeEach(async () => {
  subscriber = new Subscriber();
  tempo = await startTempo(undefined, { deliver: subscriber.deliver });
  requests = [];
  kept = {};
});
afterEach(() => tempo.close());

const signalsOver = (serverUrl: string, token = TOKEN) =>
  createPlanSignals({
    http: createHttp({ system: 'tempo', fetch: mappedFetch(serverUrl, requests), timeoutMs: 5_000, attempts: 2, random: () => 0, pause: async () => undefined }),
    credentials: async () => ({ region: 'eu', token }),
    secrets: {
      read: async () => kept,
      save: async (secrets) => {
        kept = secrets;
      },
    },
  });
const signals = (token?: string) => signalsOver(tempo.server.url, token);
const standing = () => tempo.webhooks.subscriptions().map(({ id, event, active }) => `${id} ${event} ${active ? 'active' : 'inactive'}`);
const fault = (method: string, status: number): void => tempo.store.faults.add({ method, path, times: 1, fault: { kind: 'status', status } });
const written = (): string[] => requests.filter((request) => !request.startsWith('GET '));
const fail = (): void => {
  subscriber.shake = () => ({ status: 404, text: '' });
};

describe('ensure', () => {
  it('subscribes to changes and deletions at one address, and keeps what each is signed with', async () => {
    expect(await signals().ensure(url)).toBe('active');
    expect(tempo.webhooks.subscriptions().map((one) => [one.event, one.url, one.active])).toEqual([['plan.updated', url, true], ['plan.deleted', url, true]]);
    expect(Object.keys(kept)).toEqual(['1', '2']);
    expect(Object.values(kept).every((secret) => secret.length === 128)).toBe(true);
    expect(new Set(Object.values(kept)).size).toBe(2);
  });

  it('looks and does nothing where all is well', async () => {
    await signals().ensure(url);
    requests.length = 0;
    const before = kept;
    expect(await signals().ensure(url)).toBe('active');
    expect(requests).toEqual([`GET api.eu.tempo.io${path}`]);
    expect(kept).toBe(before);
  });

  it('says that it is inactive where Tempo could not shake hands, and wakes it the next time', async () => {
    const good = subscriber.shake;
    fail();
    expect(await signals().ensure(url)).toBe('inactive');
    expect(standing()).toEqual(['1 plan.updated inactive', '2 plan.deleted inactive']);
    const secrets = kept;
    expect(await signals().ensure(url)).toBe('inactive');
    subscriber.shake = good;
    requests.length = 0;
    expect(await signals().ensure(url)).toBe('active');
    expect(written()).toEqual([`PATCH api.eu.tempo.io${path}/1/refresh`, `PATCH api.eu.tempo.io${path}/2/refresh`]);
    expect(standing()).toEqual(['1 plan.updated active', '2 plan.deleted active']);
    expect(kept).toEqual(secrets);
  });

  it('makes anew what it knows no secret of, for Tempo tells one only once', async () => {
    await signals().ensure(url);
    const { 1: _, ...others } = kept;
    kept = others;
    expect(await signals().ensure(url)).toBe('active');
    expect(standing()).toEqual(['2 plan.deleted active', '3 plan.updated active']);
    expect(Object.keys(kept)).toEqual(expect.arrayContaining(['2', '3']));
  });

  it('makes the other one only, where one is there', async () => {
    await signals().ensure(url);
    tempo.webhooks.unsubscribe(1);
    requests.length = 0;
    expect(await signals().ensure(url)).toBe('active');
    expect(written()).toEqual([`POST api.eu.tempo.io${path}`]);
    expect(standing()).toEqual(['2 plan.deleted active', '3 plan.updated active']);
  });

  it('leaves subscriptions of others alone', async () => {
    await tempo.call('POST', path, { url: 'https://other.example/hook', event: 'plan.updated' });
    await tempo.call('POST', path, { url, event: 'plan.created' });
    await signals().ensure(url);
    expect(standing()).toHaveLength(4);
    await signals().cancel(url);
    // What is at our own address is ours, whatever it tells of.
    expect(standing()).toEqual(['1 plan.updated active']);
  });

  it.each([['POST', 401], ['POST', 403], ['GET', 403], ['GET', 401]])('says that it is refused after %s %i', async (method, status) => {
    fault(method, status);
    expect(await signals().ensure(url)).toBe('refused');
    expect(kept).toEqual({});
  });

  it('says that it is refused to a token without the scope', async () => {
    const { secret } = tempo.store.tokens.create({ name: 'accounts', ownerId: 'am-anna', scopes: ['accounts:manage'] });
    expect(await signals(secret).ensure(url)).toBe('refused');
  });

  it('keeps the first secret where the second subscription fails, and makes only that one the next time', async () => {
    const hook = subscriber.shake;
    // The first handshake belongs to the first subscription; after it Tempo breaks.
    subscriber.shake = (text) => {
      fault('POST', 503);
      return hook(text);
    };
    await expect(signals().ensure(url)).rejects.toMatchObject({ failure: 'unavailable' });
    expect(Object.keys(kept)).toEqual(['1']);
    subscriber.shake = hook;
    expect(await signals().ensure(url)).toBe('active');
    expect(standing()).toEqual(['1 plan.updated active', '2 plan.deleted active']);
  });

  it('mends a subscription whose answer, and with it its secret, was lost', async () => {
    tempo.store.faults.add({ method: 'POST', path, times: 1, fault: { kind: 'loseAnswer' } });
    await expect(signals().ensure(url)).rejects.toMatchObject({ failure: 'unavailable' });
    expect([standing(), kept]).toEqual([['1 plan.updated active'], {}]);
    expect(await signals().ensure(url)).toBe('active');
    expect(standing()).toEqual(['2 plan.updated active', '3 plan.deleted active']);
    expect(Object.keys(kept)).toEqual(['2', '3']);
  });

  it.each([
    ['no secret', { id: 7, event: 'plan.updated', url, active: true }, 'active', {}],
    ['ids as text', { id: 'a/b', event: 'plan.updated', url, active: true, sharedSecret: 's' }, 'active', { 'a/b': 's' }],
    ['nothing of being active', { id: 7, event: 'plan.updated', url, sharedSecret: 's' }, 'inactive', { 7: 's' }],
  ])('bears an answer with %s', async (_, made, state, secrets) => {
    const json = (body: unknown): PlainAnswer => ({ status: 200, body: JSON.stringify(body) });
    const server = await startAnswering(({ method }) => json(method === 'GET' ? { results: [] } : made));
    expect(await signalsOver(server.url).ensure(url)).toBe(state);
    expect(kept).toEqual(secrets);
    await server.close();
  });

  it('refuses a list of another shape', async () => {
    tempo.store.faults.add({ method: 'GET', path, times: 1, fault: { kind: 'wrongShape' } });
    await expect(signals().ensure(url)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});

describe('cancel', () => {
  it('takes both back and forgets their secrets', async () => {
    await signals().ensure(url);
    await signals().cancel(url);
    expect([standing(), kept]).toEqual([[], {}]);
    await expect(signals().cancel(url)).resolves.toBeUndefined();
  });

  it.each([['GET', 401], ['GET', 503], ['DELETE', 403], ['DELETE', 503]])('forgets the secrets too where Tempo answers %s %i, so that its signals are refused here', async (method, status) => {
    await signals().ensure(url);
    tempo.store.faults.add({ method, path, times: 9, fault: { kind: 'status', status } });
    await expect(signals().cancel(url)).rejects.toMatchObject({ system: 'tempo' });
    expect(kept).toEqual({});
  });

  it('does not mind one that is gone meanwhile', async () => {
    await signals().ensure(url);
    fault('DELETE', 404);
    await signals().cancel(url);
    expect(kept).toEqual({});
  });
});
