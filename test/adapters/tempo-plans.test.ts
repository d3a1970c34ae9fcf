import type { PlanId } from '../../src/domain/ids';
import { startAnswering, type AnsweringServer, type PlainAnswer, type PlainRequest } from './answering-server';
import { content, day, mappedFetch, planId, plannerOver, startHarness, TAG, type Harness } from './tempo-harness';

// Plans that are asked for by their ids, and changed afterwards.

const quietly = { asksForApproval: false };
const year = [day('2026-01-01'), day('2026-12-31')] as const;

describe('in Tempo', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  const sent = (method: string): number => harness.requests.filter((request) => request.startsWith(`${method} api.eu.tempo.io/4/plans`)).length;
  const planned = {
    assigneeId: 'dev:piotr', assigneeType: 'USER', planItemId: '10001', planItemType: 'PROJECT', startDate: '2026-05-04', endDate: '2026-05-08',
    effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: 21_600 }, includeNonWorkingDays: false, description: content().description,
  } as const;
  const putMany = (many: number): PlanId[] => Array.from({ length: many }, () => planId(harness.tempo.store.createPlan(planned, 'am-anna').id));

  it.each([[0, 0], [1, 1], [200, 1], [201, 2]])('%i plans are read in %i calls', async (many, calls) => {
    const ids = putMany(many);
    putMany(3);
    const found = await harness.planner.plans(ids, ...year);
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect([sent('GET'), harness.requests.length]).toEqual([calls, calls]);
  });

  it('leaves out what is gone, and what lies outside the days', async () => {
    const [kept, gone, moved] = putMany(3);
    if (kept === undefined || gone === undefined || moved === undefined) throw new Error('The test made no plans.');
    harness.tempo.store.plans.delete(Number(gone));
    await harness.planner.update(moved, content({ from: day('2027-03-01'), to: day('2027-03-05') }), quietly);
    expect((await harness.planner.plans([kept, gone, moved], ...year)).map(({ id }) => id)).toEqual([kept]);
  });

  it('reads the names of roles, and only where a plan is for one', async () => {
    const role = content({ assignee: { kind: 'role', role: 'Backend developer' } });
    const id = await harness.planner.create(role, quietly);
    const another = harness.another();
    await another.plans(putMany(1), ...year);
    expect(harness.requests.filter((request) => request.endsWith('/generic-resources/search'))).toHaveLength(1);
    expect((await another.plans([id], ...year)).map((plan) => plan.content)).toEqual([role]);
  });

  it('changes what was read a moment ago without reading it again, and keeps what is not ours', async () => {
    const [id] = putMany(1);
    if (id === undefined) throw new Error('The test made no plan.');
    const [before] = harness.tempo.store.plans.search({});
    if (before) harness.tempo.store.plans.replace(before, { ...before, startTime: '09:30' }, undefined);
    await harness.planner.plans([id], ...year);
    harness.requests.length = 0;
    await harness.planner.update(id, content({ minutesPerDay: 60 }), quietly);
    expect(harness.requests).toEqual([`PUT api.eu.tempo.io/4/plans/${id}`]);
    expect(harness.tempo.store.plans.search({})).toMatchObject([{ startTime: '09:30', effort: { plannedSecondsPerDay: 3600 } }]);
  });

  it('reads a plan again that it has just changed itself, or that was read before the last look', async () => {
    const [first, second] = putMany(2);
    if (first === undefined || second === undefined) throw new Error('The test made no plans.');
    await harness.planner.plans([first], ...year);
    await harness.planner.update(first, content({ minutesPerDay: 60 }), quietly);
    harness.requests.length = 0;
    await harness.planner.update(first, content({ minutesPerDay: 90 }), quietly);
    expect(sent('GET')).toBe(1);
    await harness.planner.plans([first, second], ...year);
    await harness.planner.plans([second], ...year);
    harness.requests.length = 0;
    await harness.planner.update(first, content({ minutesPerDay: 120 }), quietly);
    expect(sent('GET')).toBe(1);
  });
});

describe('in answers that the stand-in never gives', () => {
  let server: AnsweringServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const plan = (id: number, more: object = {}) => ({
    id, assignee: { id: 'dev:piotr', type: 'USER' }, planItem: { id: '10001', type: 'PROJECT' }, startDate: '2026-05-04', endDate: '2026-05-08', plannedSecondsPerDay: 3600, ...more,
  });
  const page = (results: readonly object[], next?: string): PlainAnswer => ({ status: 200, body: JSON.stringify({ metadata: { count: results.length, next }, results }) });
  const planner = async (answer: (request: PlainRequest) => PlainAnswer) => {
    server = await startAnswering(answer);
    return plannerOver(mappedFetch(server.url, []), []);
  };

  it('asks for each id once, 200 to a call, and with the days', async () => {
    const asking = await planner(() => page([]));
    const ids = Array.from({ length: 401 }, (_, index) => planId(index + 1));
    await asking.plans(ids, ...year);
    const asked = (server?.requests ?? []).map(({ target }) => [...new URLSearchParams(target.split('?')[1]).getAll('planIds')]);
    expect(asked.map((one) => one.length)).toEqual([200, 200, 1]);
    expect(asked.flat()).toEqual(ids);
    expect(server?.requests.every(({ target }) => target.startsWith('/4/plans?from=2026-01-01&to=2026-12-31&'))).toBe(true);
  });

  it('leaves out what was not asked for, as where the filter was not understood', async () => {
    const lenient = await planner(() => page([plan(1), plan(2, { description: TAG }), plan(3)]));
    expect((await lenient.plans([planId(3), planId(4)], ...year)).map(({ id }) => id)).toEqual(['3']);
  });

  it('refuses an answer with further pages, for what is missing may stand there', async () => {
    const cut = await planner(() => page([plan(1)], 'https://api.eu.tempo.io/4/plans?offset=1000'));
    await expect(cut.plans([planId(1)], ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer', detail: 'more plans than were asked for' });
  });

  it.each([
    ['the person', { assignee: null }],
    ['the days', { startDate: null }],
    ['the hours', { plannedSecondsPerDay: null }],
  ])('does not take one of ours for missing that lacks %s', async (_, more) => {
    const odd = await planner(() => page([plan(1), plan(2, more)]));
    await expect(odd.plans([planId(1), planId(2)], ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });

  it.each(['{"results":[]}', '{"metadata":{}}', '[]', '<html>', ''])('refuses %p', async (body) => {
    const odd = await planner(() => ({ status: 200, body }));
    await expect(odd.plans([planId(1)], ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});
