import type { Company } from '../../ports/settings-store';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { followedBySweep } from '../planner/order-sweep';
import { unsubscribe } from '../signals/subscribe';
import { UseCaseError } from '../use-case-error';
import { readSettings } from './read-settings';

/** Forgets the credentials of one system; links, guidelines and the ledger stay. */
export async function disconnect(world: World, _call: SiteCall, { system }: { readonly system: 'salesforce' | 'tempo' }) {
  if (system === 'salesforce') {
    await world.secrets.saveSalesforceSecret(undefined);
    await world.settings.saveSalesforce(undefined);
  } else {
    await unsubscribe(world);
    await world.secrets.saveTempoToken(undefined);
    await world.settings.saveTempo(undefined);
  }
  return readSettings(world);
}


/** @throws UseCaseError `invalidRequest` for a time zone that does not exist. */
export async function setCompany(world: World, _call: SiteCall, company: Company) {
  if (!isTimeZone(company.timeZone)) throw new UseCaseError('invalidRequest', { field: 'timeZone' });
  const before = await world.settings.company();
  const isSame = before.language === company.language && before.timeZone === company.timeZone;
  await followedBySweep(world, isSame ? [] : null, () => world.settings.saveCompany(company));
  return readSettings(world);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
