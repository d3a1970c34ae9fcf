import { planRequest, startTempo, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
beforeEach(async () => {
  tempo = await startTempo();
});
afterEach(() => tempo.close());

const LIST = '/4/plans?from=2026-05-01&to=2026-05-31';
const as = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe('who may call', () => {
  test.each([
    ['no token', { authorization: '' }],
    ['an unknown token', as('wrong')],
    ['basic authentication', { authorization: 'Basic YTpi' }],
    ['the host of another region', { 'x-forwarded-host': 'api.us.tempo.io' }],
  ])('%s is answered 401 in HTML', async (_, headers) => {
    const answer = await tempo.call('GET', LIST, undefined, headers);
    expect(answer.status).toBe(401);
    expect(answer.type).toContain('text/html');
    expect(answer.json).toBeUndefined();
  });

  test.each(['api.tempo.io', 'api.eu.tempo.io'])('the host %s serves the customer', async (host) => {
    expect((await tempo.call('GET', LIST, undefined, { 'x-forwarded-host': host })).status).toBe(200);
  });

  test('a token ends when it is revoked and when its life is over', async () => {
    const { token, secret } = tempo.store.tokens.create({ name: 'short', ownerId: 'am-anna', scopes: ['plans:view'], lifeDays: 1 });
    expect((await tempo.call('GET', LIST, undefined, as(secret))).status).toBe(200);
    tempo.clock.advance(86_400);
    expect((await tempo.call('GET', LIST, undefined, as(secret))).status).toBe(401);
    const second = tempo.store.tokens.create({ name: 'revoked', ownerId: 'am-anna', scopes: ['plans:view'] });
    tempo.store.tokens.revoke(second.token.id);
    expect((await tempo.call('GET', LIST, undefined, as(second.secret))).status).toBe(401);
    expect(token.id).not.toBe(second.token.id);
  });

  test('viewing allows reading by GET only; another scope allows nothing of plans', async () => {
    const viewer = as(tempo.store.tokens.create({ name: 'viewer', ownerId: 'am-anna', scopes: ['plans:view'] }).secret);
    const accounts = as(tempo.store.tokens.create({ name: 'accounts', ownerId: 'am-anna', scopes: ['accounts:manage'] }).secret);
    expect((await tempo.call('GET', LIST, undefined, viewer)).status).toBe(200);
    const refused = await Promise.all([
      tempo.call('POST', '/4/plans', planRequest(), viewer),
      tempo.call('POST', '/4/plans/search', { from: '2026-05-01', to: '2026-05-31' }, viewer),
      tempo.call('GET', '/4/user-schedule/dev:piotr?from=2026-05-01&to=2026-05-02', undefined, viewer),
      tempo.call('GET', LIST, undefined, accounts),
      tempo.call('DELETE', '/4/plans/1', undefined, accounts),
    ]);
    expect(refused.map((answer) => [answer.status, answer.type.includes('text/html')])).toEqual(Array.from({ length: 5 }, () => [403, true]));
  });

  test('the owner without the right to plan for a person neither sees nor changes that person’s plans', async () => {
    await tempo.call('POST', '/4/plans', planRequest());
    const narrow = as(tempo.store.tokens.create({ name: 'narrow', ownerId: 'am-anna', scopes: ['plans:manage'], plansFor: ['am-anna'] }).secret);
    expect((await tempo.call('GET', LIST, undefined, narrow)).json).toMatchObject({ results: [] });
    expect((await tempo.call('GET', '/4/plans/1', undefined, narrow)).status).toBe(404);
    expect((await tempo.call('DELETE', '/4/plans/1', undefined, narrow)).status).toBe(404);
    expect((await tempo.call('POST', '/4/plans', planRequest(), narrow)).status).toBe(403);
    expect((await tempo.call('GET', '/4/plans/user/dev%3Apiotr', undefined, narrow)).status).toBe(403);
    expect((await tempo.call('POST', '/4/plans', planRequest({ assigneeType: 'GENERIC', assigneeId: '1' }), narrow)).status).toBe(200);
    expect((await tempo.call('GET', LIST, undefined, narrow)).json).toMatchObject({ results: [{ id: 2 }] });
  });
});

describe('the rate limit', () => {
  beforeEach(() => tempo.store.settings.set({ requestsPerSecond: 5 }));
  const statuses = async (count: number): Promise<number[]> => {
    const found: number[] = [];
    for (let i = 0; i < count; i += 1) found.push((await tempo.call('GET', LIST)).status);
    return found;
  };

  test('lets five through in a second and the sixth not, until time has passed', async () => {
    expect(await statuses(6)).toEqual([200, 200, 200, 200, 200, 429]);
    tempo.clock.advance(0.199);
    expect(await statuses(1)).toEqual([429]);
    tempo.clock.advance(0.001);
    expect(await statuses(2)).toEqual([200, 429]);
    tempo.clock.advance(60);
    expect(await statuses(6)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('counts all tokens of the customer together, and says Retry-After only when that is switched on', async () => {
    const other = as(tempo.store.tokens.create({ name: 'other', ownerId: 'am-anna', scopes: ['plans:view'] }).secret);
    await statuses(5);
    const silent = await tempo.call('GET', LIST, undefined, other);
    expect([silent.status, silent.headers.get('retry-after')]).toEqual([429, null]);
    tempo.store.settings.set({ retryAfterHeader: true });
    expect((await tempo.call('GET', LIST, undefined, other)).headers.get('retry-after')).toBe('1');
  });
});
