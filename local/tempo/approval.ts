import type { Approval, Plan, PlanContent } from './model';

function isMoved(before: PlanContent, after: PlanContent): boolean {
  return (
    before.assigneeId !== after.assigneeId ||
    before.assigneeType !== after.assigneeType ||
    before.planItemId !== after.planItemId ||
    before.startDate !== after.startDate ||
    before.endDate !== after.endDate ||
    before.includeNonWorkingDays !== after.includeNonWorkingDays ||
    JSON.stringify(before.effort) !== JSON.stringify(after.effort)
  );
}

/** The approval of a new plan: asked for when a reviewer is named, approval is switched on, and a person is planned. */
export function approvalOfNew(content: PlanContent, reviewerId: string | undefined, requesterId: string, enabled: boolean): Approval | undefined {
  if (!enabled || reviewerId === undefined || content.assigneeType === 'GENERIC') return undefined;
  return { status: 'REQUESTED', reviewerId, requesterId };
}

/** The approval after a change: an approved or rejected plan that was moved waits for its reviewer again. */
export function approvalAfterChange(
  plan: Plan,
  content: PlanContent,
  request: { reviewerId: string | undefined; requesterId: string; enabled: boolean },
): Approval | undefined {
  if (content.assigneeType === 'GENERIC') return undefined;
  const asked = approvalOfNew(content, request.reviewerId, request.requesterId, request.enabled);
  const kept = plan.approval;
  if (kept === undefined) return asked;
  if (!request.enabled) return kept;
  const reviewerId = asked?.reviewerId ?? kept.reviewerId;
  if (reviewerId !== kept.reviewerId || isMoved(plan, content)) {
    return { status: 'REQUESTED', reviewerId, requesterId: request.requesterId };
  }
  return kept;
}
