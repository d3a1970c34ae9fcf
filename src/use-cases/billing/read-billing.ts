import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { companyDay } from '../company-day';

/** A project's book, with the deals that a document can belong to. */
export async function readBilling(world: World, { projectId }: ProjectCall) {
  const [book, deals, today, mayEdit] = await Promise.all([
    world.billing.book(projectId),
    world.dealStore.ofProject(projectId),
    companyDay(world),
    world.tracker.may('setGuidelines', projectId),
  ]);
  return { ...book, today, mayEdit, deals: deals.map(({ deal: { id, name } }) => ({ id, name })) };
}
