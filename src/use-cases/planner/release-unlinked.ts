import { dayAt } from '../../domain/calendar';
import type { DealId, ProjectId } from '../../domain/ids';
import type { LedgerRow } from '../../domain/plan-entry';
import { planSync } from '../../domain/sync-plan';
import type { AuditRecord, World } from '../../ports';
import { applySteps } from './apply-steps';
import { readPlans } from './read-plans';

/** A deal that is no longer linked wants no entries: what is left of them is released, the past stays. */
export async function releaseUnlinked(world: World, dealId: DealId): Promise<void> {
  const rows = (await world.ledger.ofDeal(dealId)).filter((row) => row.state !== 'released');
  const projects = new Map<ProjectId, LedgerRow[]>();
  for (const row of rows) projects.set(row.projectId, [...(projects.get(row.projectId) ?? []), row]);

  const company = await world.settings.company();
  const today = dayAt(world.clock.now(), company.timeZone);
  const trail: AuditRecord[] = [];
  for (const [projectId, rowsOfProject] of projects) {
    const plans = await readPlans(world.planner, projectId, [], rowsOfProject, today);
    const { steps } = planSync([], rowsOfProject, plans, today);
    await applySteps(world, { dealId, projectId }, steps, (event, details) => {
      trail.push({ at: world.clock.now(), event, by: 'unlink', details });
    });
  }
  if (trail.length > 0) await world.audit.append(`deal:${dealId}`, trail);
}
