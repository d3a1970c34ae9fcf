import { stageOf, type StageMapping } from '../../domain/deal';
import type { LinkedDeal } from '../../domain/linked-deal';
import { emptySummary, withDeals, type DealAtAGlance, type ProjectSummary } from '../../domain/project-summary';
import { StoreConflict, type World } from '../../ports';

/** What the panel shows of the project's deals, the first linked first. */
export const dealsAtAGlance = (deals: readonly LinkedDeal[], mapping: StageMapping): readonly DealAtAGlance[] =>
  [...deals]
    // Of two linked in the same moment one is always first, so that a save that changes nothing writes nothing.
    .sort((a, b) => (`${a.linkedAt} ${a.deal.id}` < `${b.linkedAt} ${b.deal.id}` ? -1 : 1))
    .map(({ deal }) => ({
      id: deal.id,
      name: deal.name,
      client: deal.client?.name ?? null,
      stage: stageOf(deal, mapping) ?? null,
      stageName: deal.stageName,
    }));

/** How often a save that crossed another one of the same project is done again. */
const tries = 5;

/** Keeps a deal, and the project's summary when what it shows of the deal changed. One that was unlinked meanwhile stays unlinked. */
export async function saveDeal(world: Pick<World, 'dealStore' | 'summaries' | 'settings'>, deal: LinkedDeal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const summary = await summaryWith(world, deal.projectId, (others) => [...others.filter((one) => one.deal.id !== deal.deal.id), deal]);
    try {
      return await world.dealStore.save(deal, summary);
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
      if ((await world.dealStore.link(deal.deal.id)) === undefined) return;
      if (attempt === tries) throw error;
    }
  }
}

/** The project's summary with another list of deals, or undefined when it would say the same. */
export async function summaryWith(
  { dealStore, summaries, settings }: Pick<World, 'dealStore' | 'summaries' | 'settings'>,
  projectId: LinkedDeal['projectId'],
  change: (deals: readonly LinkedDeal[]) => readonly LinkedDeal[],
): Promise<ProjectSummary | undefined> {
  const [deals, stored, mapping] = await Promise.all([dealStore.ofProject(projectId), summaries.summary(projectId), settings.mapping()]);
  const summary = stored ?? emptySummary(projectId);
  const next = withDeals(summary, dealsAtAGlance(change(deals), mapping));
  return next === summary ? undefined : next;
}
