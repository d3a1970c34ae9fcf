import type { ClientId, LineId } from '../../domain/ids';
import { isOpenNeed, listOfFact, relationProblem, tidyFact, type RelationEntry, type RelationFact } from '../../domain/relation';
import { StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { companyDay } from '../company-day';
import type { SiteCall } from '../call';
import { openClientToEdit } from '../clients/client-access';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { noteRelation } from './kept-relation';
import { readRelation } from './read-relation';

interface Named {
  readonly clientId: ClientId;
  readonly id: LineId;
}

/**
 * Files a fact under an id that the screen chose: sent again after a lost answer, it is not filed twice.
 * @throws UseCaseError `notFound`, `forbidden`, `invalidRequest` with what is wrong, `conflict` where something else has that id.
 */
export async function fileRelation(world: World, call: SiteCall, { clientId, id, fact }: Named & { readonly fact: RelationFact }) {
  await openClientToEdit(world, clientId);
  const tidy = await accepted(world, fact);
  const content: RelationEntry = { fact: tidy, filedBy: call.accountId, filedAt: world.clock.now() };
  try {
    await world.relation.save({ owner: clientId, id, list: listOfFact(tidy), at: tidy.on, revision: 1, content });
    await tell(world, call, clientId, 'relation.filed', id, tidy);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    const there = await world.relation.one(clientId, id);
    if (there?.content.filedBy !== call.accountId || !isSameFact(there.content.fact, tidy)) throw new UseCaseError('conflict');
  }
  return changed(world, call, clientId);
}

/** Changes a fact, or answers a need. @throws UseCaseError as `fileRelation`, and `conflict` when somebody else changed it meanwhile. */
export async function changeRelation(world: World, call: SiteCall, { clientId, id, revision, fact }: Named & { readonly revision: number; readonly fact: RelationFact }) {
  await openClientToEdit(world, clientId);
  const before = await entryAt(world, clientId, id, revision);
  const tidy = await accepted(world, fact);
  if (isSameFact(before.content.fact, tidy)) return readRelation(world, call, { clientId });
  await refuseConflict('conflict', () => world.relation.save({ ...before, list: listOfFact(tidy), at: tidy.on, revision: revision + 1, content: { ...before.content, fact: tidy } }));
  const isAnswer = isOpenNeed(before.content.fact) && tidy.kind === 'need' && tidy.answer !== null;
  await tell(world, call, clientId, isAnswer ? 'relation.answered' : 'relation.changed', id, tidy);
  return changed(world, call, clientId);
}

/** @throws UseCaseError `notFound`, `forbidden`, `conflict` */
export async function removeRelation(world: World, call: SiteCall, { clientId, id, revision }: Named & { readonly revision: number }) {
  await openClientToEdit(world, clientId);
  const { content: { fact } } = await entryAt(world, clientId, id, revision);
  await refuseConflict('conflict', () => world.relation.remove(clientId, id, revision));
  await tell(world, call, clientId, 'relation.removed', id, fact);
  return changed(world, call, clientId);
}

async function accepted(world: World, fact: RelationFact): Promise<RelationFact> {
  const problem = relationProblem(fact, await companyDay(world));
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  return tidyFact(fact);
}

async function entryAt({ relation }: World, clientId: ClientId, id: LineId, revision: number): Promise<Filed<RelationEntry>> {
  const kept = await relation.one(clientId, id);
  if (kept === undefined) throw new UseCaseError('notFound');
  if (kept.revision !== revision) throw new UseCaseError('conflict');
  return kept;
}

/** What was said is not repeated in the trail: somebody may have it deleted. */
const tell = ({ audit, clock }: World, { accountId }: SiteCall, clientId: ClientId, event: string, id: LineId, { kind, on }: RelationFact): Promise<void> =>
  audit.append(`client:${clientId}`, [{ at: clock.now(), event, by: accountId, details: { id, kind, on } }]);

async function changed(world: World, call: SiteCall, clientId: ClientId) {
  await noteRelation(world, clientId);
  return readRelation(world, call, { clientId });
}

function isSameFact(a: RelationFact, b: RelationFact): boolean {
  if (a.kind !== b.kind || a.on !== b.on || a.text !== b.text) return false;
  if (a.kind === 'satisfaction') return b.kind === 'satisfaction' && a.score.scale === b.score.scale && a.score.value === b.score.value;
  if (a.kind === 'reference') return b.kind === 'reference' && a.place === b.place;
  if (a.kind === 'need') return b.kind === 'need' && a.answer?.on === b.answer?.on && a.answer?.text === b.answer?.text;
  return true;
}
