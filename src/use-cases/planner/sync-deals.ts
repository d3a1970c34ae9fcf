import { addSeconds } from '../../domain/calendar';
import { grouped } from '../../domain/grouped';
import type { DealId } from '../../domain/ids';
import { waitsForProject, type LinkedDeal } from '../../domain/linked-deal';
import type { SyncReason } from '../../domain/signal';
import type { AuditRecord } from '../../ports/audit';
import { NotConnected } from '../../ports/errors';
import type { World } from '../../ports/world';
import { bringInStep } from './bring-in-step';
import { failureState } from './failure';
import { inTurn } from './in-turn';
import { keepDeal } from './keep-deal';
import { lookAtDeals, type Look } from './look-at-deals';
import { readPlans } from './read-plans';
import { releaseUnlinked } from './release-unlinked';
import type { Ended, Known, MakeRecord, SyncOutcome, Underway } from './underway';
import { wantedOf } from './wanted-entries';

interface Ordered {
  readonly dealId: DealId;
  readonly reason: SyncReason;
}

/** As many deals as are read from Tempo in one call, and brought in step before anything else gets its turn. */
const chunkSize = 80;
/** So many of them at once: Tempo's answers are waited for, its limit is not. */
const atOnce = 6;
/** Seconds after which the release of an unlinked deal is tried again, whatever kept it. */
const unlinkedRetry = 3600;
/** The app's storage bears some 60 reads a second over a longer time, and a deal takes up to five. */
const millisecondsPerDeal = 120;

/**
 * Brings the planner in step with these deals. It reads the truth itself, whatever signal woke it, so a signal that is late,
 * doubled, out of order or forged can do no harm; run again when nothing changed it writes nothing.
 * One process does this at a time: the ledger has no other writer.
 * @param afterChunk is told of each part that is finished, and says whether to go on.
 */
export async function syncDeals(
  world: World,
  ordered: readonly Ordered[],
  afterChunk: (outcomes: readonly SyncOutcome[]) => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
  if (ordered.length === 0) return;
  const reasons = new Map(ordered.map(({ dealId, reason }) => [dealId, reason]));
  const links = new Map((await world.dealStore.linkedAmong([...reasons.keys()])).map((link) => [link.deal.id, link]));
  const followed = [...links.values()].filter((link) => !waitsForProject(link));
  const look = await lookAtDeals(world, followed.map(({ deal }) => deal.id));
  const ids = [...reasons.keys()];
  for (let start = 0; start < ids.length; start += chunkSize) {
    const chunk = ids.slice(start, start + chunkSize);
    const rest = chunk.length > atOnce ? world.pause(chunk.length * millisecondsPerDeal * world.lanes) : undefined;
    const unlinked = chunk.filter((id) => !links.has(id));
    const outcomes = [
      ...(await inTurn(unlinked, atOnce, (id) => release(world, id))),
      ...(await syncChunk(world, followed.filter(({ deal }) => chunk.includes(deal.id)), reasons, look)),
      ...chunk.flatMap((id) => {
        const link = links.get(id);
        return link !== undefined && !followed.includes(link) ? [{ dealId: id, retryAt: null }] : [];
      }),
    ];
    await rest;
    if (!(await afterChunk(outcomes))) return;
  }
}

async function release(world: World, dealId: DealId): Promise<SyncOutcome> {
  try {
    await releaseUnlinked(world, dealId);
    return { dealId, retryAt: null };
  } catch (error) {
    // No screen shows a deal that is not linked, so nobody would ask for another try.
    return { dealId, retryAt: failureState(world, undefined, error).nextTryAt ?? addSeconds(world.clock.now(), unlinkedRetry) };
  }
}

async function syncChunk(world: World, links: readonly LinkedDeal[], reasons: ReadonlyMap<DealId, SyncReason>, look: Look): Promise<readonly SyncOutcome[]> {
  const underway = links.map((link) => begin(world, link, reasons.get(link.deal.id) ?? 'reconcile'));
  const wanted = await inTurn(underway, atOnce, async (each) => attempt(world, each, seenOf(each.link, look), () => wantedOf(world, each, look)));
  const plans = await readPlans(world.planner, wanted.flatMap((each) => ('desired' in each ? [each] : [])), look.today).catch((error: unknown) => ({ error }));
  const end = async (each: (typeof wanted)[number]): Promise<Ended> => {
    if (!('desired' in each)) return each;
    return attempt(world, each.underway, each.known, async () => {
      if ('error' in plans) throw plans.error;
      return { underway: each.underway, known: { ...each.known, ...(await bringInStep(world, each, plans.get(each.known.deal.id) ?? [], look.today)) } };
    });
  };
  const projects = [...grouped(wanted, ({ underway: { link } }) => link.projectId).values()];
  const atOnceOfOne = Math.max(1, Math.floor(atOnce / projects.length));
  // A project's deals are kept as they are in step, so that storage's share of the work is spread over Tempo's; one after another, because they share what the panel shows of it.
  const kept = await inTurn(projects, atOnce, async (deals) => inTurn(await inTurn(deals, atOnceOfOne, end), 1, ({ underway: one, known }) => keepDeal(world, one, known)));
  return kept.flat();
}

function begin({ clock }: World, link: LinkedDeal, reason: SyncReason): Underway {
  const trail: AuditRecord[] = [];
  const record: MakeRecord = (event, details) => ({ at: clock.now(), event, by: reason, details });
  return { link, began: link, reason, record, note: (event, details) => void trail.push(record(event, details)), trail };
}

/** Whatever fails, what was seen before it is kept: a stage that Tempo refuses to follow is still the deal's stage. */
async function attempt<Result>(world: World, underway: Underway, seen: Known, act: () => Promise<Result>): Promise<Result | Ended> {
  const { link, note } = underway;
  try {
    return await act();
  } catch (error) {
    if (error instanceof NotConnected) return { underway, known: { ...seen, sync: { kind: 'waiting', for: 'connection', since: world.clock.now() } } };
    const sync = failureState(world, link.sync, error);
    if (link.sync.kind !== 'failed' || link.sync.failure.code !== sync.failure.code) note('sync.failed', { code: sync.failure.code, ...sync.failure.parameters });
    return { underway, known: { ...seen, sync } };
  }
}

function seenOf(link: LinkedDeal, look: Look): Known {
  try {
    return { ...link, ...look.deal(link.deal.id) };
  } catch {
    // It is told again, and kept as this deal's failure, when the deal is asked for in earnest.
    return link;
  }
}
