import * as z from 'zod/mini';
import { isMonth, type Month } from '../domain/month';
import { reportLimits } from '../domain/report-facts';
import { whenFirstUsed } from '../domain/when-first-used';
import { ofClient, revision } from './clients';
import { operation } from './operation';
import { client, clientId, fileId, instant, language, person, plainDate } from './values';

const month = whenFirstUsed(() => z.custom<Month>((value) => typeof value === 'string' && isMonth(value)));
const state = whenFirstUsed(() => z.enum(['draft', 'storing', 'stored', 'changed']));
const signed = whenFirstUsed(() => z.strictObject({ by: person(), at: instant() }));
const ownWord = () => z.string().check(z.maxLength(reportLimits.words));
const words = whenFirstUsed(() => z.strictObject({ relation: ownWord(), risks: ownWord(), nextSteps: ownWord() }));

/** How the reports on a month stand, of every client whose file the caller may see. */
export const readMonth = operation({
  name: 'reports.month',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ month: month() }),
  answer: () => z.strictObject({
    month: month(),
    /** The company's own day. */
    today: plainDate(),
    lastWorkingDay: plainDate(),
    /** The last day on which a report is in time. */
    dueOn: plainDate(),
    isOverdue: z.boolean(),
    clients: z.array(z.strictObject({ client: client(), manager: z.nullable(person()), isMine: z.boolean(), state: z.enum(['none', 'draft', 'storing', 'stored', 'changed']), storedAt: z.nullable(instant()) })),
  }),
});

const report = whenFirstUsed(() => z.strictObject({
  client: client(),
  month: month(),
  revision: revision(),
  mayEdit: z.boolean(),
  state: state(),
  /** False while somebody else may be storing it. */
  canStore: z.boolean(),
  language: language(),
  factsAt: instant(),
  words: words(),
  title: z.string(),
  /** As it would be stored. */
  text: z.string(),
  file: z.nullable(z.strictObject({ fileId: fileId(), address: z.nullable(z.string()), versions: z.array(signed()) })),
}));

const named = whenFirstUsed(() => z.strictObject({ clientId: clientId(), month: month() }));
const changing = whenFirstUsed(() => z.strictObject({ clientId: clientId(), month: month(), revision: revision() }));

/** A client's report on a month; its account manager begins it by opening it. `notFound` for others before that. */
export const openReport = operation({ name: 'reports.open', policy: 'ownProjects', place: 'site', request: named, answer: report });

/** Gathers its facts anew. `conflict` when somebody else changed it meanwhile. */
export const renewReport = operation({ name: 'reports.renew', policy: 'ownProjects', place: 'site', request: changing, answer: report });

/** What only the account manager knows. `conflict` when somebody else changed it meanwhile. */
export const saveReportWords = operation({
  name: 'reports.saveWords',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), month: month(), revision: revision(), words: words() }),
  answer: report,
});

/** Stores it in Salesforce, once. After `unavailable` it is looked up within the hour whether it was stored. */
export const approveReport = operation({ name: 'reports.approve', policy: 'ownProjects', place: 'site', request: changing, answer: report });

/** Every report on a client, the newest month first. */
export const readReportHistory = operation({
  name: 'reports.history',
  policy: 'ownProjects',
  place: 'site',
  request: ofClient,
  answer: () => z.strictObject({ client: client(), mayEdit: z.boolean(), reports: z.array(z.strictObject({ month: month(), state: state(), address: z.nullable(z.string()), versions: z.array(signed()) })) }),
});

export type MonthView = z.infer<typeof readMonth.answer>;
export type ReportView = z.infer<ReturnType<typeof report>>;
export type ReportHistory = z.infer<typeof readReportHistory.answer>;
