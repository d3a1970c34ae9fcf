import type { CompanyRates } from '../../domain/project-margin';
import { rateLimits, rateProblems } from '../../domain/rates';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

/** What an hour of each role costs and is sold for, and in which role people are. */
export async function readRates({ margin, tracker }: World) {
  const rates = await margin.rates();
  const names = new Map((await tracker.people(rates.people.map(({ accountId }) => accountId))).map(({ accountId, name }) => [accountId, name]));
  return { revision: rates.revision, rates: rates.rates, people: rates.people.map(({ accountId, role }) => ({ person: { accountId, name: names.get(accountId) ?? '' }, role })) };
}

/** @throws UseCaseError `invalidRequest` with the place of what is wrong, `conflict` when somebody else changed them meanwhile. */
export async function saveRates(world: World, _call: SiteCall, { revision, rates, people }: Omit<CompanyRates, 'changedAt'>) {
  const [wrong] = rateProblems(rates).keys();
  if (wrong !== undefined || rates.length > rateLimits.rates) throw new UseCaseError('invalidRequest', { field: `rates.${wrong ?? rateLimits.rates}` });
  if (new Set(people.map(({ accountId }) => accountId)).size !== people.length) throw new UseCaseError('invalidRequest', { field: 'people' });
  await refuseConflict('conflict', () => world.margin.saveRates({ revision: revision + 1, changedAt: world.clock.now(), rates, people }));
  return readRates(world);
}
