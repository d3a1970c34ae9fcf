import { stageOf } from '../../domain/deal';
import type { ClientId, ProjectId } from '../../domain/ids';
import type { FactProject, KpiFacts } from '../../domain/kpi/contribution';
import { ownerOfProject, type KpiOwner } from '../../domain/kpi/part';
import { firstDeal, projectsOf, type LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import { companyDay } from '../company-day';

/** What is counted together: a client, or a project as far as no client is known of it. */
export type KpiUnit = { readonly kind: 'client'; readonly clientId: ClientId } | { readonly kind: 'project'; readonly projectId: ProjectId };

export const ownerOf = (unit: KpiUnit): KpiOwner => (unit.kind === 'client' ? unit.clientId : ownerOfProject(unit.projectId));

/** All that the figures of a unit are made of, as the app knows it now. */
export async function kpiFacts(world: World, unit: KpiUnit): Promise<KpiFacts> {
  const today = await companyDay(world);
  const [mapping, standing, deals] = await Promise.all([world.settings.mapping(), unit.kind === 'client' ? world.clients.standing(unit.clientId) : undefined, dealsOf(world, unit)]);
  const projectIds = unit.kind === 'client' ? projectsOf(deals) : [unit.projectId];
  const projects = await Promise.all(projectIds.map((projectId) => factsOfProject(world, projectId, unit)));
  return {
    owner: ownerOf(unit),
    client: deals.at(-1)?.deal.client ?? null,
    today,
    deals: deals.map(({ deal, projectId }) => ({ deal, projectId, stage: stageOf(deal, mapping) ?? null })),
    projects,
    standing: unit.kind === 'project' ? null : { managerId: standing?.managerId ?? null, documents: standing?.documents ?? null, relation: standing?.relation ?? null },
  };
}

async function dealsOf({ dealStore }: World, unit: KpiUnit): Promise<readonly LinkedDeal[]> {
  return unit.kind === 'client' ? dealStore.ofClient(unit.clientId) : (await dealStore.ofProject(unit.projectId)).filter(({ deal }) => deal.client === null);
}

/** A project's money belongs to whoever its first deal belongs to, so that it is counted once. */
async function factsOfProject({ dealStore, margin, guidelines }: World, projectId: ProjectId, unit: KpiUnit): Promise<FactProject> {
  const [deals, kept] = await Promise.all([dealStore.ofProject(projectId), margin.margin(projectId)]);
  const clientId = firstDeal(deals)?.deal.client?.id ?? null;
  // Before the first look at its money the guidelines themselves say who manages it.
  const managerId = kept?.managerId ?? (await guidelines.current(projectId))?.publishedBy.accountId ?? null;
  return { projectId, managerId, isOwn: unit.kind === 'client' ? clientId === unit.clientId : clientId === null, figures: kept?.figures ?? null };
}
