import { dayAt } from '../../domain/calendar';
import { grouped } from '../../domain/grouped';
import type { DealId } from '../../domain/ids';
import { roleIn } from '../../domain/plan-entry';
import { planSync } from '../../domain/sync-plan';
import type { World } from '../../ports/world';
import { applySteps } from './apply-steps';
import { readPlans } from './read-plans';

/** A deal that is no longer linked wants no entries: what is left of them is released, the past stays. */
export async function releaseUnlinked(world: World, dealId: DealId): Promise<void> {
  const rows = (await world.ledger.ofDeal(dealId)).filter((row) => row.state !== 'released');
  const company = await world.settings.company();
  const today = dayAt(world.clock.now(), company.timeZone);
  for (const [projectId, rowsOfProject] of grouped(rows, (row) => row.projectId)) {
    const deal = { desired: [], rows: rowsOfProject, known: { deal: { id: dealId } }, underway: { link: { projectId, sync: { kind: 'inStep' } } } };
    const plans = await readPlans(world.planner, [deal], today);
    const { steps, drift } = planSync([], rowsOfProject, plans.get(dealId) ?? [], today);
    const record = (event: string, details: Readonly<Record<string, string>>) => ({ at: world.clock.now(), event, by: 'unlink' as const, details });
    await applySteps(world, { dealId, projectId }, steps, {
      record,
      note: (event, details) => world.log.info(event, { deal: dealId, ...details }),
    });
    // What a person changed is left to them: nobody is there any more who could choose.
    for (const { row, theirs } of drift) {
      const { tag, lineId, planId } = row;
      const left = { tag, dealId, projectId, lineId, state: 'released', planId, content: theirs ?? row.content } as const;
      await world.ledger.save(left, record('entry.left', { tag, role: roleIn(row.content), plan: planId }));
    }
  }
}
