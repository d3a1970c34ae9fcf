import { addSeconds } from '../../domain/calendar';
import type { Deal } from '../../domain/deal';
import type { DealId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports';

/** Salesforce may show a change a little after the time it carries, so every poll looks back over the last one's end. */
const overlap = 300;
/** How far back the first poll looks. */
const firstLook = 86_400;

/** The fallback of the push: asks Salesforce what changed since the last time. When nothing did, it writes the watermark and nothing else. */
export async function pollDeals(world: World): Promise<void> {
  const { settings, deals, dealStore, jobs, clock, secrets } = world;
  if ((await secrets.salesforceSecret()) === undefined) return;
  const started = clock.now();
  const watermark = await settings.watermark();
  const since = addSeconds(watermark?.changesUpTo ?? started, watermark === undefined ? -firstLook : -overlap);
  const changed = await deals.changedSince(since);
  if (changed.length > 0) {
    const modifiedAt = new Map(changed.map((one) => [one.id, one.modifiedAt]));
    const linked = await dealStore.linkedAmong([...modifiedAt.keys()]);
    const stale = linked.filter(({ deal }) => modifiedAt.get(deal.id) !== deal.modifiedAt);
    await jobs.syncDeals(stale.map(({ deal }) => deal.id), 'poll');
  }
  const differing = await differingDeals(world);
  if (differing.length > 0) await jobs.syncDeals(differing, 'poll');
  const latest = changed.reduce((last, one) => (one.modifiedAt > last ? one.modifiedAt : last), since);
  await settings.saveWatermark({ polledAt: started, changesUpTo: latest > started ? latest : started });
}

/**
 * Linked deals that are not as we know them. A deleted deal stands in no list of changes, and of two changes within a second,
 * which is as finely as Salesforce counts, the later one can hide behind the earlier; so each linked deal is looked at.
 */
async function differingDeals({ deals, dealStore }: Pick<World, 'deals' | 'dealStore'>): Promise<readonly DealId[]> {
  const differing: DealId[] = [];
  for await (const page of dealStore.all()) {
    const followed = page.filter(isFollowed);
    if (followed.length === 0) continue;
    const now = new Map((await deals.byIds(followed.map(({ deal }) => deal.id))).map((deal) => [deal.id, deal]));
    // A later change is the business of the list of changes, and is not ordered twice.
    const isSame = (known: Deal): boolean => {
      const current = now.get(known.id);
      return current !== undefined && (current.modifiedAt !== known.modifiedAt || sameDeal(current, known));
    };
    differing.push(...followed.map(({ deal }) => deal).filter((deal) => !isSame(deal)).map(({ id }) => id));
  }
  return differing;
}

const sameDeal = (a: Deal, b: Deal): boolean =>
  a.name === b.name &&
  a.stageName === b.stageName &&
  a.probability === b.probability &&
  a.closeDate === b.closeDate &&
  a.amount?.amount === b.amount?.amount &&
  a.amount?.currency === b.amount?.currency &&
  a.client?.id === b.client?.id;

/** One known to be gone comes back as a change, and one of a closed project waits for the project. */
const isFollowed = ({ sync }: LinkedDeal): boolean => sync.kind !== 'gone' && !(sync.kind === 'waiting' && sync.for === 'project');
