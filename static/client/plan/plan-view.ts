import type * as z from 'zod/mini';
import type { readPlan, readPlanVersion } from '../../../src/contract/account-plan';
import type { PlanState } from '../../../src/domain/account-plan';
import type { IconName } from '../../shared/icon';
import type { Tone } from '../../shared/lozenge';

export type PlanView = z.infer<typeof readPlan.answer>;
export type PlanVersionView = z.infer<typeof readPlanVersion.answer>;
export type PlanHead = PlanView['versions'][number];

/** By what a state is known at a glance. */
export const stateLooks: Readonly<Record<PlanState, { readonly tone: Tone; readonly icon: IconName }>> = {
  draft: { tone: 'neutral', icon: 'minus' },
  submitted: { tone: 'information', icon: 'clock' },
  validated: { tone: 'success', icon: 'check' },
  returned: { tone: 'warning', icon: 'lapsed' },
};
