import { addSeconds } from '../../src/domain/calendar';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { dealId } from '../../src/domain/fixture/values';
import type { Instant } from '../../src/domain/plain-date';
import { OutsideError } from '../../src/ports/errors';
import { createPoll } from '../../src/handlers/poll';
import { pollDeals } from '../../src/use-cases/planner/poll-deals';
import { ordered, trail, type MemoryWorld } from '../world/memory-world';
import { clearOrders, deal, linkOf, moveDeal, openPlannedProject, sync, work } from './planned-project';

let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openPlannedProject();
  await sync(memory);
  await pollDeals(memory.as());
  clearOrders(memory);
});

it('asks once, and writes down that it did and nothing else, when nothing changed', async () => {
  memory.clock.advance(300);
  const [writes, calls] = [memory.storage.writes, memory.salesforce.calls];
  await pollDeals(memory.as());
  expect([memory.storage.writes - writes, memory.salesforce.calls - calls, ordered(memory).length, trail(memory).filter(({ by }) => by === 'poll').length]).toEqual([1, 1, 0, 0]);
  expect(await memory.as().states.poll()).toMatchObject({ polledAt: memory.clock.now(), nextPollAt: null });
});

it('asks every half an hour from four fifths of the budget on, and says so', async () => {
  memory.salesforce.budget = { used: 80_000, allowed: 100_000 };
  await pollDeals(memory.as());
  const calls = memory.salesforce.calls;
  for (let minutes = 5; minutes < 29; minutes += 5) {
    memory.clock.advance(300);
    await pollDeals(memory.as());
  }
  expect(memory.salesforce.calls).toBe(calls);
  memory.clock.advance(300);
  memory.salesforce.budget = { used: 10, allowed: 100_000 };
  await pollDeals(memory.as());
  expect(memory.salesforce.calls).toBe(calls + 1);
  expect((await memory.as().states.poll()).nextPollAt).toBeNull();
});

it('goes by Salesforce’s clock, however wrong ours is', async () => {
  const slow = await openPlannedProject();
  const theirs = (): Instant => addSeconds(slow.clock.now(), -40_000);
  slow.salesforce.change(deal, { modifiedAt: theirs() });
  await sync(slow);
  await pollDeals(slow.as());
  clearOrders(slow);
  slow.clock.advance(600);
  slow.salesforce.change(deal, { stageName: 'Closed Won', modifiedAt: theirs() });
  await pollDeals(slow.as());
  expect(ordered(slow)).toHaveLength(1);
});

it('wakes a worker that should have worked by now', async () => {
  await memory.as().states.changeWorker((state) => ({ ...state, wakeAt: memory.clock.now() }));
  memory.wakeUps.length = 0;
  await pollDeals(memory.as());
  expect(memory.wakeUps).toEqual([]);
  memory.clock.advance(60);
  await pollDeals(memory.as());
  expect(memory.wakeUps).toEqual([0]);
});

it('finds a deal that came back', async () => {
  memory.salesforce.remove(deal);
  await pollDeals(memory.as());
  await work(memory);
  expect((await linkOf(memory)).sync.kind).toBe('gone');
  memory.clock.advance(60);
  memory.salesforce.undelete(deal);
  await pollDeals(memory.as());
  await work(memory);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
});

it('finds a changed deal that is linked, once it is synced no more, and none that is not', async () => {
  memory.salesforce.put(sampleDeal({ id: dealId(50), modifiedAt: addSeconds(memory.clock.now(), 60) }));
  moveDeal(memory, 'Closed Won');
  await pollDeals(memory.as());
  expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'poll', delaySeconds: 0 }]);
  await work(memory);
  await pollDeals(memory.as());
  expect(ordered(memory)).toEqual([]);
});

it('finds a change that Salesforce showed five minutes late', async () => {
  const before = memory.clock.now();
  memory.clock.advance(240);
  await pollDeals(memory.as());
  memory.salesforce.change(deal, { stageName: 'Closed Won', modifiedAt: addSeconds(before, 1) });
  memory.clock.advance(300);
  await pollDeals(memory.as());
  expect(ordered(memory)).toHaveLength(1);
});

it('asks for a day the first time, and for what came since and five minutes more after that', async () => {
  const asked: Instant[] = [];
  const fresh = await openPlannedProject();
  const watched = () => {
    const world = fresh.as();
    return { ...world, deals: { ...world.deals, changedSince: async (since: Instant) => { asked.push(since); return world.deals.changedSince(since); } } };
  };
  const first = fresh.clock.now();
  await pollDeals(watched());
  fresh.clock.advance(300);
  await pollDeals(watched());
  expect(asked).toEqual([addSeconds(first, -86_400), addSeconds(first, -300)]);
});

it('finds the second of two changes that carry the same second', async () => {
  const { modifiedAt } = await memory.as().dealStore.link(deal).then((link) => link?.deal ?? sampleDeal());
  memory.salesforce.change(deal, { stageName: 'Closed Lost', modifiedAt });
  memory.clock.advance(300);
  await pollDeals(memory.as());
  expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'poll', delaySeconds: 0 }]);
  await work(memory);
  await pollDeals(memory.as());
  expect(ordered(memory)).toEqual([]);
});

it('takes many changes in parts, with a pause that the storage needs', async () => {
  const ids = Array.from({ length: 2_200 }, (_, at) => dealId(1_000 + at));
  for (const id of ids) memory.salesforce.put(sampleDeal({ id, modifiedAt: addSeconds(memory.clock.now(), 1) }));
  const asked: number[] = [];
  const pauses: number[] = [];
  const world = memory.as();
  const watched = {
    ...world,
    dealStore: { ...world.dealStore, linkedAmong: async (some: Parameters<typeof world.dealStore.linkedAmong>[0]) => (asked.push(some.length), world.dealStore.linkedAmong(some)) },
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
  };
  await pollDeals(watched);
  expect([asked, pauses]).toEqual([[1_000, 1_000, 200], [60_000, 60_000]]);
});

it('finds a linked deal that Salesforce no longer has, once', async () => {
  memory.salesforce.remove(deal);
  await pollDeals(memory.as());
  expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'poll', delaySeconds: 0 }]);
  await work(memory);
  await pollDeals(memory.as());
  expect(ordered(memory)).toEqual([]);
});

it('loses nothing to a poll that failed', async () => {
  const world = memory.as();
  const down = { ...world, deals: { ...world.deals, changedSince: async () => Promise.reject(new OutsideError('salesforce', 'unavailable', 'down')) } };
  const kept = memory.storage.dump();
  moveDeal(memory, 'Closed Won');
  memory.clock.advance(3600);
  await createPoll(() => down)();
  expect(memory.storage.dump()).toEqual(kept);
  await createPoll(() => memory.as())();
  expect(ordered(memory)).toHaveLength(1);
});

it('does not even ask without a connection', async () => {
  await memory.as().secrets.saveSalesforceSecret(undefined);
  const kept = memory.storage.dump();
  await createPoll(() => memory.as())();
  expect(memory.storage.dump()).toEqual(kept);
});
