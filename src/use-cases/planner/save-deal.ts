import { stageOf, type StageMapping } from '../../domain/deal';
import type { DealId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import { emptySummary, withDeals, type DealAtAGlance, type ProjectSummary } from '../../domain/project-summary';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';

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

/** How often a save is done again that crossed another one of the same project. */
const tries = 5;

type Saving = Pick<World, 'dealStore' | 'summaries' | 'settings'>;

/**
 * Keeps a deal as its next revision, and the project's summary when what it shows of the deal changed.
 * @param before the deal as it was, which saves reading the summary where that shows the same of both.
 * @returns false when somebody changed the deal since it was read, or unlinked it, or too many others write what the panel shows.
 */
export async function saveDeal(world: Saving, deal: LinkedDeal, before?: LinkedDeal): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const summary = before !== undefined && before.history.length > 0 && sameAtAGlance(before, deal) ? undefined : await summaryWith(world, deal.projectId, replacing(deal));
    try {
      await world.dealStore.save(deal, summary, before);
      return true;
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
      const stored = await world.dealStore.link(deal.deal.id);
      if (stored?.revision !== deal.revision || attempt === tries) return false;
    }
  }
}

const sameAtAGlance = (a: LinkedDeal, b: LinkedDeal): boolean =>
  a.deal.name === b.deal.name && a.deal.client?.name === b.deal.client?.name && a.deal.stageName === b.deal.stageName;

const replacing = (deal: LinkedDeal) => (others: readonly LinkedDeal[]): readonly LinkedDeal[] => [...others.filter((one) => one.deal.id !== deal.deal.id), deal];

/** Brings what the panel shows of a deal up to date, where that is not so already. */
export async function refreshSummary(world: Saving, { deal }: LinkedDeal): Promise<void> {
  const link = await world.dealStore.link(deal.id);
  if (link === undefined || (await summaryWith(world, link.projectId, replacing(link))) === undefined) return;
  await saveDeal(world, link);
}

/** Changes a linked deal, whoever else is changing it. @returns the deal as it is kept, or undefined when it is not linked any more. */
export async function changeDeal(world: Saving, id: DealId, change: (deal: LinkedDeal) => LinkedDeal): Promise<LinkedDeal | undefined> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const link = await world.dealStore.link(id);
    if (link === undefined) return undefined;
    const changed = change(link);
    if (await saveDeal(world, changed, link)) return { ...changed, revision: changed.revision + 1 };
  }
  throw new StoreConflict('deal');
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
