import { addSeconds, earlier, later, secondsBetween } from '../../domain/calendar';
import { isPaused } from '../../domain/connection-state';
import type { Instant } from '../../domain/plain-date';
import type { SyncOrder } from '../../domain/sync-order';
import type { WorkerState } from '../../domain/worker-state';
import type { World } from '../../ports/world';
import { keepLessons } from './keep-lessons';
import { goThroughSome } from './reconcile';
import { syncDeals } from './sync-deals';
import type { SyncOutcome } from './underway';

/** Seconds for which the worker is believed to be at work after it last said so; a slice takes far less. */
const leaseSeconds = 120;
/** As many deals as one call to Salesforce reads. */
const mostOrders = 300;
const mostUrgent = 50;

/**
 * Carries out what is ordered in a lane, one worker at a time, until nothing is due or its time is over; what is left then is handed on.
 * @param seconds that it may take.
 * @param holder names this worker, and the one that it takes the place of after a death.
 */
export async function workOff(world: World, seconds: number, holder: string, lane = 0): Promise<void> {
  const { states, clock, jobs } = world;
  const until = addSeconds(clock.now(), seconds);
  const begun = await states.changeWorker((state) => (isHeldByAnother(state, holder, clock.now()) ? undefined : held(state, holder, clock.now())), lane);
  if (begun.lease?.holder !== holder) {
    // The other may have died; whoever comes when its lease is over goes on.
    await jobs.wake(Math.max(1, secondsBetween(clock.now(), begun.lease?.until ?? clock.now())), lane);
    return;
  }
  try {
    while (clock.now() < until && (await pausedUntil(world)) === undefined) {
      if (!(await workOnce(world, { holder, until, lane }))) break;
    }
  } finally {
    await keepLessons(world);
    await handOn(world, holder, lane);
  }
}

const isHeldByAnother = ({ lease }: WorkerState, holder: string, now: Instant): boolean => lease !== null && lease.holder !== holder && lease.until > now;

/** A wake-up whose time has come is answered by the look at the orders that follows. */
const held = (state: WorkerState, holder: string, now: Instant): WorkerState => ({
  ...state,
  lease: { holder, until: addSeconds(now, leaseSeconds) },
  wakeAt: state.wakeAt !== null && state.wakeAt <= now ? null : state.wakeAt,
});

interface Shift {
  readonly holder: string;
  readonly until: Instant;
  readonly lane: number;
}

/** @returns whether there may be more to do. */
async function workOnce(world: World, { holder, until, lane }: Shift): Promise<boolean> {
  const { orders, states, clock } = world;
  const state = await states.changeWorker((known) => (known.lease?.holder === holder ? held(known, holder, clock.now()) : undefined), lane);
  // Somebody took the lease for dead: two workers would create an entry twice.
  if (state.lease?.holder !== holder) return false;
  const isOver = async (): Promise<boolean> => clock.now() >= until || (await pausedUntil(world)) !== undefined;
  /** Between two parts of something long, what is urgent gets its turn. */
  const goesOn = async (): Promise<boolean> => {
    await keepLessons(world);
    if (await isOver()) return false;
    await carryOut(world, await orders.due(clock.now(), mostUrgent, 'urgent', lane));
    const renewed = await states.changeWorker((known) => (known.lease?.holder === holder ? held(known, holder, clock.now()) : undefined), lane);
    return renewed.lease?.holder === holder && !(await isOver());
  };
  const due = await orders.due(clock.now(), mostOrders, undefined, lane);
  if (due.length === 0) return goThroughSome(world, lane, goesOn);
  await carryOut(world, due, goesOn);
  return true;
}

async function carryOut(world: World, due: readonly SyncOrder[], goesOn: () => Promise<boolean> = () => Promise.resolve(true)): Promise<void> {
  const byDeal = new Map(due.map((order) => [order.dealId, order]));
  await syncDeals(world, due, async (outcomes) => {
    await settle(world, byDeal, outcomes);
    return goesOn();
  });
}

async function settle({ orders }: World, byDeal: ReadonlyMap<string, SyncOrder>, outcomes: readonly SyncOutcome[]): Promise<void> {
  const done: SyncOrder[] = [];
  for (const { dealId, retryAt } of outcomes) {
    const order = byDeal.get(dealId);
    if (order === undefined) continue;
    if (retryAt === null) done.push(order);
    else await orders.postpone(order, retryAt);
  }
  await orders.done(done);
}

/** When the rest of a system that needs one is over; undefined when none does. */
async function pausedUntil({ states, clock }: World): Promise<Instant | undefined> {
  const now = clock.now();
  const known = [await states.connection('salesforce'), await states.connection('tempo')];
  const ends = known.flatMap((state) => (isPaused(state, now) && state.paused !== null ? [state.paused.until] : []));
  return ends.reduce<Instant | undefined>((last, end) => (last === undefined ? end : later(last, end)), undefined);
}

/** Lets go of the lease, and sees to it that whoever comes next comes in time. */
async function handOn(world: World, holder: string, lane: number): Promise<void> {
  const { states, orders, jobs, clock } = world;
  const [nextDueAt, rest] = [await orders.nextDueAt(lane), await pausedUntil(world)];
  const wish: { wakeAt: Instant | null } = { wakeAt: null };
  await states.changeWorker((state) => {
    wish.wakeAt = null;
    if (state.lease?.holder !== holder) return undefined;
    const sweep = state.sweep?.notBefore;
    const slice = (state.reconcile?.pending ?? 0) > 0 ? addSeconds(clock.now(), betweenSlices) : undefined;
    const next = [nextDueAt, state.wakeAt ?? undefined, sweep, slice].reduce(firstOf, undefined);
    const wakeAt = next === undefined ? null : later(next, rest ?? next);
    // Where it was wanted for that time before, a wake-up is on its way already.
    if (wakeAt !== null && (wakeAt !== state.wakeAt || wakeAt <= clock.now())) wish.wakeAt = wakeAt;
    return { ...state, lease: null, wakeAt };
  }, lane);
  if (wish.wakeAt !== null) await jobs.wake(Math.max(0, secondsBetween(clock.now(), wish.wakeAt)), lane);
}

const firstOf = (a: Instant | undefined, b: Instant | undefined): Instant | undefined => (a === undefined || b === undefined ? (a ?? b) : earlier(a, b));

/** Seconds between two slices of the comparison, so that it makes no burst. */
const betweenSlices = 60;
