import { contentOf, newsOf, type PlanSignal } from '../../domain/plan-signal';
import { roleIn } from '../../domain/plan-entry';
import type { World } from '../../ports/world';
import { orderSyncs } from '../planner/order-syncs';
import { changeDeal } from '../planner/save-deal';

/** Seconds for which Tempo sends again what was not answered: ten times, at most a quarter of an hour apart. */
const remembered = 4 * 3600;

/** A person's change to one of our plans has its deal looked at; an echo of our own doing, and plans of others, do not. */
export async function planChanged(world: World, signal: PlanSignal): Promise<void> {
  const { ledger, signals, settings, audit, clock } = world;
  const row = await ledger.ofPlan(signal.planId);
  if (row === undefined) return;
  const news = newsOf(signal, row);
  if (news.kind === 'echo' || !(await signals.firstSeen(`tempo:${signal.eventId}`, remembered))) return;
  try {
    const at = clock.now();
    await settings.saveLastPlanSignalAt(at);
    if (news.kind === 'overwritten') {
      const theirs = contentOf(news.theirs, row);
      await changeDeal(world, row.dealId, (deal) => ({ ...deal, crossed: [...deal.crossed.filter(({ tag }) => tag !== row.tag), { tag: row.tag, theirs }] }));
      const details = { tag: row.tag, role: roleIn(row.content), from: theirs.from, to: theirs.to };
      await audit.append(`deal:${row.dealId}`, [{ at, event: 'drift.overwritten', by: 'tempo', details }]);
    } else {
      await audit.append(`deal:${row.dealId}`, [{ at, event: 'plan.changeSeen', by: 'tempo', details: { plan: signal.planId } }]);
    }
    await orderSyncs(world, [row.dealId], 'tempo');
  } catch (error) {
    await signals.forget(`tempo:${signal.eventId}`);
    throw error;
  }
}
