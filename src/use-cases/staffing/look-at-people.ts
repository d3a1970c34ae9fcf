import { addDays, mondayOf } from '../../domain/calendar';
import type { AccountId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import { nextLook } from '../../domain/project-margin';
import { capacityOf, type CapacityFailure, type PersonCapacity, type WeekCapacity } from '../../domain/staffing/capacity';
import { weeksAhead } from '../../domain/staffing/weeks';
import { NotConnected, OutsideError, StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { capacityId, capacityList } from './read-board';

/** So many people's plans are asked for together. */
const together = 50;

/** What the next person would meet as well: Tempo as a whole, or a token without the scope for schedules. */
const everywhere: ReadonlySet<CapacityFailure> = new Set(['notConnected', 'unauthorised', 'refused', 'rateLimited', 'unavailable']);

/**
 * Reads people's time in the coming weeks from Tempo, and keeps it. What cannot be read leaves what was known, with the reason beside it.
 * @param before what is kept of them.
 * @param goesOn whether there is time for another person.
 * @returns how many were looked at. A Tempo that answers nobody ends it.
 */
export async function lookAtPeople(world: World, ids: readonly AccountId[], before: ReadonlyMap<AccountId, Filed<PersonCapacity>>, today: PlainDate, goesOn: () => boolean): Promise<number> {
  const monday = mondayOf(today);
  const last = addDays(monday, weeksAhead * 7 - 1);
  let looked = 0;
  for (let start = 0; start < ids.length; start += together) {
    const some = ids.slice(start, start + together);
    if (!goesOn()) break;
    const planned = await outcomeOf(world, () => world.schedules.plannedFor(some, monday, last));
    for (const accountId of some) {
      if (!goesOn()) return looked;
      const read = planned.kind === 'failed' ? planned : await outcomeOf(world, async () => weeksOf(accountId, await world.schedules.ofPerson(accountId, monday, last), planned.value));
      await keep(world, accountId, before.get(accountId), monday, read);
      looked += 1;
      if (read.kind === 'failed' && everywhere.has(read.failure)) return looked;
    }
  }
  return looked;

  function weeksOf(accountId: AccountId, schedule: Parameters<typeof capacityOf>[1], planned: Awaited<ReturnType<World['schedules']['plannedFor']>>): readonly WeekCapacity[] {
    const taken = new Map<PlainDate, number>();
    for (const one of planned) if (one.accountId === accountId) taken.set(one.day, (taken.get(one.day) ?? 0) + one.seconds);
    return capacityOf(monday, schedule, taken);
  }
}

type Outcome<Value> = { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'failed'; readonly failure: CapacityFailure };

async function outcomeOf<Value>({ log, ids }: World, ask: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: 'read', value: await ask() };
  } catch (error) {
    if (error instanceof OutsideError) return { kind: 'failed', failure: error.failure };
    if (error instanceof NotConnected) return { kind: 'failed', failure: 'notConnected' };
    log.error('capacity.failed', ids.next(), error);
    return { kind: 'failed', failure: 'unexpected' };
  }
}

async function keep(world: World, accountId: AccountId, before: Filed<PersonCapacity> | undefined, monday: PlainDate, read: Outcome<readonly WeekCapacity[]>): Promise<void> {
  const at = world.clock.now();
  const known = before?.content ?? { readAt: null, from: null, weeks: [] };
  const failure = read.kind === 'failed' ? read.failure : null;
  const content: PersonCapacity = {
    accountId,
    checkedAt: at,
    nextAt: nextLook(at, failure),
    failure,
    ...(read.kind === 'read' ? { readAt: at, from: monday, weeks: read.value } : { readAt: known.readAt, from: known.from, weeks: known.weeks }),
  };
  try {
    await world.capacities.save({ owner: accountId, id: capacityId, list: capacityList, at, revision: (before?.revision ?? 0) + 1, content });
  } catch (error) {
    // Somebody else has just looked at the same person.
    if (!(error instanceof StoreConflict)) throw error;
  }
}
