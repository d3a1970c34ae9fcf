import type { GuidelinesVersion } from '../../domain/guidelines';
import type { LineId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { applyEffect, publishedBy, type ScopeChange } from '../../domain/scope-change';
import { StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { publishVersion } from '../guidelines/publish-version';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { changedTo, requireChange } from './filed-change';
import { readChanges } from './read-changes';

/** How often guidelines are worked out anew that crossed somebody else's. */
const tries = 4;

/**
 * Agrees to a change, which publishes the next guidelines with it. Once, however often it is pressed and wherever it breaks off: the
 * version carries the change's id, so doing it again finds it and only finishes.
 * @throws UseCaseError `notFound`, `conflict` when somebody else decided meanwhile, `invalidRequest` with the problem as field where the guidelines cannot take it.
 */
export async function agreeChange(world: World, call: ProjectCall, { id, revision, reason }: { readonly id: LineId; readonly revision: number; readonly reason: string }) {
  const filed = await requireChange(world, call, id);
  const { kind } = filed.content.state;
  if (filed.revision !== revision || (kind !== 'proposed' && kind !== 'negotiation' && kind !== 'agreeing')) throw new UseCaseError('conflict');
  const [me, versions] = await Promise.all([world.tracker.me(), world.guidelines.versions(call.projectId)]);
  if (publishedBy(versions, id) === undefined) requireApplied(versions[0], filed.content);
  const at = world.clock.now();
  const claimed = changedTo(filed, { kind: 'agreeing', by: me, at, reason: reason.trim() }, me, at);
  await refuseConflict('conflict', () => world.changes.save(claimed));
  const version = await publishWith(world, call, claimed, me);
  const agreed = changedTo(claimed, { kind: 'agreed', by: me, at: world.clock.now(), reason: reason.trim(), version: version.version }, me, world.clock.now());
  await refuseConflict('conflict', () => world.changes.save(agreed));
  await world.audit.append(`project:${call.projectId}`, [{ at: world.clock.now(), event: 'change.agreed', by: me.accountId, details: { change: id, version: String(version.version) } }]);
  return readChanges(world, call);
}

async function publishWith(world: World, { projectId }: ProjectCall, claimed: Filed<ScopeChange>, me: Person): Promise<GuidelinesVersion> {
  const { id, title } = claimed.content;
  for (let attempt = 1; ; attempt += 1) {
    const [versions, stored] = await Promise.all([world.guidelines.versions(projectId), world.guidelines.draft(projectId)]);
    const published = publishedBy(versions, id);
    if (published !== undefined) return published;
    const guidelines = requireApplied(versions[0], claimed.content);
    const revision = stored?.revision ?? 0;
    // What the account manager was writing stays; its revision goes on, so that an editor that is open is told.
    const next = { revision: revision + 1, savedAt: world.clock.now(), savedBy: stored?.savedBy ?? me, draft: stored?.draft ?? null };
    try {
      return await publishVersion(world, projectId, { guidelines, publishedBy: me, earlier: versions, draft: { expected: revision, next }, change: { id, title } });
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === tries) throw error;
    }
  }
}

function requireApplied(current: GuidelinesVersion | undefined, { effect }: ScopeChange) {
  if (current === undefined) throw new UseCaseError('invalidRequest', { field: 'noGuidelines' });
  const applied = applyEffect(current.guidelines, effect);
  if (applied.kind === 'refused') throw new UseCaseError('invalidRequest', { field: applied.problem });
  return applied.guidelines;
}
