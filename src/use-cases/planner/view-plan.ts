import type { PlanContent } from '../../domain/plan-entry';

/** A plan as screens see it. */
export const viewPlan = ({ assignee, from, to, minutesPerDay }: PlanContent) => ({ assignee, from, to, minutesPerDay });
