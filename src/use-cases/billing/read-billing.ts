import { dayAt } from '../../domain/calendar';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

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

export async function companyDay({ settings, clock }: World) {
  return dayAt(clock.now(), (await settings.company()).timeZone);
}
