import type { World } from '../../ports/world';
import { lookAtPeople } from './look-at-people';
import { readBoard } from './read-board';
import { weighRisks } from './staffing-risks';

/**
 * Reads the time of everybody who could be needed and was not looked at for a day, those longest ago first, and weighs what deals in
 * negotiation would lack. A run that has no time left, or meets a Tempo that answers nobody, ends: the next one goes on.
 * @param goesOn whether there is time for more.
 */
export async function lookAfterStaffing(world: World, goesOn: () => boolean): Promise<{ readonly people: number; readonly projects: number }> {
  const board = await readBoard(world);
  const now = world.clock.now();
  const checkedAt = (accountId: Parameters<typeof board.capacities.get>[0]): string => board.capacities.get(accountId)?.content.checkedAt ?? '';
  const due = [...board.holders.keys()]
    .filter((accountId) => (board.capacities.get(accountId)?.content.nextAt ?? now) <= now)
    .sort((a, b) => (checkedAt(a) < checkedAt(b) ? -1 : 1));
  const people = await lookAtPeople(world, due, board.capacities, board.today, goesOn);
  const projects = await weighRisks(world, people === 0 ? board : await readBoard(world), goesOn);
  return { people, projects };
}
