import type { DealId, LineId } from '../../domain/ids';
import { changeLimits, effectProblem, isAbandoned, isOpen, isSameProposal, type ScopeChange, type ScopeEffect } from '../../domain/scope-change';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { IssueCall, ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { changedTo, newlyProposed, requireChange } from './filed-change';
import { readChanges } from './read-changes';

interface Proposal {
  readonly id: LineId;
  readonly title: string;
  readonly reason: string;
  readonly effect: ScopeEffect;
  /** One of the project's linked deals. */
  readonly dealId?: DealId;
}

interface Named {
  readonly id: LineId;
  readonly revision: number;
}

/**
 * Files a proposal under an id that the screen chose: sent again after a lost answer, it is not filed twice.
 * @throws UseCaseError `invalidRequest` with the field or problem, `tooLarge` where as many wait as anybody could negotiate, `conflict` where something else has that id.
 */
async function propose(world: World, call: ProjectCall, { id, title, reason, effect, dealId }: Proposal): Promise<void> {
  if (title.trim() === '') throw new UseCaseError('invalidRequest', { field: 'title' });
  const problem = effectProblem(effect);
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  const [me, at] = [await world.tracker.me(), world.clock.now()];
  const change: ScopeChange = { id, projectId: call.projectId, title: title.trim(), reason: reason.trim(), effect, ...(dealId === undefined ? {} : { dealId }), proposedBy: me, proposedAt: at, state: { kind: 'proposed' }, history: [{ at, by: me, what: 'proposed' }] };
  if (await isFiled(world, change)) return;
  if (dealId !== undefined && (await world.dealStore.link(dealId))?.projectId !== call.projectId) throw new UseCaseError('invalidRequest', { field: 'deal' });
  const open = (await world.changes.ofOwner(call.projectId)).filter(({ content }) => isOpen(content));
  if (open.length >= changeLimits.open) throw new UseCaseError('tooLarge');
  try {
    await world.changes.save(newlyProposed(change));
  } catch (error) {
    if (error instanceof StoreConflict && (await isFiled(world, change))) return;
    throw error;
  }
  await world.audit.append(`project:${call.projectId}`, [{ at, event: 'change.proposed', by: me.accountId, details: { change: id } }]);
}

/** @throws UseCaseError `conflict` where something else has its id. */
async function isFiled({ changes }: World, change: ScopeChange): Promise<boolean> {
  const there = await changes.one(change.projectId, change.id);
  if (there !== undefined && !isSameProposal(there.content, change)) throw new UseCaseError('conflict');
  return there !== undefined;
}

export async function proposeChange(world: World, call: ProjectCall, proposal: Proposal) {
  await propose(world, call, proposal);
  return readChanges(world, call);
}

/** From an issue's panel, which shows no list. */
export async function proposeFromIssue(world: World, call: IssueCall, proposal: Proposal) {
  await propose(world, call, proposal);
  return {};
}

/** The account manager takes it up with the client, or does so again where agreeing broke off for good. @throws UseCaseError `notFound`, `conflict` */
export const negotiateChange = (world: World, call: ProjectCall, { id, revision }: Named) =>
  move(world, call, { id, revision }, 'change.negotiated', ['proposed', 'abandoned'], () => ({ kind: 'negotiation' }));

/** @throws UseCaseError `invalidRequest` without a reason, `notFound`, `conflict` when somebody else decided or is agreeing to it. */
export async function declineChange(world: World, call: ProjectCall, { id, revision, reason }: Named & { readonly reason: string }) {
  if (reason.trim() === '') throw new UseCaseError('invalidRequest', { field: 'reason' });
  return move(world, call, { id, revision }, 'change.declined', ['proposed', 'negotiation', 'abandoned'], (by, at) => ({ kind: 'declined', by, at, reason: reason.trim() }));
}

/** Whoever proposed it takes it back, as long as nobody has taken it up. @throws UseCaseError `notFound`, `conflict`, `forbidden` for somebody else's. */
export async function withdrawChange(world: World, call: ProjectCall, { id, revision }: Named) {
  const { content } = await requireChange(world, call, id);
  if (content.proposedBy.accountId !== call.accountId) throw new UseCaseError('forbidden');
  return move(world, call, { id, revision }, 'change.withdrawn', ['proposed'], (_, at) => ({ kind: 'withdrawn', at }));
}

type State = Parameters<typeof changedTo>[1];

async function move(
  world: World,
  call: ProjectCall,
  { id, revision }: Named,
  event: string,
  from: readonly (State['kind'] | 'abandoned')[],
  to: (by: Parameters<typeof changedTo>[2], at: Parameters<typeof changedTo>[3]) => State,
) {
  const filed = await requireChange(world, call, id);
  if (filed.revision !== revision || !from.includes(await standingOf(world, filed.content))) throw new UseCaseError('conflict');
  const [me, at] = [await world.tracker.me(), world.clock.now()];
  await refuseConflict('conflict', () => world.changes.save(changedTo(filed, to(me, at), me, at)));
  await world.audit.append(`project:${call.projectId}`, [{ at, event, by: me.accountId, details: { change: id } }]);
  return readChanges(world, call);
}

/** Its state, or that agreeing to it broke off for good. */
async function standingOf({ guidelines, clock }: World, change: ScopeChange): Promise<State['kind'] | 'abandoned'> {
  if (change.state.kind !== 'agreeing') return change.state.kind;
  return isAbandoned(change, await guidelines.versions(change.projectId), clock.now()) ? 'abandoned' : 'agreeing';
}
