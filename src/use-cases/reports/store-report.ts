import { canStore, withVersion, type MonthReport } from '../../domain/month-report';
import type { Person } from '../../domain/person';
import { reportFileName, reportText, reportTitle } from '../../domain/report-text';
import { OutsideError } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { refuseConflict } from '../refuse-conflict';
import { filedAs } from './filed-report';

/**
 * Puts the report into Salesforce as a text file of the account, once. That it is being done stands in storage first, so that two
 * who approve, or one who does so twice, do not both; what was not answered is looked up before anything is written again.
 * @returns as it is kept now. @throws UseCaseError `conflict` when somebody else changed or is storing it; OutsideError
 */
export async function storeReport(world: World, filed: Filed<MonthReport>, by: Person): Promise<Filed<MonthReport>> {
  const claimed = filedAs(filed, { ...filed.content, storing: { edition: filed.content.edition, by, at: world.clock.now() } });
  await refuseConflict('conflict', () => world.reports.save(claimed));
  const { facts, words, language, file, clientId } = claimed.content;
  const text = reportText({ facts, words, language });
  let kept;
  try {
    kept = await world.reportFiles.keep({ clientId, title: reportTitle(facts, language), fileName: reportFileName(facts, language), text, fileId: file?.fileId ?? null });
  } catch (error) {
    // Whatever may still be carried out stays claimed, and is looked up later; a refusal has written nothing.
    if (!(error instanceof OutsideError) || !mayHaveWritten(error)) await world.reports.save(filedAs(claimed, { ...claimed.content, storing: null }));
    throw error;
  }
  const stored = filedAs(claimed, withVersion(claimed.content, kept.fileId, kept.versionId, world.clock.now()));
  await world.reports.save(stored);
  await world.audit.append(`client:${clientId}`, [{ at: world.clock.now(), event: kept.isNew ? 'report.stored' : 'report.found', by: by.accountId, details: { month: filed.content.month, file: kept.fileId, version: kept.versionId } }]);
  return stored;
}

const mayHaveWritten = ({ failure }: OutsideError): boolean => failure === 'unavailable' || failure === 'unexpectedAnswer';

/** More than one run comes to. */
const mostInRun = 200;

/** Settles what Salesforce did not answer. @returns how many reports were looked at. */
export async function settleReports(world: World): Promise<number> {
  const now = world.clock.now();
  const unsettled = (await world.reports.inList('storing', mostInRun)).filter(({ content }) => content.storing !== null && canStore(content, now));
  for (const filed of unsettled) {
    const by = filed.content.storing?.by;
    if (by === undefined) continue;
    try {
      await storeReport(world, filed, by);
    } catch (error) {
      world.log.error('report.unsettled', world.ids.next(), error);
    }
  }
  return unsettled.length;
}
