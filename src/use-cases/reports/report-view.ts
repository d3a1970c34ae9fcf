import { canStore, stateOfReport, type MonthReport } from '../../domain/month-report';
import { reportText, reportTitle } from '../../domain/report-text';
import type { Filed } from '../../ports/filed-records';
import { recordsAt } from '../clients/records-at';
import type { World } from '../../ports/world';

/** A report as a screen shows it: with the text that would be stored. */
export async function viewReport(world: World, { revision, content }: Filed<MonthReport>, client: MonthReportClient, mayEdit: boolean) {
  const { month, language, facts, factsAt, words, file } = content;
  const records = await recordsAt(world);
  return {
    client,
    month,
    revision,
    mayEdit,
    state: stateOfReport(content),
    canStore: canStore(content, world.clock.now()),
    language,
    factsAt,
    words,
    title: reportTitle(facts, language),
    text: reportText({ facts, words, language }),
    file: file === null ? null : { fileId: file.fileId, address: records === null ? null : records + file.fileId, versions: file.versions.map(({ by, at }) => ({ by, at })) },
  };
}

export interface MonthReportClient {
  readonly id: MonthReport['clientId'];
  readonly name: string;
}
