import { planRequest, startTempo, TOKEN, type TempoFixture } from '../../local/tempo/tempo-fixture';
import { createHttp } from '../../src/adapters/http/http';
import { createSchedules } from '../../src/adapters/tempo/schedules';
import { addDays } from '../../src/domain/calendar';
import type { Schedules } from '../../src/ports/schedules';
import { startAnswering, type AnsweringServer } from './answering-server';
import { accountId, day, mappedFetch } from './tempo-harness';

const piotr = accountId('dev:piotr');
const week = [day('2026-04-27'), day('2026-05-03')] as const;
let tempo: TempoFixture;
let requests: string[];
beforeEach(async () => {
  tempo = await startTempo();
  requests = [];
});
afterEach(() => tempo.close());

const over = (url: string, token = TOKEN): Schedules =>
  createSchedules({
    http: createHttp({ system: 'tempo', fetch: mappedFetch(url, requests), timeoutMs: 1_000, attempts: 2, random: () => 0.5, pause: async () => undefined }),
    credentials: async () => ({ region: 'eu', token }),
  });
const schedules = (token?: string): Schedules => over(tempo.server.url, token);
const fault = (path: string, fault: Parameters<TempoFixture['store']['faults']['add']>[0]['fault'], times = 1): void => tempo.store.faults.add({ path, times, fault });
const secondsOf = async (who: Promise<readonly { readonly seconds: number }[]>): Promise<readonly number[]> => (await who).map(({ seconds }) => seconds);

