import type { ClientId } from '../../domain/ids';
import type { Month } from '../../domain/month';
import { canStore, stateOfReport } from '../../domain/month-report';
import type { ReportWords } from '../../domain/report-facts';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClient, openClientToEdit } from '../clients/client-access';
import { recordsAt } from '../clients/records-at';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { ensureReport, renewFacts } from './draft-report';
import { filedAs, reportOf } from './filed-report';
import { viewReport } from './report-view';
import { storeReport } from './store-report';

interface Named {
  readonly clientId: ClientId;
  readonly month: Month;
}
interface Changing extends Named {
  readonly revision: number;
}

/** The report; an account manager who opens one that nobody began begins it. @throws UseCaseError `notFound` for others then, `invalidRequest` for a month that is not reported on. */
export async function openReport(world: World, _call: SiteCall, { clientId, month }: Named) {
  const access = await openClient(world, clientId);
  const filed = access.mayEdit ? await ensureReport(world, access, month) : await reportOf(world, clientId, month);
  if (filed === undefined) throw new UseCaseError('notFound');
  return viewReport(world, filed, access.client, access.mayEdit);
}

/** Gathers the facts anew. @throws UseCaseError `conflict` */
export async function renewReport(world: World, _call: SiteCall, request: Changing) {
  const { access, filed } = await toChange(world, request);
  const renewed = await refuseConflict('conflict', () => renewFacts(world, access, filed));
  return viewReport(world, renewed, access.client, true);
}

/** @throws UseCaseError `conflict` when somebody else changed the report meanwhile. */
export async function saveReportWords(world: World, _call: SiteCall, { words, ...request }: Changing & { readonly words: ReportWords }) {
  const { access, filed } = await toChange(world, request);
  const { content } = filed;
  if (JSON.stringify(words) === JSON.stringify(content.words)) return viewReport(world, filed, access.client, true);
  const saved = filedAs(filed, { ...content, words, edition: content.edition + 1 });
  await refuseConflict('conflict', () => world.reports.save(saved));
  return viewReport(world, saved, access.client, true);
}

/** Stores the report in Salesforce; one that stands there as it is stays as it is. @throws UseCaseError `conflict`; what Salesforce's port throws. */
export async function approveReport(world: World, _call: SiteCall, request: Changing) {
  const { access, filed } = await toChange(world, request);
  if (stateOfReport(filed.content) === 'stored') return viewReport(world, filed, access.client, true);
  const stored = await storeReport(world, filed, await world.tracker.me());
  return viewReport(world, stored, access.client, true);
}

async function toChange(world: World, { clientId, month, revision }: Changing) {
  const access = await openClientToEdit(world, clientId);
  const filed = await reportOf(world, clientId, month);
  if (filed === undefined) throw new UseCaseError('notFound');
  // What is being stored is not changed under the hands of whoever stores it.
  if (filed.revision !== revision || !canStore(filed.content, world.clock.now())) throw new UseCaseError('conflict');
  return { access, filed };
}

/** Every report on a client, the newest month first. */
export async function readReportHistory(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  const { client, mayEdit } = await openClient(world, clientId);
  const filed = await world.reports.ofOwner(clientId, mostReports);
  const records = await recordsAt(world);
  return {
    client,
    mayEdit,
    reports: filed.map(({ content }) => ({
      month: content.month,
      state: stateOfReport(content),
      address: content.file === null || records === null ? null : records + content.file.fileId,
      versions: (content.file?.versions ?? []).map(({ by, at }) => ({ by, at })),
    })),
  };
}

/** Ten years. */
const mostReports = 120;
