import { nextClientLook, unseen, type ClientFailure, type ClientStanding } from '../../domain/client-standing';
import type { AccountId, ClientId, ProjectId } from '../../domain/ids';
import { projectsOf, type LinkedDeal } from '../../domain/linked-deal';
import type { Instant } from '../../domain/plain-date';
import { NotConnected, OutsideError, StoreConflict } from '../../ports/errors';
import { kickOffWhereOwed } from '../kickoff/kick-off';
import type { World } from '../../ports/world';
import { lookAtContacts } from '../contacts/look-at-contacts';
import { lookAtDocuments } from '../documents/look-at-documents';
import { freshnessOf } from '../freshness/look-at-freshness';
import { relationOf } from '../relation/kept-relation';

const tries = 3;

/**
 * Looks at a client's deals and at what Salesforce has of the client, and keeps how it stands. What could not be read leaves what
 * stood before, with the reason beside it.
 * @returns what stands now.
 */
export async function lookAtClient(world: World, clientId: ClientId): Promise<ClientStanding> {
  for (let attempt = 1; ; attempt += 1) {
    const before = (await world.clients.standing(clientId)) ?? unseen(clientId);
    const after = await look(world, before);
    try {
      await world.clients.save(after);
      return after;
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === tries) throw error;
    }
  }
}

/**
 * Keeps what the app itself knows of a client, so that lists have it at once, and has the client looked at by the next run.
 * What somebody else writes in the same moment is left to that run.
 */
export async function noteClient(world: World, clientId: ClientId): Promise<void> {
  const before = (await world.clients.standing(clientId)) ?? unseen(clientId);
  const { client, projects, managerId } = await ownFacts(world, before, await world.dealStore.ofClient(clientId));
  if (client?.name === before.client?.name && managerId === before.managerId && projects.join() === before.projects.join()) return;
  try {
    await world.clients.save({ ...before, revision: before.revision + 1, client, projects, managerId, nextAt: null });
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
  }
}

async function ownFacts(world: World, before: ClientStanding, deals: readonly LinkedDeal[]): Promise<Pick<ClientStanding, 'client' | 'projects' | 'managerId'>> {
  const projects = projectsOf(deals);
  return { client: deals.at(-1)?.deal.client ?? before.client, projects, managerId: await managerOf(world, projects) };
}

async function look(world: World, before: ClientStanding): Promise<ClientStanding> {
  const at = world.clock.now();
  let known: ClientStanding = { ...before, revision: before.revision + 1, checkedAt: at };
  try {
    const deals = await world.dealStore.ofClient(before.clientId);
    // The day's second chance of a kick-off that could not be created when its deal was won.
    for (const deal of deals) await kickOffWhereOwed(world, deal);
    // What the app itself knows is kept also on a day without Salesforce.
    known = { ...known, ...(await ownFacts(world, before, deals)), relation: await relationOf(world, before.clientId) };
    known = { ...known, documents: await lookAtDocuments(world, before.clientId, deals, before.documents) };
    known = { ...known, contacts: await lookAtContacts(world, known.projects) };
    known = { ...known, freshness: await freshnessOf(world, before.clientId, deals.map(({ deal }) => deal.id)) };
    return { ...known, nextAt: nextClientLook(at, null), failure: null };
  } catch (error) {
    const failure = failureOf(world, error);
    return { ...known, nextAt: nextClientLook(at, failure), failure };
  }
}

/** Whoever published guidelines last in one of the projects. */
async function managerOf({ guidelines }: World, projects: readonly ProjectId[]): Promise<AccountId | null> {
  const current = await Promise.all(projects.map((projectId) => guidelines.current(projectId)));
  let latest: { readonly at: Instant; readonly by: AccountId } | null = null;
  for (const version of current) {
    if (version !== undefined && (latest === null || version.publishedAt > latest.at)) latest = { at: version.publishedAt, by: version.publishedBy.accountId };
  }
  return latest?.by ?? null;
}

function failureOf({ log, ids }: World, error: unknown): ClientFailure {
  if (error instanceof OutsideError) return error.failure;
  if (error instanceof NotConnected) return 'notConnected';
  log.error('client.failed', ids.next(), error);
  return 'unexpected';
}
