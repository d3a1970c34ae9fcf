import { dayAt } from '../../domain/calendar';
import { stageOf, type DealStage } from '../../domain/deal';
import type { DocumentRules } from '../../domain/document-rules';
import { furthestStage, isSamePlace, nothingByHand, placesOf, rowOf, type DocumentByHand, type DocumentEntry, type DocumentPlace, type DocumentRow, type DocumentSight, type SeenDocuments } from '../../domain/formal-document';
import type { ClientId, DealId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import type { PlainDate } from '../../domain/plain-date';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';

/** What is known of a client's documents without Salesforce. */
export interface DocumentFacts {
  readonly clientId: ClientId;
  readonly rules: DocumentRules;
  readonly today: PlainDate;
  readonly stages: ReadonlyMap<DealId, DealStage | null>;
  readonly places: readonly DocumentPlace[];
  readonly entries: readonly Filed<DocumentEntry>[];
  readonly seen: Filed<SeenDocuments> | undefined;
}

/** The one record of what was last seen of a client's documents. */
export const lastSight = 'last';

export async function documentFacts(world: World, clientId: ClientId, deals: readonly LinkedDeal[]): Promise<DocumentFacts> {
  const [rules, mapping, company, entries, seen] = await Promise.all([
    world.documentRules.read('company'),
    world.settings.mapping(),
    world.settings.company(),
    world.formalDocuments.ofOwner(clientId),
    world.documentSights.one(clientId, lastSight),
  ]);
  const stages = new Map(deals.map(({ deal }) => [deal.id, stageOf(deal, mapping) ?? null]));
  const places = placesOf(rules, [...stages].map(([id, stage]) => ({ id, stage })));
  return { clientId, rules, today: dayAt(world.clock.now(), company.timeZone), stages, places, entries, seen };
}

export const entryOf = ({ entries }: Pick<DocumentFacts, 'entries'>, place: DocumentPlace): Filed<DocumentEntry> | undefined => entries.find(({ content }) => isSamePlace(content, place));

export const byHandOf = (facts: Pick<DocumentFacts, 'entries'>, place: DocumentPlace): DocumentByHand => entryOf(facts, place)?.content.byHand ?? nothingByHand;

/** How every document stands, by what was seen of it. */
export const documentRows = (facts: DocumentFacts, sights: readonly DocumentSight[]): readonly DocumentRow[] =>
  facts.places.map((place) =>
    rowOf(place, {
      rule: facts.rules.requirements[place.requirement],
      stage: place.dealId === null ? furthestStage([...facts.stages.values()]) : (facts.stages.get(place.dealId) ?? null),
      byHand: byHandOf(facts, place),
      sight: sights.find((sight) => isSamePlace(sight, place)),
      today: facts.today,
    }),
  );
