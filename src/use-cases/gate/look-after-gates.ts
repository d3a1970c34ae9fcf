import { addDays } from '../../domain/calendar';
import { deliverableId, nameOf } from '../../domain/deliverable';
import { gateState, type GateReview } from '../../domain/gate';
import type { ProjectId } from '../../domain/ids';
import type { World } from '../../ports/world';
import { isKept } from '../is-kept';
import { attempt, remindOfRequest, tellProperty } from './bulletins';
import { circumstances } from './circumstances';
import { refreshFilters } from './filters';
import { learnGuards } from './read-guard';

/** So many at a time; an hour later it goes on behind them. */
const most = 500;

/** Each hour: reminds account managers of what is due tomorrow, once, and tells Jira's filters of what lapsed by the passing of time. */
export async function lookAfterGates(world: World): Promise<void> {
  await remind(world);
  const watched = await world.gate.watched(most);
  for (const projectId of new Set(watched.map((one) => one.projectId))) await lookAtGuards(world, projectId);
  for (const standing of watched) {
    const [summary, company] = await Promise.all([world.summaries.summary(standing.projectId), world.settings.company()]);
    const at = world.clock.now();
    const state = gateState(standing, circumstances(summary, company, at));
    if (state === standing.told) continue;
    if (state === 'lapsed' && standing.blocked === null) {
      const details = { review: standing.decision?.reviewId ?? '', deliverable: nameOf(standing.deliverable) };
      await world.audit.append(`project:${standing.projectId}`, [{ at, event: 'gate.lapsed', by: 'reconcile', details }]);
    }
    await tellProperty(world, standing);
  }
  await refreshFilters(world);
}

/** Each project once a day: what carries the gate is what says where only a go leads. */
async function lookAtGuards(world: World, projectId: ProjectId): Promise<void> {
  if (await world.signals.firstSeen(`guards:${projectId}`, 86_400)) await attempt(world, () => learnGuards(world, projectId));
}

async function remind(world: World): Promise<void> {
  const { gate, settings, clock } = world;
  const company = await settings.company();
  const { today } = circumstances(undefined, company, clock.now());
  const tomorrow = addDays(today, 1);
  for (const review of await gate.waitingAnywhere(most)) {
    if (review.dueOn === null || review.dueOn > tomorrow || review.remindedAt !== null) continue;
    if (await claimReminder(world, review)) await remindOfRequest(world, review);
  }
}

/** Kept before it is told, so that nobody is reminded twice. */
async function claimReminder({ gate, clock, audit }: World, review: GateReview): Promise<boolean> {
  const before = await gate.standing(deliverableId(review.deliverable));
  if (before?.review?.id !== review.id) return false;
  if (!(await isKept(() => gate.saveReview({ ...review, remindedAt: clock.now() }, before)))) return false;
  const details = { review: review.id, deliverable: nameOf(review.deliverable) };
  await audit.append(`project:${review.projectId}`, [{ at: clock.now(), event: 'gate.reminded', by: 'reconcile', details }]);
  return true;
}
