import type { ClientId } from '../../domain/ids';
import { newestFirst, relationAlarms, relationLimits, relationStanding } from '../../domain/relation';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { companyDay } from '../company-day';
import { openClient } from '../clients/client-access';
import { keptEntries } from './kept-relation';

/** A client's relation log, the newest first. @throws UseCaseError `notFound` */
export async function readRelation(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  const { mayEdit } = await openClient(world, clientId);
  const [kept, today] = await Promise.all([keptEntries(world, clientId), companyDay(world)]);
  const standing = relationStanding(kept.map(({ content }) => content));
  return {
    mayEdit,
    today,
    standing,
    alarms: [...relationAlarms(standing, today)],
    hasMore: kept.length > relationLimits.entries,
    // Storage knows the days only.
    entries: newestFirst(kept.slice(0, relationLimits.entries).map(({ id, revision, content }) => ({ id, revision, ...content }))).map(({ id, revision, filedAt, fact }) => ({ id, revision, filedAt, fact })),
  };
}
