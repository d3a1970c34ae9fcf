import { addSeconds } from '../../domain/calendar';
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
  const vanished = await vanishedDeals(world);
  if (vanished.length > 0) await jobs.syncDeals(vanished, 'poll');
  const latest = changed.reduce((last, one) => (one.modifiedAt > last ? one.modifiedAt : last), since);
  await settings.saveWatermark({ polledAt: started, changesUpTo: latest > started ? latest : started });
}

/** Linked deals that Salesforce no longer has. A deleted deal stands in no list of changes, so each is looked up. */
async function vanishedDeals({ deals, dealStore }: Pick<World, 'deals' | 'dealStore'>): Promise<readonly DealId[]> {
  const vanished: DealId[] = [];
  for await (const page of dealStore.all()) {
    const followed = page.filter(isFollowed).map(({ deal }) => deal.id);
    if (followed.length === 0) continue;
    const found = new Set((await deals.byIds(followed)).map(({ id }) => id));
    vanished.push(...followed.filter((id) => !found.has(id)));
  }
  return vanished;
}

/** One known to be gone comes back as a change, and one of a closed project waits for the project. */
const isFollowed = ({ sync }: LinkedDeal): boolean => sync.kind !== 'gone' && !(sync.kind === 'waiting' && sync.for === 'project');
