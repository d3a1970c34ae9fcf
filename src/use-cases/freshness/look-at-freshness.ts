import { freshnessFindings, freshnessStanding, type ClientRecords, type FreshnessFinding, type FreshnessStanding } from '../../domain/freshness';
import type { ClientId, DealId } from '../../domain/ids';
import type { World } from '../../ports/world';
import { companyDay } from '../company-day';

interface Looked {
  readonly findings: readonly FreshnessFinding[];
  readonly hidden: ClientRecords['hidden'];
}

/** What of a client's records in Salesforce is missing or stale by now. @throws NotConnected, OutsideError */
export async function lookAtFreshness(world: World, clientId: ClientId, deals: readonly DealId[]): Promise<Looked> {
  const [records, mapping, today] = await Promise.all([world.clientRecords.read(clientId, deals), world.settings.mapping(), companyDay(world)]);
  return { findings: freshnessFindings(clientId, records, { mapping, today }), hidden: records.hidden };
}

/** The light part, for lists of clients. */
export const freshnessOf = async (world: World, clientId: ClientId, deals: readonly DealId[]): Promise<FreshnessStanding> => freshnessStanding((await lookAtFreshness(world, clientId, deals)).findings);
