import { addSeconds } from '../../domain/calendar';
import type { World } from '../../ports';

/** Salesforce may show a change a little after the time it carries, so every poll looks back over the last one's end. */
const overlap = 300;
/** How far back the first poll looks. */
const firstLook = 86_400;

/** The fallback of the push: asks Salesforce what changed since the last time. When nothing did, it writes the watermark and nothing else. */
export async function pollDeals({ settings, deals, dealStore, jobs, clock, secrets }: World): Promise<void> {
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
  const latest = changed.reduce((last, one) => (one.modifiedAt > last ? one.modifiedAt : last), since);
  await settings.saveWatermark({ polledAt: started, changesUpTo: latest > started ? latest : started });
}
