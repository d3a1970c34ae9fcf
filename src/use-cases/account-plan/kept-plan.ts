import type { PlanVersion } from '../../domain/account-plan';
import type { ClientId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';

/** A version's id among the client's. */
const idOf = ({ year, number }: Pick<PlanVersion, 'year' | 'number'>): string => `${year}-${number}`;

export const planAt = ({ plans }: Pick<World, 'plans'>, clientId: ClientId, year: number, number: number): Promise<Filed<PlanVersion> | undefined> => plans.one(clientId, idOf({ year, number }));

/** The versions of a year, the newest first. */
export async function plansOf({ plans }: Pick<World, 'plans'>, clientId: ClientId, year: number): Promise<readonly Filed<PlanVersion>[]> {
  return (await plans.ofOwner(clientId)).filter(({ content }) => content.year === year).sort((a, b) => b.content.number - a.content.number);
}

/** A new version, which must not be there yet. */
export const newlyKept = (content: PlanVersion, at: Instant): Filed<PlanVersion> => ({ owner: content.clientId, id: idOf(content), list: content.state, at, revision: 1, content });

/** As the next revision, in the list where it stands by now: what waits is sorted by since when. */
export const keptAs = (before: Filed<PlanVersion>, content: PlanVersion, at: Instant): Filed<PlanVersion> => ({ ...before, list: content.state, at, revision: before.revision + 1, content });
