import type { DocumentRequirement } from '../../domain/document-rules';
import { byHandProblem, isSamePlace, nothingByHand, type DocumentByHand, type DocumentPlace } from '../../domain/formal-document';
import type { ClientId, DealId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClientToEdit, type ClientAccess } from '../clients/client-access';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { documentFacts, entryOf } from './document-facts';
import { recordsOf } from './look-at-documents';
import { readDocuments } from './read-documents';

interface SavedByHand {
  readonly clientId: ClientId;
  readonly requirement: DocumentRequirement;
  readonly dealId: DealId | null;
  readonly revision: number;
  readonly byHand: DocumentByHand;
}

/**
 * Keeps what an account manager says of a document. The same said twice is kept once.
 * @throws UseCaseError `notFound` where the document is none of the client's, as after its deal was unlinked, or with field `fileId`
 * for a file that is not there; `invalidRequest` with what is wrong; `conflict` when somebody else changed it meanwhile.
 * @throws OutsideError when a file is to be linked and Salesforce cannot be asked for it.
 */
export async function saveDocumentByHand(world: World, call: SiteCall, { clientId, requirement, dealId, revision, byHand }: SavedByHand) {
  const access = await openClientToEdit(world, clientId);
  const facts = await documentFacts(world, clientId, access.deals);
  const place: DocumentPlace = { requirement, dealId };
  if (!facts.places.some((one) => isSamePlace(one, place))) throw new UseCaseError('notFound', { field: 'document' });
  const problem = byHandProblem(byHand, facts.today);
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  const said: DocumentByHand = { ...byHand, need: byHand.need.kind === 'notNeeded' ? { kind: 'notNeeded', because: byHand.need.because.trim() } : byHand.need };
  const before = entryOf(facts, place);
  const isAgain = before?.revision === revision + 1 && saysSame(before.content.byHand, said);
  if (!isAgain) {
    if ((before?.revision ?? 0) !== revision) throw new UseCaseError('conflict');
    if (said.fileId !== (before?.content.byHand ?? nothingByHand).fileId) await requireFile(world, access, said);
    const at = world.clock.now();
    const filed = { owner: clientId, id: `${requirement}-${dealId ?? 'client'}`, list: 'all', at, revision: revision + 1, content: { ...place, byHand: said } };
    await refuseConflict('conflict', () => world.formalDocuments.save(filed));
    const details = { requirement, dealId: dealId ?? '', fileId: said.fileId ?? '', signedOn: said.signedOn ?? '', validUntil: said.validUntil ?? '', need: said.need.kind };
    await world.audit.append(`client:${clientId}`, [{ at, event: 'document.saidByHand', by: call.accountId, details }]);
  }
  return readDocuments(world, call, { clientId });
}

async function requireFile({ clientFiles }: World, { client, deals }: ClientAccess, { fileId }: DocumentByHand): Promise<void> {
  if (fileId === null) return;
  const found = await clientFiles.ofRecords(recordsOf(client.id, deals));
  if (found.kind === 'hidden' || !found.files.some(({ id }) => id === fileId)) throw new UseCaseError('notFound', { field: 'fileId' });
}

/** Key order as a request has it and as storage gives it back may differ. */
function saysSame(a: DocumentByHand, b: DocumentByHand): boolean {
  const because = ({ need }: DocumentByHand): string => (need.kind === 'notNeeded' ? need.because : '');
  return a.fileId === b.fileId && a.signedOn === b.signedOn && a.validUntil === b.validUntil && a.need.kind === b.need.kind && because(a) === because(b);
}
