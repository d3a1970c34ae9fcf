import { dayAt } from '../../domain/calendar';
import type { Guidelines } from '../../domain/guidelines';
import type { DealId } from '../../domain/ids';
import { roleIn } from '../../domain/plan-entry';
import { previewRelease, type ReleasedEntry } from '../../domain/release';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { requireLink } from './link-deal';
import { viewPlan } from './view-plan';

/** What would go if the deal were lost, or unlinked, today. @throws UseCaseError `notFound` */
export async function previewDealRelease(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  await requireLink(world, call, dealId);
  const [rows, company, version] = await Promise.all([world.ledger.ofDeal(dealId), world.settings.company(), world.guidelines.current(call.projectId)]);
  const entries = previewRelease(rows, dayAt(world.clock.now(), company.timeZone));
  return { entries: entries.map((entry) => viewReleased(entry, version?.guidelines)) };
}

/** An entry that goes, with whom it is for by the guidelines as they are now. */
export function viewReleased({ lineId, what, content, endsOn }: ReleasedEntry, guidelines: Guidelines | undefined) {
  const line = guidelines?.staffing.find(({ id }) => id === lineId);
  const personName = content.assignee.kind === 'person' ? (line?.person?.name ?? null) : null;
  return { lineId, role: line?.role ?? roleIn(content), personName, what, plan: viewPlan(content), endsOn };
}
