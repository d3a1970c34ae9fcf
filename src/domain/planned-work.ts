import type { DayOfWork } from './account-work';
import { addDays, daysBetween, earlier, later, mondayOf } from './calendar';
import type { AccountId } from './ids';
import type { PlannedWork } from './own-figures';
import type { PlainDate } from './plain-date';
import { roleIn, type ActualPlan, type PlanContent } from './plan-entry';

/** More days than these of one plan are cut off: nobody plans a person for ten years ahead. */
const longest = 3_660;

/**
 * What is planned on the working days from Monday to Friday between two days, both included, day by day.
 * @param roleOf the role that a planned person is priced by; a plan for a role is priced by it.
 */
export function plannedWork(plans: readonly ActualPlan[], from: PlainDate, to: PlainDate, roleOf: (person: AccountId) => string | null): readonly PlannedWork[] {
  return plans.flatMap(({ id, content }) => {
    const role = content.assignee.kind === 'person' ? (roleOf(content.assignee.accountId) ?? null) : roleIn(content);
    return workingDays(content, from, to).map((day) => ({ role, day, seconds: content.minutesPerDay * 60, planId: id }));
  });
}

/** The same of one person alone. */
export function plannedDays(plans: readonly ActualPlan[], from: PlainDate, to: PlainDate, author: AccountId): readonly DayOfWork[] {
  return plans.flatMap(({ content }) =>
    content.assignee.kind === 'person' && content.assignee.accountId === author ? workingDays(content, from, to).map((day) => ({ author, day, seconds: content.minutesPerDay * 60 })) : [],
  );
}

function workingDays(content: PlanContent, from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const [first, last] = [later(content.from, from), earlier(content.to, to)];
  const days = Math.min(longest, daysBetween(first, last) + 1);
  return Array.from({ length: Math.max(0, days) }, (_, at) => addDays(first, at)).filter((day) => daysBetween(mondayOf(day), day) < 5);
}
