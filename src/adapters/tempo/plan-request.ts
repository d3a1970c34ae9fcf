import type { PlanContent } from '../../domain/plan-entry';
import type { PlanAnswer } from './plan-answer';

/** The body of POST and PUT /4/plans (Tempo REST API 4.0, schema PlanInput): flat, with ids as strings. */
export interface PlanRequest {
  readonly assigneeId: string;
  readonly assigneeType: 'USER' | 'GENERIC';
  readonly planItemId: string;
  readonly planItemType: 'PROJECT';
  readonly startDate: string;
  readonly endDate: string;
  readonly effortPersistenceType: 'SECONDS_PER_DAY';
  readonly plannedSecondsPerDay: number;
  readonly description: string;
  readonly includeNonWorkingDays: boolean;
  readonly startTime?: string;
  readonly rule?: string;
  readonly recurrenceEndDate?: string;
  readonly planApproval?: { readonly reviewerId: string; readonly status: string };
}

/** @param assigneeId the account id, or the id of the generic resource that stands for the role. */
export function planRequest(content: PlanContent, assigneeId: string, reviewerId: string | undefined): PlanRequest {
  return {
    assigneeId,
    assigneeType: content.assignee.kind === 'person' ? 'USER' : 'GENERIC',
    planItemId: content.projectId,
    planItemType: 'PROJECT',
    startDate: content.from,
    endDate: content.to,
    effortPersistenceType: 'SECONDS_PER_DAY',
    plannedSecondsPerDay: content.minutesPerDay * 60,
    description: content.description,
    includeNonWorkingDays: false,
    ...(reviewerId === undefined ? {} : { planApproval: { reviewerId, status: 'REQUESTED' } }),
  };
}

const isMoved = (before: PlanAnswer, after: PlanRequest): boolean =>
  before.assignee?.id !== after.assigneeId ||
  before.planItem?.id !== after.planItemId ||
  before.startDate !== after.startDate ||
  before.endDate !== after.endDate ||
  before.plannedSecondsPerDay !== after.plannedSecondsPerDay;

/** PUT replaces the whole plan, so what others set and we do not own is sent back as it stands. */
export function mergedRequest(before: PlanAnswer, wanted: PlanRequest): PlanRequest {
  const reviewerId = before.planApproval?.reviewer?.accountId ?? undefined;
  const status = isMoved(before, wanted) ? 'REQUESTED' : (before.planApproval?.status ?? 'REQUESTED');
  const isForPerson = wanted.assigneeType === 'USER';
  return {
    ...wanted,
    includeNonWorkingDays: before.includeNonWorkingDays ?? wanted.includeNonWorkingDays,
    ...(typeof before.startTime === 'string' ? { startTime: before.startTime } : {}),
    ...(typeof before.rule === 'string' ? { rule: before.rule } : {}),
    ...(typeof before.recurrenceEndDate === 'string' ? { recurrenceEndDate: before.recurrenceEndDate } : {}),
    ...(reviewerId !== undefined && isForPerson ? { planApproval: { reviewerId, status } } : {}),
  };
}
