import { urgencyOf, type AttentionItem, type Subject } from '../../domain/attention/attention-item';
import { projectsOfRow } from '../../domain/attention/portfolio-row';
import { others, snoozeProblem, withSnooze, withoutSnooze } from '../../domain/attention/snooze';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { companyDay } from '../company-day';
import { seesClient } from '../clients/client-access';
import { UseCaseError } from '../use-case-error';
import { changeOwn } from './change-own';

export interface ItemChoice {
  readonly subject: Subject;
  readonly itemId: string;
}

/**
 * Puts an item off until a day, for the caller alone, with a reason. It comes back on that day, or before it when it grows more urgent.
 * @throws UseCaseError `notFound` where it does not wait any more or the caller may not see it, `invalidRequest` with what is wrong.
 */
export async function snoozeItem(world: World, { accountId }: SiteCall, { subject, itemId, until, reason }: ItemChoice & { readonly until: PlainDate; readonly reason: string }) {
  const [item, today] = await Promise.all([waitingItem(world, subject, itemId), companyDay(world)]);
  await changeOwn(world.snoozes, accountId, (before) => {
    const problem = snoozeProblem({ until, reason }, others(before, subject, itemId, today), today);
    if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
    return withSnooze(before, { subject, itemId, until, reason, urgency: urgencyOf(item, today), at: world.clock.now() }, today);
  });
  return {};
}

/** Puts an item back on the caller's list; one that was not put off stays where it is. */
export async function wakeItem(world: World, { accountId }: SiteCall, { subject, itemId }: ItemChoice) {
  const today = await companyDay(world);
  await changeOwn(world.snoozes, accountId, (before) => withoutSnooze(before, subject, itemId, today));
  return {};
}

async function waitingItem({ portfolio, tracker }: World, subject: Subject, itemId: string): Promise<AttentionItem> {
  const row = await portfolio.row(subject);
  const item = row?.attention.find(({ id }) => id === itemId);
  if (row === undefined || item === undefined || (await tracker.projectsWithAny(seesClient, projectsOfRow(row))).size === 0) throw new UseCaseError('notFound');
  return item;
}
