import type { ClientId } from '../../domain/ids';
import { unseen } from '../../domain/client-standing';
import { relationLimits, relationStanding, type RelationEntry, type RelationStanding } from '../../domain/relation';
import { StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';

const tries = 3;

/** The newest entries of a client's log, as many as are shown. */
export const keptEntries = ({ relation }: Pick<World, 'relation'>, clientId: ClientId): Promise<readonly Filed<RelationEntry>[]> => relation.ofOwner(clientId, relationLimits.entries + 1);

/** How the relation with a client stands by its log. */
export const relationOf = async (world: Pick<World, 'relation'>, clientId: ClientId): Promise<RelationStanding> => relationStanding((await keptEntries(world, clientId)).map(({ content }) => content));

/** Has lists of clients know of a change in the log at once. Where others keep changing the standing, the day's look does it. */
export async function noteRelation(world: Pick<World, 'relation' | 'clients'>, clientId: ClientId): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = (await world.clients.standing(clientId)) ?? unseen(clientId);
    const relation = await relationOf(world, clientId);
    try {
      await world.clients.save({ ...before, revision: before.revision + 1, relation });
      return;
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
    }
  }
}
