import type { ConnectionCheck } from '../domain/connection-check';
import type { PlanId, ProjectId } from '../domain/ids';
import type { PlainDate } from '../domain/plain-date';
import type { ActualPlan, PlanContent } from '../domain/plan-entry';

export type TempoRegion = 'global' | 'eu' | 'us';

export interface TempoCredentials {
  readonly region: TempoRegion;
  readonly token: string;
}

/** Tempo Planner. */
export interface Planner {
  test(credentials: TempoCredentials): Promise<readonly ConnectionCheck[]>;
  /** Whether plans of people go through an approval. */
  isApprovalOn(): Promise<boolean>;
  /** Every plan on the project that touches the days, of whomever. */
  plansOfProject(projectId: ProjectId, from: PlainDate, to: PlainDate): Promise<readonly ActualPlan[]>;
  /** Those of the plans that still exist and touch the days; one call for 200 of them. */
  plans(ids: readonly PlanId[], from: PlainDate, to: PlainDate): Promise<readonly ActualPlan[]>;
  /** One plan, or undefined when Tempo no longer has it. */
  plan(id: PlanId): Promise<ActualPlan | undefined>;
  /** Creates a plan; a role that is not yet a generic resource becomes one. */
  create(content: PlanContent, options: { readonly asksForApproval: boolean }): Promise<PlanId>;
  /** Replaces what a plan says. @throws OutsideError `missing` when it is gone. */
  update(id: PlanId, content: PlanContent, options: { readonly asksForApproval: boolean }): Promise<void>;
  /** Deletes a plan; one that is gone already is no error. */
  remove(id: PlanId): Promise<void>;
}
