import { addSeconds } from '../../src/domain/calendar';
import { NotConnected, OutsideError, type OutsideFailure } from '../../src/ports/errors';
import type { World } from '../../src/ports/world';
import { orderSyncs } from '../../src/use-cases/planner/order-syncs';
import { ordered, type MemoryWorld } from '../world/memory-world';
import { deal, linkOf, moveDeal, openPlannedProject, ourPlans, sync, syncNow, work } from './planned-project';

let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openPlannedProject();
});

const failing = (error: Error): World => {
  const world = memory.as();
  const reject = () => Promise.reject(error);
  return { ...world, planner: { ...world.planner, plans: reject, plansOfProject: reject } };
};
const fail = async (failure: OutsideFailure, retryAfter?: number): Promise<void> => {
  await orderSyncs(memory.as(), [deal], 'push');
  await work(memory, failing(new OutsideError('tempo', failure, 'it said so', retryAfter)));
};
const delay = (): number | undefined => ordered(memory)[0]?.delaySeconds;

it.each(['rateLimited', 'unavailable', 'unexpectedAnswer'] as const)('tries again by itself after %s, and says when', async (failure) => {
  await fail(failure);
  const { sync: state } = await linkOf(memory);
  expect(state).toMatchObject({ kind: 'failed', failure: { code: failure, parameters: { system: 'tempo', detail: 'it said so' } }, nextTryAt: addSeconds(memory.clock.now(), 30) });
  expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'retry', delaySeconds: 30 }]);
});

it.each(['unauthorised', 'refused', 'missing', 'rejected'] as const)('waits for a person after %s', async (failure) => {
  await fail(failure);
  expect((await linkOf(memory)).sync).toMatchObject({ kind: 'failed', nextTryAt: null });
  expect(ordered(memory)).toEqual([]);
});

it('waits longer each time, at most a quarter of an hour', async () => {
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await fail('unavailable');
    waits.push(delay() ?? 0);
    memory.clock.advance(1000);
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
});

it('waits as long as it was asked to, at most a quarter of an hour', async () => {
  await fail('rateLimited', 77);
  expect(delay()).toBe(77);
  await fail('rateLimited', 3600);
  expect(delay()).toBe(900);
  memory.clock.advance(899);
  await work(memory);
  expect((await linkOf(memory)).sync.kind).toBe('failed');
  memory.clock.advance(1);
  await work(memory);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
});

it('keeps since when it fails', async () => {
  await fail('unavailable');
  const began = memory.clock.now();
  memory.clock.advance(500);
  await fail('unavailable');
  expect((await linkOf(memory)).sync).toMatchObject({ since: began });
});

it('tries at once when something new is told, and not again for the old retry', async () => {
  await fail('unavailable');
  moveDeal(memory, 'Closed Won');
  await orderSyncs(memory.as(), [deal], 'push');
  await work(memory);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(ordered(memory)).toEqual([]);
});

it('shows an id and no internals of what it does not know, and logs it', async () => {
  const error = new TypeError('secret of client X');
  await syncNow(failing(error));
  const link = await linkOf(memory);
  expect(link.sync).toMatchObject({ kind: 'failed', failure: { code: 'unexpected' } });
  expect(JSON.stringify(link)).not.toContain('secret of client');
  expect(memory.errors).toEqual([error]);
});

it('creates nothing while it cannot look a claimed entry up', async () => {
  const world = memory.as();
  await syncNow({ ...world, planner: { ...world.planner, create: async () => Promise.reject(new OutsideError('tempo', 'unavailable', 'timed out')) } });
  expect((await world.ledger.ofDeal(deal)).map(({ state }) => state)).toContain('claimed');
  await fail('unavailable');
  expect(memory.tempo.writes).toBe(0);
  await sync(memory);
  expect(ourPlans(memory)).toHaveLength(2);
});

it('waits for a connection without an error', async () => {
  await syncNow(failing(new NotConnected('tempo')));
  expect((await linkOf(memory)).sync).toMatchObject({ kind: 'waiting', for: 'connection' });
  expect(ordered(memory)).toEqual([]);
});
