import { deliverableId, nameOf, type DeliverableId } from '../../domain/deliverable';
import { withMove, withReview, type GateStanding } from '../../domain/gate';
import type { ProjectId } from '../../domain/ids';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import { tellState } from './bulletins';

const tries = 5;

/**
 * A deliverable is no longer in the project in which it was reviewed, or is gone: its request is withdrawn and its go ends for good,
 * because nobody knows what was done to it elsewhere before it comes back.
 * @param now the project in which it is; undefined when it is gone.
 */
export async function deliverableLeft(world: World, id: DeliverableId, now: ProjectId | undefined): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await world.gate.standing(id);
    if (before === undefined || before.projectId === now) return;
    const after = await kept(world, before);
    if (after === 'crossed') continue;
    if (after !== before) await world.audit.append(`project:${after.projectId}`, [record(world, after)]);
    await tellState(world, after);
    return;
  }
}

async function kept({ gate, clock }: World, before: GateStanding): Promise<GateStanding | 'crossed'> {
  const { review } = before;
  try {
    const withdrawn = review?.state === 'waiting' ? { ...review, state: 'withdrawn' as const } : undefined;
    if (withdrawn !== undefined) await gate.saveReview(withdrawn, before);
    const asked = withdrawn === undefined ? before : withReview(before, withdrawn);
    const after = withMove(asked, clock.now());
    if (after !== asked) await gate.saveStanding(after);
    return after;
  } catch (error) {
    if (error instanceof StoreConflict) return 'crossed';
    throw error;
  }
}

const record = ({ clock }: World, { deliverable, review }: GateStanding) =>
  ({ at: clock.now(), event: 'gate.left', by: 'project', details: { review: review?.id ?? '', deliverable: nameOf(deliverable), id: deliverableId(deliverable) } }) as const;
