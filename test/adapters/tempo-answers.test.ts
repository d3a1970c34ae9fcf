import { startAnswering, type AnsweringServer, type PlainAnswer, type PlainRequest } from './answering-server';
import { content, day, mappedFetch, planId, plannerOver, PROJECT, TAG } from './tempo-harness';

// Answers that the stand-in never gives.

let server: AnsweringServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function plannerWith(answer: (request: PlainRequest) => PlainAnswer) {
  server = await startAnswering(answer);
  return plannerOver(mappedFetch(server.url, []), []);
}

const json = (body: unknown): PlainAnswer => ({ status: 200, body: JSON.stringify(body) });
const year = [day('2026-01-01'), day('2026-12-31')] as const;
const plan = (id: number, more: object = {}) => ({
  id, assignee: { id: 'dev:piotr', type: 'USER' }, planItem: { id: '10001', type: 'PROJECT' }, startDate: '2026-05-04', endDate: '2026-05-08', plannedSecondsPerDay: 3600, ...more,
});
const page = (results: readonly object[], next?: string) => json({ metadata: { count: results.length, next }, results });

describe('an odd list of plans', () => {
  it.each([
    ['another host', 'https://api.tempo.io.evil.example/4/plans?offset=1000'],
    ['another of Tempo\'s hosts', 'https://api.us.tempo.io/4/plans?offset=1000'],
    ['an open connection', 'http://api.eu.tempo.io/4/plans?offset=1000'],
    ['another path', 'https://api.eu.tempo.io/4/worklogs?offset=1000'],
    ['no offset', 'https://api.eu.tempo.io/4/plans'],
    ['a page that does not advance', 'https://api.eu.tempo.io/4/plans?offset=0'],
    ['no address', 'next please'],
  ])('that goes on at %s is refused', async (_, next) => {
    const planner = await plannerWith(() => page([plan(1)], next));
    await expect(planner.plansOfProject(PROJECT, ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
    expect(server?.requests).toHaveLength(1);
  });

  it('that never ends is refused', async () => {
    const planner = await plannerWith(({ target }) => {
      const offset = Number(/offset=([0-9]+)/.exec(target)?.[1]);
      return page([plan(offset + 1)], `https://api.eu.tempo.io/4/plans?offset=${offset + 1}`);
    });
    await expect(planner.plansOfProject(PROJECT, ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer', detail: 'more than 50 pages' });
  });

  it('is filtered again, and holds each plan once', async () => {
    const other = plan(3, { planItem: { id: '10002', type: 'PROJECT' } });
    const planner = await plannerWith(({ target }) =>
      target.includes('offset=0') ? page([plan(1), plan(2), other], 'https://api.eu.tempo.io/4/plans?offset=2') : page([plan(2)]),
    );
    expect((await planner.plansOfProject(PROJECT, ...year)).map(({ id }) => id)).toEqual(['1', '2']);
    expect(server?.requests.every(({ target }) => target.includes('projectIds=10001'))).toBe(true);
  });

  it('may hold plans of others that cannot be read, but none of ours', async () => {
    const broken = { id: 5, planItem: { id: '10001', type: 'PROJECT' } };
    const lenient = await plannerWith(() => page([broken, plan(6)]));
    await expect(lenient.plansOfProject(PROJECT, ...year)).resolves.toHaveLength(1);
    await server?.close();
    const strict = await plannerWith(() => page([{ ...broken, description: TAG }]));
    await expect(strict.plansOfProject(PROJECT, ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});

describe('other odd answers', () => {
  it('to creating: without an id, or no JSON at all', async () => {
    for (const body of ['{"self":"x"}', '{"id":0}', '{"id":"x1"}', '<html>', '']) {
      const planner = await plannerWith(() => ({ status: 200, body }));
      await expect(planner.create(content(), { asksForApproval: false })).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
      await server?.close();
    }
  });

  it('to one plan: another one', async () => {
    const planner = await plannerWith(() => json(plan(8)));
    await expect(planner.plan(planId(7))).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });

  it('keep recurrence and an id that comes as text when a plan is changed', async () => {
    const planner = await plannerWith(() => json(plan(7, { id: '7', rule: 'WEEKLY', recurrenceEndDate: '2026-12-31' })));
    await planner.update(planId(7), content(), { asksForApproval: false });
    expect(JSON.parse(server?.requests[1]?.body ?? '')).toEqual({
      assigneeId: 'dev:piotr', assigneeType: 'USER', planItemId: '10001', planItemType: 'PROJECT', startDate: '2026-05-04', endDate: '2026-05-08',
      effortPersistenceType: 'SECONDS_PER_DAY', plannedSecondsPerDay: 21_600, description: content().description, includeNonWorkingDays: false,
      rule: 'WEEKLY', recurrenceEndDate: '2026-12-31',
    });
  });

  it.each([
    ['APPROVED', '2026-05-08', 'APPROVED'],
    ['APPROVED', '2026-05-15', 'REQUESTED'],
  ])('about an approval: %s with the end moved to %s is sent as %s', async (status, end, expected) => {
    const approved = { plannedSecondsPerDay: 21_600, planApproval: { status, reviewer: { accountId: 'am-anna' } } };
    const planner = await plannerWith(() => json(plan(7, approved)));
    await planner.update(planId(7), content({ to: day(end) }), { asksForApproval: true });
    expect(JSON.parse(server?.requests[1]?.body ?? '')).toMatchObject({ planApproval: { reviewerId: 'am-anna', status: expected } });
  });

  it('to generic resources: the newest of one name first', async () => {
    const planner = await plannerWith(({ target }) => json(target.endsWith('/search') ? { results: [{ id: 12, name: 'QA' }, { id: 9, name: 'QA' }] } : plan(1)));
    await planner.create(content({ assignee: { kind: 'role', role: 'QA' } }), { asksForApproval: false });
    expect(JSON.parse(server?.requests[1]?.body ?? '')).toMatchObject({ assigneeId: '9', assigneeType: 'GENERIC' });
  });

  it('to generic resources: the same full page for ever', async () => {
    const results = Array.from({ length: 500 }, (_, id) => ({ id: id + 1, name: `Role ${id}` }));
    const planner = await plannerWith(() => json({ results }));
    await expect(planner.create(content({ assignee: { kind: 'role', role: 'QA' } }), { asksForApproval: false })).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
    expect(server?.requests).toHaveLength(2);
  });

  it('do not carry the token into an error', async () => {
    const planner = await plannerWith(({ authorization }) => ({ status: 400, body: JSON.stringify({ errors: [{ message: `bad ${authorization}` }] }) }));
    await expect(planner.plan(planId(7))).rejects.toMatchObject({ failure: 'rejected', detail: 'bad Bearer …' });
  });
});
