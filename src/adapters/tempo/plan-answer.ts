import * as z from 'zod/mini';
import { isAccountId, isPlanId, isProjectId, type PlanId, type ProjectId } from '../../domain/ids';
import { findTag, type ActualPlan, type Assignee } from '../../domain/plan-entry';
import { isInstant, isPlainDate, type Instant } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';
import { projectIdOfIssuePlan } from './assumptions';

/** Ids are numbers in answers and strings in requests; both are read as strings. */
const id = whenFirstUsed(() => z.pipe(z.union([z.string(), z.int()]), z.transform(String)));
const absent = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** Tempo REST API 4.0, schema Plan; of what we use everything but the id may be missing. */
export const planAnswer = whenFirstUsed(() => z.object({
  id: id(),
  assignee: absent(z.object({ id: absent(id()), type: absent(z.string()) })),
  planItem: absent(z.object({ id: absent(id()), type: absent(z.string()) })),
  startDate: absent(z.string()),
  endDate: absent(z.string()),
  startTime: absent(z.string()),
  description: absent(z.string()),
  effortPersistenceType: absent(z.string()),
  plannedSecondsPerDay: absent(z.number()),
  totalPlannedSeconds: absent(z.number()),
  includeNonWorkingDays: absent(z.boolean()),
  rule: absent(z.string()),
  recurrenceEndDate: absent(z.string()),
  planApproval: absent(z.object({ status: absent(z.string()), reviewer: absent(z.object({ accountId: absent(z.string()) })) })),
  syncSource: absent(z.string()),
  updatedAt: absent(z.string()),
}));
export type PlanAnswer = z.infer<ReturnType<typeof planAnswer>>;

/** What creating answers: nothing but the id is needed of it. */
export const createdPlan = whenFirstUsed(() => z.object({ id: id() }));

/** The name of a generic resource, or undefined when Tempo no longer has it. */
export type RoleNames = (resourceId: string) => string | undefined;

const isWeekend = (day: number): boolean => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;

/** Days from one date to another, both included, without Saturdays and Sundays unless these count too. */
function workingDays(from: string, to: string, everyDay: boolean): number {
  const [first, last] = [Date.parse(from) / 86_400_000, Date.parse(to) / 86_400_000];
  let count = 0;
  for (let day = first; day <= last; day += 1) {
    if (everyDay || !isWeekend(day)) count += 1;
  }
  return count;
}

function minutesPerDayOf(plan: PlanAnswer, from: string, to: string): number | undefined {
  if (plan.effortPersistenceType !== 'TOTAL_SECONDS') {
    return typeof plan.plannedSecondsPerDay === 'number' ? Math.round(plan.plannedSecondsPerDay / 60) : undefined;
  }
  if (typeof plan.totalPlannedSeconds !== 'number') return undefined;
  const days = workingDays(from, to, plan.includeNonWorkingDays === true);
  return Math.round(plan.totalPlannedSeconds / Math.max(1, days) / 60);
}

function assigneeOf(plan: PlanAnswer, roleName: RoleNames): Assignee | undefined {
  const assigneeId = plan.assignee?.id ?? undefined;
  if (assigneeId === undefined) return undefined;
  if (plan.assignee?.type === 'GENERIC') return { kind: 'role', role: roleName(assigneeId) ?? `#${assigneeId}` };
  return plan.assignee?.type === 'USER' && isAccountId(assigneeId) ? { kind: 'person', accountId: assigneeId } : undefined;
}

function projectIdOf(plan: PlanAnswer): ProjectId | undefined {
  const itemId = plan.planItem?.id ?? '';
  const projectId = plan.planItem?.type === 'ISSUE' ? projectIdOfIssuePlan(itemId) : itemId;
  return isProjectId(projectId) ? projectId : undefined;
}

/** Tempo's instants come with and without milliseconds; one that cannot be read is as good as none. */
function instantOf(text: string | null | undefined): Instant | null {
  const time = Date.parse(text ?? '');
  if (Number.isNaN(time)) return null;
  const instant = new Date(time).toISOString();
  return isInstant(instant) ? instant : null;
}

/** Whether the plan's assignee is a generic resource, whose name has to be known to read the plan. */
export const isForRole = (plan: PlanAnswer): boolean => plan.assignee?.type === 'GENERIC';

/** Whether the plan concerns us: it lies on the project itself, or carries a tag wherever it was moved. */
export function concerns(plan: PlanAnswer, projectId: ProjectId): boolean {
  if (plan.planItem?.type === 'PROJECT') return plan.planItem.id === projectId;
  return findTag(plan.description ?? '') !== undefined;
}

/** @returns undefined where the answer lacks what a plan needs, or has it in no form that is known. */
export function actualPlan(plan: PlanAnswer, roleName: RoleNames): ActualPlan | undefined {
  const from = plan.startDate ?? '';
  const to = plan.endDate ?? '';
  if (!isPlanId(plan.id) || !isPlainDate(from) || !isPlainDate(to)) return undefined;
  const planId: PlanId = plan.id;
  const assignee = assigneeOf(plan, roleName);
  const projectId = projectIdOf(plan);
  const minutesPerDay = minutesPerDayOf(plan, from, to);
  if (assignee === undefined || projectId === undefined || minutesPerDay === undefined) return undefined;
  return {
    id: planId,
    content: { assignee, projectId, from, to, minutesPerDay, description: plan.description ?? '' },
    updatedAt: instantOf(plan.updatedAt),
    isSyncedFromIssue: plan.syncSource === 'JIRA_ISSUE',
    isApproved: plan.planApproval?.status === 'APPROVED',
  };
}
