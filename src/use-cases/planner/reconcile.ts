import type { DealId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import { sliceOf, type Reconcile } from '../../domain/worker-state';
import type { World } from '../../ports/world';
import { everyLane } from './every-lane';
import { orderRetries, wakeAt } from './order-syncs';
import { syncDeals } from './sync-deals';

/** As many as one call to Salesforce reads. */
const atOnce = 300;

/** Each hour: orders the comparison of each lane's next slice of linked deals with Salesforce and Tempo. */
export async function orderReconcile(world: Pick<World, 'states' | 'jobs' | 'lanes' | 'clock'>): Promise<void> {
  const now = world.clock.now();
  await everyLane(world, async (lane) => {
    await world.states.changeWorker((state) => {
      const reconcile = state.reconcile ?? { since: now, after: null, covered: 0, deals: null, pending: 0 };
      return { ...state, reconcile: { ...reconcile, pending: sliceOf(reconcile.deals ?? reconcile.covered) } };
    }, lane);
    await wakeAt(world, now, lane);
  });
}

/**
 * Where nothing is ordered: goes on with a sweep over all deals, or else compares a part of the hour's slice. Only
 * what fails is put on the list of orders, and what finds nothing to do writes nothing.
 * @returns whether the worker may go on at once; after a part of a slice it rests, so that the comparison makes no burst.
 */
export async function goThroughSome(world: World, lane: number, goesOn: () => Promise<boolean>): Promise<boolean> {
  const { sweep, reconcile } = await world.states.worker(lane);
  if (sweep !== null && sweep.notBefore <= world.clock.now()) {
    const deals = await world.dealStore.after(sweep.after, atOnce, lane);
    const isWhole = await sync(world, deals.filter(({ deal }) => sweep.stageNames?.includes(deal.stageName) ?? true), 'mapping', goesOn);
    const last = lastOf(deals);
    await world.states.changeWorker((state) => {
      // Ordered anew meanwhile: it begins again.
      if (state.sweep?.since !== sweep.since || state.sweep.after !== sweep.after || !isWhole) return undefined;
      return { ...state, sweep: last === undefined || deals.length < atOnce ? null : { ...sweep, after: last } };
    }, lane);
    return isWhole;
  }
  if (reconcile !== null && reconcile.pending > 0) await compareSome(world, lane, reconcile, goesOn);
  return false;
}

async function compareSome(world: World, lane: number, reconcile: Reconcile, goesOn: () => Promise<boolean>): Promise<void> {
  const most = Math.min(atOnce, reconcile.pending);
  const deals = await world.dealStore.after(reconcile.after, most, lane);
  if (!(await sync(world, deals, 'reconcile', goesOn))) return;
  const covered = reconcile.covered + deals.length;
  const last = lastOf(deals);
  const isEnd = last === undefined || deals.length < most;
  await world.states.changeWorker((state) => {
    if (state.reconcile === null) return undefined;
    if (isEnd) return { ...state, reconcile: { since: world.clock.now(), after: null, covered: 0, deals: covered, pending: 0 } };
    return { ...state, reconcile: { ...state.reconcile, covered, after: last, pending: state.reconcile.pending - deals.length } };
  }, lane);
}

const lastOf = (deals: readonly LinkedDeal[]): DealId | undefined => deals.at(-1)?.deal.id;

/** @returns whether all of it was done. */
async function sync(world: World, deals: readonly LinkedDeal[], reason: 'mapping' | 'reconcile', goesOn: () => Promise<boolean>): Promise<boolean> {
  const progress = { done: 0 };
  await syncDeals(world, deals.map(({ deal }) => ({ dealId: deal.id, reason })), async (outcomes) => {
    progress.done += outcomes.length;
    await orderRetries(world, outcomes);
    return goesOn();
  });
  return progress.done >= deals.length;
}
