import type { ActualPlan } from '../../domain/plan-entry';
import type { PlainDate } from '../../domain/plain-date';
import { crossedDrift, planSync, writesOf } from '../../domain/sync-plan';
import type { World } from '../../ports/world';
import { applySteps } from './apply-steps';
import type { Known, Wanted } from './underway';

/** Makes Tempo hold what the deal wants, but where a person changed an entry: that is said, and waits for a choice. */
export async function bringInStep(
  world: Pick<World, 'planner' | 'ledger' | 'clock'>,
  { underway, known, stage, desired, rows }: Wanted,
  plans: readonly ActualPlan[],
  today: PlainDate,
): Promise<Pick<Known, 'sync' | 'drift' | 'crossed'>> {
  const { link, note } = underway;
  const plan = planSync(desired, rows, plans, today);
  const { steps } = plan;
  const crossed = crossedDrift(link.crossed, plan, rows);
  const drift = [...plan.drift, ...crossed];
  const { created, changed, released } = writesOf(steps);
  if (created + changed + released > 0) note('entries.planned', { stage, created: String(created), changed: String(changed), released: String(released) });
  await applySteps(world, { dealId: known.deal.id, projectId: link.projectId }, steps, underway);
  const since = world.clock.now();
  const stillCrossed = link.crossed.filter(({ tag }) => crossed.some(({ row }) => row.tag === tag));
  if (drift.length === 0) return { sync: { kind: 'inStep', since }, drift: [], crossed: stillCrossed };
  if (link.sync.kind !== 'drifted' || link.sync.entries !== drift.length) note('entries.drifted', { entries: String(drift.length) });
  return {
    sync: { kind: 'drifted', entries: drift.length, since },
    drift: drift.map(({ row, theirs, ours }) => ({ tag: row.tag, theirs, ours, chosen: null })),
    crossed: stillCrossed,
  };
}
