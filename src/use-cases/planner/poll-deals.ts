import { addSeconds, later } from '../../domain/calendar';
import { isPaused, isSpent, learned, type PollState } from '../../domain/connection-state';
import { isOverdue } from '../../domain/worker-state';
import type { DealChange, World } from '../../ports';
import { orderSyncs } from './order-syncs';

/** Seconds that Salesforce may take to show a change after the time it carries, so every poll looks back over the last one's end. */
const overlap = 300;
/** How far back the first poll looks. */
const firstLook = 86_400;
/** Where most of the organisation's API calls are used, it is asked every half an hour; the trigger comes every five minutes. */
const slowly = 1_740;
/** Changes that are remembered as seen; with more of them around one instant some linked deals are looked at twice. */
const mostSeen = 300;

/**
 * The fallback of the push: asks Salesforce in one call what changed or was deleted since the last time. When nothing did,
 * it writes down that it asked and nothing else. It goes by Salesforce's clock alone.
 */
export async function pollDeals(world: World): Promise<void> {
  const { states, clock, connections, deals } = world;
  const now = clock.now();
  const { poll, workers } = await states.forPoll();
  for (const [lane, worker] of workers.entries()) if (isOverdue(worker, now)) await world.jobs.wake(0, lane);
  if ((poll.nextPollAt !== null && poll.nextPollAt > now) || isPaused(poll.connection, now)) return;
  const since = addSeconds(poll.changesUpTo ?? now, poll.changesUpTo === null ? -firstLook : -overlap);
  let changed: readonly DealChange[];
  try {
    changed = await deals.changedSince(since);
  } catch (error) {
    const lesson = connections.take('salesforce');
    if (lesson.calls > 0) await states.changePoll((state) => ({ ...state, connection: learned(state.connection, lesson, now) }));
    throw error;
  }
  await orderChanged(world, poll, changed);
  const lesson = connections.take('salesforce');
  await states.changePoll((state) => ({ ...seenUpTo(state, since, changed), ...budgetOf(world, state), polledAt: now, connection: learned(state.connection, lesson, now) }));
}

/** Orders the syncs of linked deals among those that changed and were not seen before. */
async function orderChanged(world: World, poll: PollState, changed: readonly DealChange[]): Promise<void> {
  const seen = new Map(poll.seen.map((one) => [one.id, one]));
  const fresh = new Map(changed.filter((one) => !sameChange(one, seen.get(one.id))).map((one) => [one.id, one]));
  if (fresh.size === 0) return;
  const linked = await world.dealStore.linkedAmong([...fresh.keys()]);
  const stale = linked.filter(({ deal, sync }) => {
    const change = fresh.get(deal.id);
    return change?.isDeleted === true ? sync.kind !== 'gone' : sync.kind === 'gone' || change?.modifiedAt !== deal.modifiedAt || change.stageName !== deal.stageName;
  });
  await orderSyncs(world, stale.map(({ deal }) => deal.id), 'poll');
}

/** Salesforce counts in whole seconds, so a second change may carry the same time. */
const sameChange = (a: DealChange, b: DealChange | undefined): boolean =>
  a.modifiedAt === b?.modifiedAt && a.stageName === b.stageName && a.isDeleted === b.isDeleted;

function seenUpTo(poll: PollState, since: PollState['changesUpTo'], changed: readonly DealChange[]): PollState {
  const changesUpTo = changed.reduce((last, { modifiedAt }) => (last === null ? modifiedAt : later(last, modifiedAt)), poll.changesUpTo ?? since);
  const recent = changesUpTo === null ? [] : changed.filter(({ modifiedAt }) => modifiedAt >= addSeconds(changesUpTo, -overlap));
  return { ...poll, changesUpTo, seen: recent.slice(-mostSeen) };
}

function budgetOf({ deals, clock }: World, poll: PollState): Pick<PollState, 'budget' | 'nextPollAt'> {
  const told = deals.budget();
  const budget = told === undefined ? poll.budget : { ...told, at: clock.now() };
  return { budget, nextPollAt: isSpent(budget) ? addSeconds(clock.now(), slowly) : null };
}
