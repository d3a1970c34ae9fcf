import { isAccountId, type AccountId, type DealId } from '../../domain/ids';
import { syncReasons, type SyncReason } from '../../domain/signal';
import type { AuditRecord } from '../../ports/audit';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { requireLink } from './link-deal';

const page = 50;

/** What was seen, decided and written for the deal, newest first. @throws UseCaseError `notFound` */
export async function readTrail(world: World, call: ProjectCall, { dealId, before }: { readonly dealId: DealId; readonly before: string | null }) {
  await requireLink(world, call, dealId);
  const { records, next } = await world.audit.read(`deal:${dealId}`, page, before);
  const people = [...new Set(records.flatMap(({ by }) => (isSignal(by) ? [] : [by])))];
  const names = new Map((people.length === 0 ? [] : await world.tracker.people(people)).map(({ accountId, name }) => [accountId, name]));
  return { records: records.map((record) => viewRecord(record, names)), next };
}

const isSignal = (by: AuditRecord['by']): by is SyncReason => syncReasons.some((reason) => reason === by);

function viewRecord({ at, event, by, details }: AuditRecord, names: ReadonlyMap<AccountId, string>) {
  if (isSignal(by)) return { at, event, by: { kind: 'signal', signal: by } as const, details };
  return { at, event, by: { kind: 'person', accountId: by, name: (isAccountId(by) ? names.get(by) : undefined) ?? null } as const, details };
}
