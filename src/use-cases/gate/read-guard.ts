import { deliverableId, isDeliverableId } from '../../domain/deliverable';
import type { ProjectId } from '../../domain/ids';
import type { GuardedTransition } from '../../ports/workflows';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

/** How far back the trail is searched. */
const recent = 100;

/** Whether Jira enforces the gate in the project. What once carried it and does no longer is remembered until it does again. */
export async function readGuard(world: World, { projectId }: ProjectCall) {
  const [{ guarded, removed }, bypassed] = await Promise.all([learnGuards(world, projectId), bypassedIn(world, projectId)]);
  return { guarded: guarded.map(shown), removed: removed.map(shown), bypassed };
}

/** Looks which transitions carry the gate, remembers them, and puts it on record when a rule was taken away since the last look. */
export async function learnGuards({ workflows, gate, audit, clock }: World, projectId: ProjectId) {
  const [guarded, seen] = await Promise.all([workflows.guarded(projectId), gate.seenGuards(projectId)]);
  const isGuarded = (one: GuardedTransition): boolean => guarded.some((other) => isSame(one, other));
  const removed = seen.filter((one) => !isGuarded(one)).map((one) => ({ ...one, isRemoved: true }));
  const known = [...guarded.map((one) => ({ ...one, isRemoved: false })), ...removed];
  if (JSON.stringify(known) !== JSON.stringify(seen)) await gate.keepSeenGuards(projectId, known);
  const events = seen
    .filter((one) => !one.isRemoved && !isGuarded(one))
    .map(({ workflow, transition }) => ({ at: clock.now(), event: 'gate.unguarded', by: 'project' as const, details: { workflow, transition } }));
  if (events.length > 0) await audit.append(`project:${projectId}`, events);
  return { guarded, removed };
}

/** What was handed over without a go and has had no decision since, newest first. */
async function bypassedIn({ audit, gate }: World, projectId: ProjectId) {
  const { records } = await audit.read(`project:${projectId}`, recent, null);
  const seen = records.flatMap(({ event, at, details: { id = '', deliverable = '' } }) => (event === 'gate.bypassed' && isDeliverableId(id) ? [{ id, deliverable, at }] : []));
  const latest = [...new Map([...seen].reverse().map((one) => [one.id, one])).values()].reverse();
  const standings = await gate.standings(latest.map(({ id }) => id));
  return latest
    .filter(({ id, at }) => !standings.some((one) => deliverableId(one.deliverable) === id && one.decision !== null && one.decision.decidedAt > at))
    .map(({ deliverable, at }) => ({ deliverable, at }));
}

const shown = ({ workflow, transition, requirement }: GuardedTransition) => ({ workflow, transition, requirement });

const isSame = (a: GuardedTransition, b: GuardedTransition): boolean => a.workflow === b.workflow && a.transition === b.transition;
