import { addSeconds } from '../../src/domain/calendar';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { dealId, projectId } from '../../src/domain/fixture/values';
import type { DealId } from '../../src/domain/ids';
import { newLink } from '../../src/domain/linked-deal';
import { OutsideError } from '../../src/ports/errors';
import type { World } from '../../src/ports/world';
import { followedBySweep } from '../../src/use-cases/planner/order-sweep';
import { orderSyncs } from '../../src/use-cases/planner/order-syncs';
import { orderReconcile } from '../../src/use-cases/planner/reconcile';
import { syncDealNow } from '../../src/use-cases/planner/sync-deal-now';
import { workOff } from '../../src/use-cases/planner/work-off';
import { company, ordered, type MemoryWorld } from '../world/memory-world';
import { asManager, clearOrders, deal, linkOf, moveDeal, openPlannedProject, work } from './planned-project';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  memory.wakeUps.length = 0;
});

/** Links so many more deals, as they are after a first sync that found nothing to plan. */
async function linkMore(count: number): Promise<readonly DealId[]> {
  const { dealStore } = memory.as();
  const ids = Array.from({ length: count }, (_, at) => dealId(100 + at));
  for (const id of ids) {
    const another = sampleDeal({ id, stageName: 'Prospecting', modifiedAt: memory.clock.now() });
    memory.salesforce.put(another);
    await dealStore.add({ ...newLink(projectId(String(20_000 + Math.floor(Number(id.slice(10, 15)) / 10))), another, memory.clock.now()), sync: { kind: 'inStep', since: memory.clock.now() } }, undefined);
  }
  return ids;
}

/** The world with an eye on the deals that are read from Salesforce, in the order in which they are. */
function watched(world: World = memory.as()): { readonly world: World; readonly read: DealId[][] } {
  const read: DealId[][] = [];
  return { read, world: { ...world, deals: { ...world.deals, byIds: async (ids) => (read.push([...ids]), world.deals.byIds(ids)) } } };
}

describe('the worker', () => {
  it('does what is due and leaves what is not, and has itself woken for that', async () => {
    const [later] = await linkMore(1);
    await orderSyncs(memory.as(), [deal], 'push');
    await orderSyncs(memory.as(), later === undefined ? [] : [later], 'poll', 300);
    memory.wakeUps.length = 0;
    await work(memory);
    expect((await linkOf(memory)).sync.kind).toBe('inStep');
    expect(ordered(memory)).toMatchObject([{ dealId: later, delaySeconds: 300 }]);
    expect(memory.wakeUps).toEqual([300]);
  });

  it('reads 300 deals in one call', async () => {
    const ids = await linkMore(350);
    await orderSyncs(memory.as(), ids, 'poll');
    const { world, read } = watched();
    await work(memory, world);
    expect(read.map(({ length }) => length)).toEqual([300, 50]);
    expect(ordered(memory)).toEqual([]);
  });

  it('stops when its time is over, and hands on what is left', async () => {
    const ids = await linkMore(250);
    await orderSyncs(memory.as(), ids, 'poll');
    const world = memory.as();
    const slow = { ...world, pause: async () => memory.clock.advance(10) };
    memory.wakeUps.length = 0;
    await workOff(slow, 15, 'first');
    expect(ordered(memory)).toHaveLength(250 - 2 * 80);
    expect(memory.wakeUps).toEqual([0]);
    await workOff(slow, 600, 'second');
    expect(ordered(memory)).toEqual([]);
    expect((await world.states.worker()).lease).toBeNull();
  });

  it('lets what is urgent in between two parts of what is not', async () => {
    const ids = await linkMore(350);
    await orderSyncs(memory.as(), ids, 'poll');
    const world = memory.as();
    const { read, world: seen } = watched({
      ...world,
      pause: async () => {
        if (read.length === 1) await orderSyncs(world, [deal], 'push');
      },
    });
    await work(memory, seen);
    expect(read.map(({ length }) => length)).toEqual([300, 1, 50]);
    expect(read[1]).toEqual([deal]);
  });

  it('does not work beside another, and comes back when that one must have died', async () => {
    await memory.as().states.changeWorker((state) => ({ ...state, lease: { holder: 'another', until: addSeconds(memory.clock.now(), 90) } }));
    await orderSyncs(memory.as(), [deal], 'push');
    expect(memory.wakeUps).toEqual([]);
    await workOff(memory.as(), 600, 'this');
    expect(ordered(memory)).toHaveLength(1);
    expect(memory.wakeUps).toEqual([90]);
    memory.clock.advance(91);
    await workOff(memory.as(), 600, 'this');
    expect(ordered(memory)).toEqual([]);
  });

  it('takes the place of a worker of the same event, which died', async () => {
    await memory.as().states.changeWorker((state) => ({ ...state, lease: { holder: 'event', until: addSeconds(memory.clock.now(), 90) } }));
    await orderSyncs(memory.as(), [deal], 'push');
    await workOff(memory.as(), 600, 'event');
    expect(ordered(memory)).toEqual([]);
  });

  it('sees an order that came while it ended', async () => {
    const world = memory.as();
    let isFirst = true;
    await orderSyncs(world, [deal], 'push');
    const ending: World = {
      ...world,
      orders: {
        ...world.orders,
        nextDueAt: async () => {
          const next = await world.orders.nextDueAt();
          if (isFirst) await orderSyncs(world, [deal], 'push');
          isFirst = false;
          return next;
        },
      },
    };
    memory.wakeUps.length = 0;
    await work(memory, ending);
    expect(ordered(memory)).toHaveLength(1);
    expect(memory.wakeUps).toEqual([0]);
  });

  it('keeps an order that was replaced while it was carried out', async () => {
    await orderSyncs(memory.as(), [deal], 'push');
    const world = memory.as();
    let isFirst = true;
    const { read, world: seen } = watched({
      ...world,
      planner: {
        ...world.planner,
        plansOfProject: async (...range) => {
          if (isFirst) {
            moveDeal(memory, 'Internally Won');
            await orderSyncs(world, [deal], 'push');
          }
          isFirst = false;
          return world.planner.plansOfProject(...range);
        },
      },
    });
    await work(memory, seen);
    expect(read).toEqual([[deal], [deal]]);
    expect((await linkOf(memory)).deal.stageName).toBe('Internally Won');
  });
});

