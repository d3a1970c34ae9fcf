import type { ClientId } from '../../domain/ids';
import type { Month } from '../../domain/month';
import { stateOfReport, type MonthReport } from '../../domain/month-report';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';

export const reportOf = ({ reports }: Pick<World, 'reports'>, clientId: ClientId, month: Month): Promise<Filed<MonthReport> | undefined> => reports.one(clientId, month);

/** A client's first report on a month. */
export const newlyFiled = (content: MonthReport): Filed<MonthReport> => ({ owner: content.clientId, id: content.month, list: stateOfReport(content), at: content.month, revision: 1, content });

/** As the next revision, in the list where it stands by now. */
export const filedAs = (before: Filed<MonthReport>, content: MonthReport): Filed<MonthReport> => ({ ...before, list: stateOfReport(content), revision: before.revision + 1, content });
