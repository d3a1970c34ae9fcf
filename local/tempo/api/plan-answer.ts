import type { Plan } from '../model';
import { daysInScope, plannedDays, totalSeconds } from '../planned-time';
import type { TempoStore } from '../store/tempo-store';

export interface PlanView {
  /** The window that "in scope" refers to; an absent bound is open. */
  readonly scope: { readonly from?: string | undefined; readonly to?: string | undefined };
  /** Whether the days are listed; a list of plans leaves them out unless asked. */
  readonly daily: boolean;
}

function user(accountId: string | undefined): { accountId: string } | undefined {
  return accountId === undefined ? undefined : { accountId };
}

/**
 * A plan as the API tells it: nested, with a numeric id (Tempo REST API 4.0, schema Plan).
 * @param origin scheme and host of the addresses in it
 */
export function planAnswer(origin: string, store: TempoStore, plan: Plan, view: PlanView): object {
  const days = plannedDays(store, plan);
  const scoped = daysInScope(days, view.scope);
  const self = `${origin}/4/plans/${plan.id}`;
  const assigneePath = plan.assigneeType === 'USER' ? 'plans/user' : 'generic-resources';
  const itemPath = plan.planItemType === 'PROJECT' ? 'project' : 'issue';
  return {
    self,
    id: plan.id,
    assignee: {
      self: `${origin}/4/${assigneePath}/${encodeURIComponent(plan.assigneeId)}`,
      id: plan.assigneeId,
      type: plan.assigneeType,
    },
    planItem: { self: `${origin}/rest/api/2/${itemPath}/${plan.planItemId}`, id: plan.planItemId, type: plan.planItemType },
    startDate: plan.startDate,
    endDate: plan.endDate,
    ...(plan.startTime === undefined ? {} : { startTime: plan.startTime }),
    description: plan.description,
    effortPersistenceType: plan.effort.type,
    ...(plan.effort.type === 'SECONDS_PER_DAY' ? { plannedSecondsPerDay: plan.effort.plannedSecondsPerDay } : {}),
    totalPlannedSeconds: plan.effort.type === 'TOTAL_SECONDS' ? plan.effort.plannedSeconds : totalSeconds(days),
    totalPlannedSecondsInScope: totalSeconds(scoped),
    includeNonWorkingDays: plan.includeNonWorkingDays,
    rule: 'NEVER',
    ...(plan.approval === undefined
      ? {}
      : {
          planApproval: {
            status: plan.approval.status,
            requester: user(plan.approval.requesterId),
            reviewer: user(plan.approval.reviewerId),
            actor: user(plan.approval.actorId ?? plan.approval.requesterId),
          },
        }),
    planCreatorId: plan.creatorId,
    syncSource: 'NONE',
    createdAt: plan.createdAt,
    updatedAt: plan.updatedAt,
    plannedTime: {
      metadata: { all: `${self}?from=${plan.startDate}&to=${plan.endDate}` },
      ...(view.daily
        ? { days: { count: scoped.length, values: scoped.map((day) => ({ date: day.date, plannedSeconds: day.seconds })) } }
        : {}),
    },
  };
}
