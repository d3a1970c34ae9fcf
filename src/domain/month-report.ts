import { secondsBetween } from './calendar';
import type { ClientId, FileId, FileVersionId } from './ids';
import { firstDayOf, lastDayOf, lastWorkingDayOf, monthOf, monthsFrom, workingDayOf, type Month } from './month';
import type { Language, Person } from './person';
import type { Instant, PlainDate } from './plain-date';
import type { ReportFacts, ReportWords } from './report-facts';

/** A client's report on one month. */
export interface MonthReport {
  readonly clientId: ClientId;
  readonly month: Month;
  readonly language: Language;
  readonly facts: ReportFacts;
  readonly factsAt: Instant;
  readonly words: ReportWords;
  /** Counts what was said differently: facts, words or language. */
  readonly edition: number;
  /** Salesforce is being asked to keep an edition, or was asked and has not answered. */
  readonly storing: { readonly edition: number; readonly by: Person; readonly at: Instant } | null;
  /** The file in Salesforce; null before the first time. */
  readonly file: StoredReport | null;
}

export interface StoredReport {
  readonly fileId: FileId;
  /** Oldest first, the newest are kept. */
  readonly versions: readonly { readonly versionId: FileVersionId; readonly edition: number; readonly by: Person; readonly at: Instant }[];
}

export type ReportState = 'draft' | 'storing' | 'stored' | 'changed';

/** `changed` is a report that says something else by now than the file in Salesforce. */
export function stateOfReport({ storing, file, edition }: MonthReport): ReportState {
  if (storing !== null) return 'storing';
  const last = file?.versions.at(-1);
  if (last === undefined) return 'draft';
  return last.edition === edition ? 'stored' : 'changed';
}

/** So many versions of one report are remembered; Salesforce has them all. */
export const mostVersions = 50;

/** Requests to Salesforce are over by then, answered or not. */
const lease = 120;

/** Whether nobody else can still be at it: what was begun can be taken up again. */
export const canStore = ({ storing }: MonthReport, now: Instant): boolean => storing === null || secondsBetween(storing.at, now) >= lease;

export const withVersion = (report: MonthReport, fileId: FileId, versionId: FileVersionId, at: Instant): MonthReport => {
  if (report.storing === null) return report;
  const { edition, by } = report.storing;
  const before = report.file?.fileId === fileId ? report.file.versions : [];
  // A version that was found rather than made may be known already.
  const others = before.filter((one) => one.versionId !== versionId);
  return { ...report, storing: null, file: { fileId, versions: [...others, { versionId, edition, by, at }].slice(-mostVersions) } };
};

/** A report may be written for the month under way and for so many before it. */
export const monthsBack = 24;

export const isReportable = (month: Month, today: PlainDate): boolean => month <= monthOf(today) && month >= monthsFrom(monthOf(today), -monthsBack);

/** The month whose reports are due to be drafted by that day: this one from its last working day on, the one before until then. */
export function monthToDraft(today: PlainDate): Month {
  const month = monthOf(today);
  return today >= lastWorkingDayOf(month) ? month : monthsFrom(month, -1);
}

/** By the end of the third working day of the next month a report is to be in Salesforce. */
const workingDaysLeft = 3;
export const reportDueOn = (month: Month): PlainDate => workingDayOf(monthsFrom(month, 1), workingDaysLeft);

export const isReportOverdue = (month: Month, today: PlainDate): boolean => today > reportDueOn(month);

/** Whether a client that came to us on that day is reported on for the month. */
export const wasClientIn = (month: Month, since: PlainDate): boolean => since <= lastDayOf(month);

/** Days of a month up to and including today, as an instant lies in them. */
export const isInMonth = (day: PlainDate, month: Month): boolean => day >= firstDayOf(month) && day <= lastDayOf(month);
