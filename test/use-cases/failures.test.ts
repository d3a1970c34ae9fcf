import { addSeconds } from '../../src/domain/calendar';
import { NotConnected, OutsideError, type OutsideFailure, type World } from '../../src/ports';
import { syncDeal } from '../../src/use-cases/planner/sync-deal';
import type { MemoryWorld } from '../world/memory-world';
import { deal, linkOf, moveDeal, openPlannedProject, ourPlans, sync } from './planned-project';

let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openPlannedProject();
});

const failing = (error: Error): World => {
  const world = memory.as();
  return { ...world, planner: { ...world.planner, plansOfProject: async () => Promise.reject(error) } };
};
const fail = (failure: OutsideFailure, retryAfter?: number): Promise<void> => syncDeal(failing(new OutsideError('tempo', failure, 'it said so', retryAfter)), deal, 'push');

it.each(['rateLimited', 'unavailable', 'unexpectedAnswer'] as const)('tries again by itself after %s, and says when', async (failure) => {
  await fail(failure);
  const { sync: state } = await linkOf(memory);
  expect(state).toMatchObject({ kind: 'failed', failure: { code: failure, parameters: { system: 'tempo', detail: 'it said so' } }, nextTryAt: addSeconds(memory.clock.now(), 30) });
  expect(memory.queue).toEqual([{ dealId: deal, reason: 'retry', delaySeconds: 30 }]);
});

it.each(['unauthorised', 'refused', 'missing', 'rejected'] as const)('waits for a person after %s', async (failure) => {
  await fail(failure);
  expect((await linkOf(memory)).sync).toMatchObject({ kind: 'failed', nextTryAt: null });
  expect(memory.queue).toEqual([]);
});

it('waits longer each time, at most a quarter of an hour', async () => {
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await fail('unavailable');
    waits.push(memory.queue.splice(0)[0]?.delaySeconds ?? 0);
    memory.clock.advance(1000);
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
});

it('waits as long as it was asked to, as far as the queue can', async () => {
  await fail('rateLimited', 77);
  expect(memory.queue.splice(0)[0]?.delaySeconds).toBe(77);
  await fail('rateLimited', 3600);
  const [retry] = memory.queue.splice(0);
  expect(retry?.delaySeconds).toBe(900);
  memory.clock.advance(900);
  await syncDeal(memory.as(), deal, 'retry');
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
});

it('keeps since when it fails', async () => {
  await fail('unavailable');
  const began = memory.clock.now();
  memory.clock.advance(500);
  await fail('unavailable');
  expect((await linkOf(memory)).sync).toMatchObject({ since: began });
});

it('drops a retry that is left over, and takes the one that is due even a little early', async () => {
  await fail('unavailable');
  await syncDeal(memory.as(), deal, 'retry');
  expect(memory.tempo.plans.size).toBe(0);
  memory.clock.advance(26);
  await syncDeal(memory.as(), deal, 'retry');
  expect(memory.tempo.plans.size).toBe(2);
  moveDeal(memory, 'Closed Won');
  const before = ourPlans(memory);
  await syncDeal(memory.as(), deal, 'retry');
  expect(ourPlans(memory)).toEqual(before);
});

it('shows an id and no internals of what it does not know, and logs it', async () => {
  const error = new TypeError('secret of client X');
  await syncDeal(failing(error), deal, 'push');
  const link = await linkOf(memory);
  expect(link.sync).toMatchObject({ kind: 'failed', failure: { code: 'unexpected' } });
  expect(JSON.stringify(link)).not.toContain('secret of client');
  expect(memory.errors).toEqual([error]);
});

it('creates nothing while it cannot look a claimed entry up', async () => {
  const world = memory.as();
  await syncDeal({ ...world, planner: { ...world.planner, create: async () => Promise.reject(new OutsideError('tempo', 'unavailable', 'timed out')) } }, deal, 'push');
  expect((await world.ledger.ofDeal(deal)).map(({ state }) => state)).toContain('claimed');
  await fail('unavailable');
  expect(memory.tempo.writes).toBe(0);
  await sync(memory);
  expect(ourPlans(memory)).toHaveLength(2);
});

it('waits for a connection without an error', async () => {
  await syncDeal(failing(new NotConnected('tempo')), deal, 'push');
  expect((await linkOf(memory)).sync).toMatchObject({ kind: 'waiting', for: 'connection' });
  expect(memory.queue).toEqual([]);
});
