import { dayAt, secondsBetween } from '../../domain/calendar';
import type { ClientId } from '../../domain/ids';
import { projectsOf } from '../../domain/linked-deal';
import type { Month } from '../../domain/month';
import { isReportable, monthToDraft, wasClientIn, type MonthReport } from '../../domain/month-report';
import { noWords } from '../../domain/report-facts';
import { StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import type { ClientAccess } from '../clients/client-access';
import { lookAtClient } from '../clients/look-at-client';
import { UseCaseError } from '../use-case-error';
import { gatherFacts } from './gather-facts';
import { filedAs, newlyFiled, reportOf } from './filed-report';

type Whose = Pick<ClientAccess, 'client' | 'deals' | 'projects'>;

/** The client's report on the month; its draft is made when there is none. @throws UseCaseError `invalidRequest` for a month that is not reported on. */
export async function ensureReport(world: World, whose: Whose, month: Month): Promise<Filed<MonthReport>> {
  const before = await reportOf(world, whose.client.id, month);
  if (before !== undefined) return before;
  const company = await world.settings.company();
  if (!isReportable(month, dayAt(world.clock.now(), company.timeZone))) throw new UseCaseError('invalidRequest', { field: 'month' });
  const language = (await world.clients.settings.read(whose.client.id)).language ?? company.language;
  await lookWhereOld(world, whose.client.id);
  const facts = await gatherFacts(world, whose, month);
  const filed = newlyFiled({ clientId: whose.client.id, month, language, facts, factsAt: world.clock.now(), words: noWords, edition: 1, storing: null, file: null });
  try {
    await world.reports.save(filed);
    return filed;
  } catch (error) {
    // Somebody else made it in the same moment.
    const other = error instanceof StoreConflict ? await reportOf(world, whose.client.id, month) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

/** Seconds after which what was read of a client is read anew for its report. */
const old = 86_400;

/** Whoever is drafted in the hourly round was looked at within the day. */
async function lookWhereOld(world: World, clientId: ClientId): Promise<void> {
  const checkedAt = (await world.clients.standing(clientId))?.checkedAt ?? null;
  if (checkedAt === null || secondsBetween(checkedAt, world.clock.now()) > old) await lookAtClient(world, clientId);
}

/** Gathers the facts anew, in the language that is set by now; the account manager's words stay. Facts that are the same change nothing. */
export async function renewFacts(world: World, whose: Whose, filed: Filed<MonthReport>): Promise<Filed<MonthReport>> {
  const { content } = filed;
  const language = (await world.clients.settings.read(whose.client.id)).language ?? (await world.settings.company()).language;
  await lookAtClient(world, whose.client.id);
  const facts = await gatherFacts(world, whose, content.month);
  const isSame = language === content.language && JSON.stringify(facts) === JSON.stringify(content.facts);
  const renewed = filedAs(filed, { ...content, language, facts, factsAt: world.clock.now(), edition: content.edition + (isSame ? 0 : 1) });
  await world.reports.save(renewed);
  return renewed;
}

/** Each client's draft on the last working day of the month, and until its report is due where that was missed. @returns how many were made. */
export async function draftDueReports(world: World, goesOn: () => boolean): Promise<number> {
  const { timeZone } = await world.settings.company();
  const month = monthToDraft(dayAt(world.clock.now(), timeZone));
  let made = 0;
  for (const { clientId } of await world.clients.standings()) {
    if (!goesOn()) break;
    try {
      if (await draftWhereDue(world, clientId, month, timeZone)) made += 1;
    } catch (error) {
      // One client that cannot be read keeps no other from its draft.
      world.log.error('report.undrafted', world.ids.next(), error);
    }
  }
  return made;
}

async function draftWhereDue(world: World, clientId: ClientId, month: Month, timeZone: string): Promise<boolean> {
  if ((await reportOf(world, clientId, month)) !== undefined) return false;
  const deals = await world.dealStore.ofClient(clientId);
  const [first, client] = [deals[0], deals.at(-1)?.deal.client];
  if (first === undefined || client == null || !wasClientIn(month, dayAt(first.linkedAt, timeZone))) return false;
  await ensureReport(world, { client, deals, projects: projectsOf(deals) }, month);
  return true;
}
