import type { ClientFailure } from '../../domain/client-standing';
import { byConcern, clientDocuments, completeness, documentLimits, filesFor, isSamePlace, readTitles, type DocumentSight, type ReadFile } from '../../domain/formal-document';
import type { ClientId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import { NotConnected, OutsideError } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { recordsAt } from '../clients/records-at';
import { openClient, type ClientAccess } from '../clients/client-access';
import { byHandOf, documentFacts, documentRows, entryOf, type DocumentFacts } from './document-facts';
import { keepDocuments, keepSight, recordsOf, sightsOf } from './look-at-documents';

export type DocumentsFailure = ClientFailure | 'filesHidden';

interface Looked {
  /** Null where Salesforce could not be read now. */
  readonly files: readonly ReadFile[] | null;
  readonly sights: readonly DocumentSight[];
  /** When what is shown was seen; null is never. */
  readonly asOf: Instant | null;
  readonly failure: DocumentsFailure | null;
}

/**
 * A client's formal documents as Salesforce has them now; where it cannot be read, as it was last seen, with the reason.
 * @throws UseCaseError `notFound`
 */
export async function readDocuments(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  const access = await openClient(world, clientId);
  const facts = await documentFacts(world, clientId, access.deals);
  const looked = await look(world, facts, access);
  const rows = documentRows(facts, looked.sights);
  const documents = looked.asOf === null ? undefined : clientDocuments(rows, looked.asOf);
  if (documents !== undefined) await keepDocuments(world, clientId, documents);
  const nameOf = new Map(access.deals.map(({ deal }) => [deal.id, deal.name]));
  const shown = [...rows].sort(byConcern).map(({ dealId, ...row }) => {
    const place = { requirement: row.requirement, dealId };
    const rule = facts.rules.requirements[row.requirement];
    const byHand = byHandOf(facts, place);
    const sight = looked.sights.find((one) => isSamePlace(one, place));
    const found = filesFor(place, looked.files ?? [], rule, byHand).map(({ file }) => file.id);
    return {
      ...row,
      deal: dealId === null ? null : { id: dealId, name: nameOf.get(dealId) ?? dealId },
      requiredFrom: rule.requiredFrom,
      mustBeSigned: rule.mustBeSigned,
      fileId: sight?.fileId ?? null,
      others: found.filter((id) => id !== sight?.fileId),
      isLinkGone: sight?.isLinkGone ?? false,
      revision: entryOf(facts, place)?.revision ?? 0,
      byHand,
    };
  });
  const files = (looked.files ?? []).map(({ file }) => file);
  const named = new Set(shown.flatMap(({ fileId, others }) => [fileId, ...others]));
  return {
    today: facts.today,
    mayEdit: access.mayEdit,
    recordsAt: await recordsAt(world),
    percent: completeness(rows),
    asOf: looked.asOf,
    failure: looked.failure,
    rows: shown,
    files: files.filter(({ id }, place) => place < documentLimits.files || named.has(id)).map(({ id, title, extension, size, modifiedAt }) => ({ id, title, extension, size, modifiedAt })),
    hasMoreFiles: files.length > documentLimits.files,
  };
}

async function look(world: World, facts: DocumentFacts, { deals }: ClientAccess): Promise<Looked> {
  const found = await filesOrFailure(world, facts, deals);
  if (typeof found === 'string') return { files: null, sights: facts.seen?.content.sights ?? [], asOf: facts.seen?.content.asOf ?? null, failure: found };
  const seen = { asOf: world.clock.now(), sights: sightsOf(facts, found) };
  if (JSON.stringify(seen.sights) !== JSON.stringify(facts.seen?.content.sights)) await keepSight(world, facts, seen);
  return { files: found, ...seen, failure: null };
}

async function filesOrFailure({ clientFiles }: World, { clientId, rules }: DocumentFacts, deals: ClientAccess['deals']): Promise<readonly ReadFile[] | DocumentsFailure> {
  try {
    const found = await clientFiles.ofRecords(recordsOf(clientId, deals));
    return found.kind === 'hidden' ? 'filesHidden' : readTitles(found.files, rules);
  } catch (error) {
    if (error instanceof NotConnected) return 'notConnected';
    if (error instanceof OutsideError) return error.failure;
    throw error;
  }
}
