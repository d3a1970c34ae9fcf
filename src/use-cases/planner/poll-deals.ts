import { addSeconds, later, secondsBetween } from '../../domain/calendar';
import { isPaused, isSpent, learned, type PollState } from '../../domain/connection-state';
import type { LinkedDeal } from '../../domain/linked-deal';
import type { Instant } from '../../domain/plain-date';
import { isOverdue } from '../../domain/worker-state';
import type { DealChange } from '../../ports/deals';
import type { World } from '../../ports/world';
import { orderSyncs } from './order-syncs';

/** Seconds that Salesforce may take to show a change after the time it carries, so every poll looks back over the last one's end. */
const overlap = 300;
/** How far back the first poll looks. */
const firstLook = 86_400;
/** Where most of the organisation's API calls are used, it is asked every half an hour; the trigger comes every five minutes. */
const slowly = 1_740;
/** Changes that are remembered as seen; with more of them around one instant some linked deals are looked at twice. */
const mostSeen = 1_000;
/** Seconds after which nothing can show any more that carries an earlier time, so that looking back is of no use. */
const settledAfter = 900;
/** The app's storage bears 4,000 reads a minute, a change takes two and its sync five more: so many at a time, and a pause behind them. */
const slice = 1_000;
const pauseBetween = 60_000;

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
  const since = sinceOf(poll, now);
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

/** Where the look begins. Behind changes that are long settled there is nothing to look back for. */
function sinceOf({ changesUpTo }: PollState, now: Instant): Instant {
  if (changesUpTo === null) return addSeconds(now, -firstLook);
  return addSeconds(changesUpTo, secondsBetween(changesUpTo, now) > settledAfter ? 1 : -overlap);
}

/** Orders the syncs of linked deals among those that changed and were not seen before. */
async function orderChanged(world: World, poll: PollState, changed: readonly DealChange[]): Promise<void> {
  const seen = new Map(poll.seen.map((one) => [one.id, one]));
  const fresh = new Map(changed.filter((one) => !sameChange(one, seen.get(one.id))).map((one) => [one.id, one]));
  if (fresh.size === 0) return;
  const ids = [...fresh.keys()];
  // The next poll stays away until this one has got through.
  if (ids.length > slice) await world.states.changePoll((state) => ({ ...state, nextPollAt: addSeconds(world.clock.now(), Math.ceil(ids.length / slice) * (pauseBetween / 1000) + 60) }));
  for (let start = 0; start < ids.length; start += slice) {
    if (start > 0) await world.pause(pauseBetween);
    const linked = await world.dealStore.linkedAmong(ids.slice(start, start + slice));
    await orderSyncs(world, linked.filter((link) => isStale(link, fresh.get(link.deal.id))).map(({ deal }) => deal.id), 'poll');
  }
}

const isStale = ({ deal, sync }: LinkedDeal, change: DealChange | undefined): boolean =>
  change?.isDeleted === true ? sync.kind !== 'gone' : sync.kind === 'gone' || change?.modifiedAt !== deal.modifiedAt || change.stageName !== deal.stageName;

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
