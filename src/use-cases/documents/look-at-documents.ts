import { clientDocuments, readTitles, sightOf, type ClientDocuments, type DocumentSight, type ReadFile, type SeenDocuments } from '../../domain/formal-document';
import type { ClientId, DealId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import { byHandOf, documentFacts, documentRows, lastSight, type DocumentFacts } from './document-facts';

/** Records that evidence is looked for on. */
export const recordsOf = (clientId: ClientId, deals: readonly LinkedDeal[]): readonly (ClientId | DealId)[] => [clientId, ...deals.map(({ deal }) => deal.id)];

/**
 * How the client's documents stand by the files of Salesforce; where those are hidden, what stood before.
 * @throws NotConnected, OutsideError
 */
export async function lookAtDocuments(world: World, clientId: ClientId, deals: readonly LinkedDeal[], before: ClientDocuments | null): Promise<ClientDocuments | null> {
  const found = await world.clientFiles.ofRecords(recordsOf(clientId, deals));
  if (found.kind === 'hidden') return before;
  const facts = await documentFacts(world, clientId, deals);
  const seen = { asOf: world.clock.now(), sights: sightsOf(facts, readTitles(found.files, facts.rules)) };
  await keepSight(world, facts, seen);
  return clientDocuments(documentRows(facts, seen.sights), seen.asOf) ?? before;
}

export const sightsOf = (facts: DocumentFacts, files: readonly ReadFile[]): readonly DocumentSight[] =>
  facts.places.map((place) => sightOf(place, files, facts.rules.requirements[place.requirement], byHandOf(facts, place)));

/** Keeps what was seen, for a day on which Salesforce cannot be read. */
export async function keepSight({ documentSights }: World, { clientId, seen: before }: DocumentFacts, seen: SeenDocuments): Promise<void> {
  try {
    await documentSights.save({ owner: clientId, id: lastSight, list: 'all', at: seen.asOf, revision: (before?.revision ?? 0) + 1, content: seen });
  } catch (error) {
    // Somebody else looked in the same moment, and saw the same.
    if (!(error instanceof StoreConflict)) throw error;
  }
}

const tries = 3;

/** Has lists and the gate know how the documents stand; what is kept meanwhile for another reason stays. */
export async function keepDocuments({ clients }: World, clientId: ClientId, documents: ClientDocuments): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const standing = await clients.standing(clientId);
    if (standing === undefined || saysSame(standing.documents, documents)) return;
    try {
      await clients.save({ ...standing, revision: standing.revision + 1, documents });
      return;
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
    }
  }
}

/** When it was looked at is told by the next look; for that alone nothing is written. */
const saysSame = (a: ClientDocuments | null, b: ClientDocuments): boolean => a !== null && JSON.stringify({ ...a, asOf: b.asOf }) === JSON.stringify(b);
