import type { Fault } from '../../local/tempo/store/fault-table';
import type { PlanId } from '../../src/domain/ids';
import type { Planner } from '../../src/ports/planner';
import { content, day, startHarness, type Harness } from './tempo-harness';

// Each write under each fault of Tempo or the network. What is created is sent once; what is changed or deleted may be sent again.

let harness: Harness;
let standing: PlanId;
beforeEach(async () => {
  harness = await startHarness();
  standing = await harness.planner.create(content(), quietly);
  harness.requests.length = 0;
});
afterEach(() => harness.close());

const quietly = { asksForApproval: false };
const changed = content({ minutesPerDay: 60 });

type Write = 'create' | 'update' | 'remove';
const methods: Readonly<Record<Write, string>> = { create: 'POST', update: 'PUT', remove: 'DELETE' };
const run: Readonly<Record<Write, (planner: Planner) => Promise<unknown>>> = {
  create: (planner) => planner.create(changed, quietly),
  update: async (planner) => {
    await planner.plans([standing], day('2026-01-01'), day('2026-12-31'));
    return planner.update(standing, changed, quietly);
  },
  remove: (planner) => planner.remove(standing),
};

/** How a write ended, how often it was sent, and whether it was carried out. */
async function outcome(write: Write, fault: Fault, times = 1): Promise<string> {
  harness.tempo.store.faults.add({ method: methods[write], path: '/4/plans', times, fault });
  const planner = harness.another({}, { timeoutMs: 300 });
  const end = await run[write](planner).then(() => 'done', (error: unknown) => (error instanceof Error && 'failure' in error ? String(error.failure) : 'another error'));
  const sent = harness.requests.filter((request) => request.startsWith(`${methods[write]} `)).length;
  const plans = harness.tempo.store.plans.search({});
  const isChanged = plans.some((plan) => plan.effort.type === 'SECONDS_PER_DAY' && plan.effort.plannedSecondsPerDay === 3600);
  const isCarriedOut = write === 'remove' ? plans.length === 0 : isChanged;
  return `${end}, sent ${sent}, ${isCarriedOut ? 'carried out' : 'not carried out'}`;
}

const status = (code: number, retryAfterSeconds?: number): Fault => ({ kind: 'status', status: code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) });

it.each<[string, Fault, Readonly<Record<Write, string>>]>([
  ['401', status(401), { create: 'unauthorised, sent 1, not carried out', update: 'unauthorised, sent 1, not carried out', remove: 'unauthorised, sent 1, not carried out' }],
  ['403', status(403), { create: 'refused, sent 1, not carried out', update: 'refused, sent 1, not carried out', remove: 'refused, sent 1, not carried out' }],
  ['400', status(400), { create: 'rejected, sent 1, not carried out', update: 'rejected, sent 1, not carried out', remove: 'rejected, sent 1, not carried out' }],
  // A plan that is gone is what a deletion wants.
  ['404', status(404), { create: 'missing, sent 1, not carried out', update: 'missing, sent 1, not carried out', remove: 'done, sent 1, not carried out' }],
  ['429 without a time', status(429), { create: 'done, sent 2, carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['429 with a short time', status(429, 2), { create: 'done, sent 2, carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['429 with a long time', status(429, 600), { create: 'rateLimited, sent 1, not carried out', update: 'rateLimited, sent 1, not carried out', remove: 'rateLimited, sent 1, not carried out' }],
  ['500', status(500), { create: 'unavailable, sent 1, not carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['501', status(501), { create: 'unexpectedAnswer, sent 1, not carried out', update: 'unexpectedAnswer, sent 1, not carried out', remove: 'unexpectedAnswer, sent 1, not carried out' }],
  ['502', status(502), { create: 'unavailable, sent 1, not carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['503', status(503), { create: 'unavailable, sent 1, not carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['a time-out', { kind: 'timeout' }, { create: 'unavailable, sent 1, not carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['a time-out after it was done', { kind: 'commitThenTimeout' }, { create: 'unavailable, sent 1, carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  ['a lost answer', { kind: 'loseAnswer' }, { create: 'unavailable, sent 1, carried out', update: 'done, sent 2, carried out', remove: 'done, sent 2, carried out' }],
  // What an answer to a change or a deletion says is not needed.
  ['an answer of another shape', { kind: 'wrongShape' }, { create: 'unexpectedAnswer, sent 1, carried out', update: 'done, sent 1, carried out', remove: 'done, sent 1, carried out' }],
])('%s', async (_, fault, expected) => {
  const seen = { create: '', update: '', remove: '' };
  for (const write of ['create', 'update', 'remove'] as const) {
    seen[write] = await outcome(write, fault);
    await harness.close();
    harness = await startHarness();
    standing = await harness.planner.create(content(), quietly);
    harness.requests.length = 0;
  }
  expect(seen).toEqual(expected);
});

it.each(['create', 'update'] as const)('half an answer to %s', async (write) => {
  expect(await outcome(write, { kind: 'halfAnswer' })).toBe(write === 'create' ? 'unavailable, sent 1, carried out' : 'done, sent 2, carried out');
});

it.each(['create', 'update', 'remove'] as const)('gives up %s where trouble lasts', async (write) => {
  expect(await outcome(write, status(429), 3)).toBe('rateLimited, sent 3, not carried out');
  harness.requests.length = 0;
  expect(await outcome(write, status(503), 3)).toBe(`unavailable, sent ${write === 'create' ? 1 : 3}, not carried out`);
});

it('passes on how long a 429 asks to wait', async () => {
  harness.tempo.store.faults.add({ method: 'DELETE', path: '/4/plans', times: 1, fault: status(429, 600) });
  await expect(harness.planner.remove(standing)).rejects.toMatchObject({ failure: 'rateLimited', retryAfter: 600 });
  expect(harness.pauses).toEqual([]);
});
