import { gateState, type GateDecision, type GateReview, type GateStanding } from '../../domain/gate';
import { decisionBulletin, reminderBulletin, requestBulletin } from '../../domain/gate-wording';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import { circumstances } from './circumstances';
import { refreshFilters } from './filters';
import { gateSettings } from './settings';

/** What Jira is told is for finding and for people's attention; that it could not be told takes nothing back. */
export async function attempt({ log, ids }: Pick<World, 'log' | 'ids'>, tell: () => Promise<unknown>, failed = 'gate.untold'): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (error) {
    log.error(failed, ids.next(), error);
    return false;
  }
}

type Telling = Pick<World, 'bulletins' | 'filters' | 'gate' | 'summaries' | 'settings' | 'clock' | 'log' | 'ids'>;

/** Brings what Jira finds a deliverable by up to date. */
export async function tellState(world: Telling, standing: GateStanding): Promise<void> {
  await tellProperty(world, standing);
  await refreshFilters(world);
}

/** Brings the property that Jira's filters read up to date, and remembers what it says; where that failed, the hourly look does it again. */
export async function tellProperty(world: Telling, standing: GateStanding): Promise<void> {
  const { deliverable, decision, told } = standing;
  const [summary, company] = await Promise.all([world.summaries.summary(standing.projectId), world.settings.company()]);
  const state = gateState(standing, circumstances(summary, company, world.clock.now()));
  if (state === told) return;
  if (deliverable.kind === 'issue') {
    const property = state === 'none' ? undefined : { state, validUntil: decision?.validUntil ?? null };
    if (!(await attempt(world, () => world.bulletins.setGateProperty(deliverable.issueId, property)))) return;
  }
  await attempt(world, () => remember(world, { ...standing, revision: standing.revision + 1, told: state }));
}

async function remember({ gate }: Telling, standing: GateStanding): Promise<void> {
  try {
    await gate.saveStanding(standing);
  } catch (error) {
    // Whoever changed it meanwhile tells of their own change.
    if (!(error instanceof StoreConflict)) throw error;
  }
}

/** Mentions the account manager, who published the guidelines, in a comment on the issue. */
export const tellOfRequest = (world: World, review: GateReview): Promise<void> => mention(world, review, requestBulletin);

/** Once, before the day on which the deliverable is due. */
export const remindOfRequest = (world: World, review: GateReview): Promise<void> => mention(world, review, reminderBulletin);

async function mention(world: World, review: GateReview, bulletin: typeof requestBulletin): Promise<void> {
  const { deliverable, projectId } = review;
  if (deliverable.kind !== 'issue' || !(await gateSettings(world, projectId)).tellsOfRequests) return;
  const [summary, company] = await Promise.all([world.summaries.summary(projectId), world.settings.company()]);
  const manager = summary?.guidelines?.publishedBy;
  if (manager === undefined || manager.accountId === review.requestedBy.accountId) return;
  await attempt(world, () => world.bulletins.comment(deliverable.issueId, { mentions: [manager.accountId], lines: bulletin(review, company.language) }));
}

/** Says in a comment on the issue what was decided and why. */
export async function tellOfDecision(world: World, { deliverable, requestedBy }: GateReview, decision: GateDecision): Promise<void> {
  if (deliverable.kind !== 'issue') return;
  const { language } = await world.settings.company();
  await attempt(world, () => world.bulletins.comment(deliverable.issueId, { mentions: [requestedBy.accountId], lines: decisionBulletin(decision, language) }));
}
