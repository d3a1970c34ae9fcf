import { lastWorkingDayOf, type Month } from '../../domain/month';
import { isReportable, isReportOverdue, reportDueOn, stateOfReport } from '../../domain/month-report';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { readClients } from '../clients/read-clients';
import { companyDay } from '../company-day';
import { UseCaseError } from '../use-case-error';
import { reportOf } from './filed-report';

/** How the reports on a month stand, of every client whose file the caller may see, by name. @throws UseCaseError `invalidRequest` for a month that is not reported on. */
export async function readMonth(world: World, call: SiteCall, { month }: { readonly month: Month }) {
  const today = await companyDay(world);
  if (!isReportable(month, today)) throw new UseCaseError('invalidRequest', { field: 'month' });
  const { clients } = await readClients(world, call);
  const reports = await Promise.all(clients.map(({ client }) => reportOf(world, client.id, month)));
  return {
    month,
    today,
    lastWorkingDay: lastWorkingDayOf(month),
    dueOn: reportDueOn(month),
    isOverdue: isReportOverdue(month, today),
    clients: clients.map(({ client, manager, isMine }, at) => {
      const content = reports[at]?.content;
      return { client, manager, isMine, state: content === undefined ? ('none' as const) : stateOfReport(content), storedAt: content?.file?.versions.at(-1)?.at ?? null };
    }),
  };
}