describe('a system that has a rest', () => {
  beforeEach(async () => {
    const { states, clock } = memory.as();
    await states.changeConnection('tempo', (state) => ({ ...state, failuresInRow: 5, paused: { since: clock.now(), until: addSeconds(clock.now(), 120) } }));
    await orderSyncs(memory.as(), [deal], 'push');
    memory.wakeUps.length = 0;
  });

  it('is left alone until then', async () => {
    await work(memory);
    expect(memory.tempo.reads + memory.tempo.writes).toBe(0);
    expect(ordered(memory)).toHaveLength(1);
    expect(memory.wakeUps).toEqual([120]);
    memory.clock.advance(120);
    await work(memory);
    expect(ordered(memory)).toEqual([]);
  });

  it('is tried at once when a person asks', async () => {
    await syncDealNow(memory.as(company.accountManager), asManager, { dealId: deal });
    await work(memory);
    expect((await linkOf(memory)).sync.kind).toBe('inStep');
  });
});

/** The planner fails until it is mended. */
function broken(): { readonly world: World; mend(): void } {
  const world = memory.as();
  const state = { isBroken: true };
  const failing = <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) => (...args: Args): Promise<Result> =>
    state.isBroken ? Promise.reject(new OutsideError('tempo', 'unavailable', 'timed out')) : act(...args);
  const planner = { ...world.planner, plans: failing(world.planner.plans), plansOfProject: failing(world.planner.plansOfProject) };
  return { world: { ...world, planner }, mend: () => void (state.isBroken = false) };
}

it.each<[string, (world: World) => Promise<unknown>]>([
  ['a sweep', (world) => followedBySweep(world, null, () => Promise.resolve())],
  ['the regular comparison', orderReconcile],
])('a deal that fails in %s is tried again when it says so, with nobody asking', async (_, order) => {
  const { world, mend } = broken();
  await order(world);
  await work(memory, world);
  const { sync } = await linkOf(memory);
  expect(sync).toMatchObject({ kind: 'failed', nextTryAt: addSeconds(memory.clock.now(), 30) });
  expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'retry', delaySeconds: 30 }]);
  expect(memory.wakeUps.at(-1)).toBe(30);
  mend();
  memory.clock.advance(30);
  await work(memory, world);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(ordered(memory)).toEqual([]);
});

describe('a sweep over all deals', () => {
  it('is ordered before the change and again behind it, and survives a death in between', async () => {
    await linkMore(5);
    const { world, read } = watched();
    await expect(followedBySweep(world, null, () => Promise.reject(new Error('died')))).rejects.toThrow('died');
    await work(memory, world);
    expect(read).toEqual([]);
    memory.clock.advance(60);
    await work(memory, world);
    expect(read.map(({ length }) => length)).toEqual([6]);
    expect((await world.states.worker()).sweep).toBeNull();
  });

  it('goes through deals in the stages that are concerned, and through all of them part by part', async () => {
    await linkMore(450);
    const { world, read } = watched();
    await followedBySweep(world, ['Negotiation'], () => Promise.resolve());
    await work(memory, world);
    expect(read.flat()).toEqual([deal]);
    read.length = 0;
    await followedBySweep(world, null, () => Promise.resolve());
    await work(memory, world);
    expect(new Set(read.flat()).size).toBe(451);
  });
});

describe('the regular comparison', () => {
  it('covers every deal, a slice each hour and no more than a part of it each minute', async () => {
    await linkMore(350);
    clearOrders(memory);
    const { world, read } = watched();
    const wholeRound = async (): Promise<number> => {
      for (let hour = 1; hour <= 40; hour += 1) {
        await orderReconcile(world);
        for (let part = 0; part < 3; part += 1) {
          await work(memory, world);
          memory.clock.advance(60);
        }
        if ((await world.states.worker()).reconcile?.after === null) return hour;
      }
      return Infinity;
    };
    await wholeRound();
    read.length = 0;
    expect(await wholeRound()).toBe(4);
    expect(new Set(read.flat()).size).toBe(351);
    expect(Math.max(...read.map(({ length }) => length))).toBeLessThanOrEqual(200);
    expect((await world.states.worker()).reconcile).toMatchObject({ deals: 351, covered: 0 });
  });

  it('finds a stage that no signal and no poll told of', async () => {
    await work(memory);
    memory.salesforce.change(deal, { stageName: 'Closed Won' });
    await orderReconcile(memory.as());
    await work(memory);
    expect((await linkOf(memory)).deal.stageName).toBe('Closed Won');
  });
});
