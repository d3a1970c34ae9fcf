import type { Alternative } from '../../domain/staffing/alternatives';
import type { DealId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { staffingId } from './note-staffing';
import { seesStaffing } from './read-staffing';

/**
 * Who would be missing if a deal of the project were won, the earliest first, and what can be done about it, as storage has it.
 * Whoever sees the project but not its staffing is told of nobody.
 */
export async function readDealRisks({ staffing, tracker }: Pick<World, 'staffing' | 'tracker'>, { projectId }: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  if (!(await tracker.mayAny(seesStaffing, projectId))) return { risks: [], alternatives: [], people: [] };
  const kept = (await staffing.one(projectId, staffingId))?.content.risks ?? [];
  const risks = kept.filter((risk) => risk.dealId === dealId).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  // A later start helps against all of them, and stands with each.
  const alternatives = [...new Map(risks.flatMap((risk) => risk.alternatives.map((one) => [JSON.stringify(one), one] as const))).values()];
  const ids = new Set([...risks.flatMap(({ person }) => person ?? []), ...alternatives.flatMap(named)]);
  return {
    risks: risks.map(({ role, person, from, mostMinutes }) => ({ role, person, from, mostMinutes })),
    alternatives: [
      ...alternatives.flatMap((one) => (one.kind === 'otherHolder' ? [told(one)] : [])),
      ...alternatives.flatMap((one) => (one.kind === 'laterStart' ? [{ kind: one.kind, weeks: one.weeks, from: one.from, knownUntil: one.knownUntil }] : [])),
    ],
    people: ids.size === 0 ? [] : [...(await tracker.people([...ids]))],
  };
}

const named = (one: Alternative) => (one.kind === 'otherHolder' ? [one.accountId, ...(one.instead === null ? [] : [one.instead])] : []);

/** Those that are kept cover the whole of it. */
const told = ({ kind, role, accountId, instead, from, to, minutes }: Extract<Alternative, { readonly kind: 'otherHolder' }>) => ({ kind, role, accountId, instead, from, to, minutes });