describe('a schedule', () => {
  it('has each day once: days off and holidays ask for nothing', async () => {
    // 1 May is a holiday on a Friday.
    expect(await secondsOf(schedules().ofPerson(piotr, ...week))).toEqual([28_800, 28_800, 28_800, 28_800, 0, 0, 0]);
  });

  it('is that of part time', async () => {
    tempo.store.createPerson({ accountId: 'half', displayName: 'Ewa', role: 'QA', secondsPerDay: 14_400 });
    expect(await secondsOf(schedules().ofPerson(accountId('half'), day('2026-05-04'), day('2026-05-06')))).toEqual([14_400, 14_400, 14_400]);
  });

  it.each([['2026-03-23', '2026-03-29'], ['2026-10-19', '2026-10-25']])('of a week over a change of clocks, %s to %s, has its seven days', async (from, to) => {
    const days = await schedules().ofPerson(piotr, day(from), day(to));
    expect(days.map((one) => one.day)).toEqual(Array.from({ length: 7 }, (_, at) => addDays(day(from), at)));
    expect(days.map(({ seconds }) => seconds)).toEqual([28_800, 28_800, 28_800, 28_800, 28_800, 0, 0]);
  });

  it.each([
    ['unauthorised', 401],
    ['refused', 403],
    ['missing', 404],
    ['rateLimited', 429],
    ['unavailable', 500],
    ['unavailable', 503],
  ] as const)('says %s for %d', async (failure, status) => {
    fault('/4/user-schedule', { kind: 'status', status }, 9);
    await expect(schedules().ofPerson(piotr, ...week)).rejects.toMatchObject({ failure });
  });

  it('says that a token without the scope for schemes is refused, and that nobody of that id is there', async () => {
    const { secret } = tempo.store.tokens.create({ name: 'narrow', ownerId: 'am-anna', scopes: ['plans:manage'] });
    await expect(schedules(secret).ofPerson(piotr, ...week)).rejects.toMatchObject({ failure: 'refused' });
    await expect(schedules().ofPerson(accountId('gone'), ...week)).rejects.toMatchObject({ failure: 'missing' });
  });

  it.each([{ kind: 'timeout' }, { kind: 'halfAnswer' }, { kind: 'loseAnswer' }, { kind: 'status', status: 503 }] as const)('is asked for once more after %j', async (one) => {
    fault('/4/user-schedule', one);
    expect(await schedules().ofPerson(piotr, ...week)).toHaveLength(7);
  });

  it('of another shape is none', async () => {
    fault('/4/user-schedule', { kind: 'wrongShape' });
    await expect(schedules().ofPerson(piotr, ...week)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});

describe('what people are planned for', () => {
  const plan = (changes: Readonly<Record<string, unknown>>) => tempo.call('POST', '/4/plans', planRequest(changes));
  const planned = async (who = [piotr]) => (await schedules().plannedFor(who, ...week)).map((one) => `${one.accountId} ${one.day} ${one.seconds}`);

  it('is told day by day, on issues and projects, without holidays and without entries of ours', async () => {
    await plan({ startDate: '2026-04-24', endDate: '2026-05-04', plannedSecondsPerDay: 3_600 });
    await plan({ startDate: '2026-04-28', endDate: '2026-04-28', planItemType: 'ISSUE', planItemId: '20001', plannedSecondsPerDay: 7_200 });
    await plan({ startDate: '2026-04-27', endDate: '2026-04-30', description: 'Portal · Developer · [opiekun:006000000000001AAA:abcd]' });
    await plan({ startDate: '2026-04-27', endDate: '2026-04-30', assigneeId: 'am-anna' });
    expect(await planned()).toEqual([
      'dev:piotr 2026-04-27 3600',
      'dev:piotr 2026-04-28 3600',
      'dev:piotr 2026-04-29 3600',
      'dev:piotr 2026-04-30 3600',
      'dev:piotr 2026-04-28 7200',
    ]);
  });

  it('is asked for once for many people, and once for each page of plans', async () => {
    for (let number = 0; number < 201; number += 1) await plan({ startDate: '2026-04-27', endDate: '2026-04-27', plannedSecondsPerDay: 60 });
    expect(await planned([piotr, accountId('am-anna')])).toHaveLength(201);
    expect(requests).toHaveLength(2);
    requests.length = 0;
    await schedules().plannedFor(Array.from({ length: 51 }, (_, at) => accountId(`somebody-${at}`)), ...week);
    expect(requests).toHaveLength(2);
  });

  it.each([401, 403, 404, 429, 500] as const)('is refused as a whole with %d', async (status) => {
    fault('/4/plans', { kind: 'status', status }, 9);
    await expect(schedules().plannedFor([piotr], ...week)).rejects.toMatchObject({ system: 'tempo' });
  });
});

describe('an odd answer', () => {
  let server: AnsweringServer | undefined;
  afterEach(() => server?.close());
  const answering = async (body: object): Promise<Schedules> => {
    server = await startAnswering(() => ({ status: 200, body: JSON.stringify(body) }));
    return over(server.url);
  };

  it('that lacks a day, or counts in halves, is none', async () => {
    const days = [{ date: '2026-04-27', requiredSeconds: 28_800 }, { date: '2026-04-29', requiredSeconds: 28_800 }];
    await expect((await answering({ results: days })).ofPerson(piotr, day('2026-04-27'), day('2026-04-29'))).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
    await server?.close();
    await expect((await answering({ results: [{ date: '2026-04-27', requiredSeconds: 0.5 }] })).ofPerson(piotr, day('2026-04-27'), day('2026-04-27'))).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });

  it('without days takes the same on each, and leaves out whom nobody asked for', async () => {
    const one = { id: 1, assignee: { id: 'dev:piotr', type: 'USER' }, planItem: { id: '10001', type: 'PROJECT' }, startDate: '2026-04-25', endDate: '2026-04-28', plannedSecondsPerDay: 3_600 };
    const found = await (await answering({ metadata: {}, results: [one, { ...one, id: 2, assignee: { id: 'other', type: 'USER' } }] })).plannedFor([piotr], ...week);
    expect(found).toEqual([
      { accountId: piotr, day: '2026-04-27', seconds: 3_600 },
      { accountId: piotr, day: '2026-04-28', seconds: 3_600 },
    ]);
  });
});
