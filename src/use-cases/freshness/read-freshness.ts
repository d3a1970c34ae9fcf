import { freshnessThresholds } from '../../domain/freshness';
import type { ClientId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClient } from '../clients/client-access';
import { lookAtFreshness } from './look-at-freshness';

/** What is to be put right in Salesforce, read now. @throws UseCaseError `notFound`; NotConnected, OutsideError */
export async function readFreshness(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  const { deals } = await openClient(world, clientId);
  const { findings, hidden } = await lookAtFreshness(world, clientId, deals.map(({ deal }) => deal.id));
  return { findings: [...findings], hidden: [...hidden], untouchedDays: freshnessThresholds.untouchedDays };
}
