import { addedUp, type Load } from '../../domain/staffing/lines';
import { risksOf } from '../../domain/staffing/risks';
import type { ProjectStaffing, StaffingRisk } from '../../domain/staffing/project-staffing';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import { loadsOnBoard, type Board } from './read-board';

/** What would be missing if the project's deals in negotiation were won, one by one. @param all what everything on the board asks for. */
function staffingRisks(board: Board, { deals, lines }: ProjectStaffing, all: readonly Load[]): readonly StaffingRisk[] {
  return risksOf(board.supply, all, deals.flatMap(({ id }) => board.deals.get(id) ?? []), lines.filter(({ to }) => to >= board.today));
}

/**
 * Works the risks of the board's projects out anew and keeps those that differ.
 * @param goesOn whether there is time for another project.
 * @returns of how many projects they changed.
 */
export async function weighRisks({ staffing }: Pick<World, 'staffing'>, board: Board, goesOn: () => boolean): Promise<number> {
  const all = addedUp(loadsOnBoard(board, board.lines));
  let changed = 0;
  for (const filed of board.projects) {
    const isNegotiated = filed.content.deals.some(({ id }) => board.deals.get(id)?.stage === 'negotiation');
    if (!isNegotiated && filed.content.risks?.length === 0) continue;
    if (!goesOn()) break;
    const risks = isNegotiated ? staffingRisks(board, filed.content, all) : [];
    if (JSON.stringify(risks) === JSON.stringify(filed.content.risks)) continue;
    try {
      await staffing.save({ ...filed, revision: filed.revision + 1, content: { ...filed.content, risks } });
      changed += 1;
    } catch (error) {
      // What the project needs has just changed; the next run weighs that.
      if (!(error instanceof StoreConflict)) throw error;
    }
  }
  return changed;
}
