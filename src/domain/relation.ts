import { daysBetween } from './calendar';
import type { AccountId } from './ids';
import { monthOf, type Month } from './month';
import type { Instant, PlainDate } from './plain-date';

export const relationKinds = ['meeting', 'satisfaction', 'reference', 'need', 'note'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** How content the client is, as they were asked: from 1 to 5, or how likely they recommend us, from 0 to 10. */
export type Satisfaction = { readonly scale: 'five'; readonly value: number } | { readonly scale: 'nps'; readonly value: number };

export const satisfactionScales = { five: { least: 1, most: 5 }, nps: { least: 0, most: 10 } } as const satisfies Readonly<Record<Satisfaction['scale'], { readonly least: number; readonly most: number }>>;

/** What happened with a client on a day. */
export type RelationFact =
  | { readonly kind: 'meeting' | 'note'; readonly on: PlainDate; readonly text: string }
  /** The text is the client's comment, which may be empty. */
  | { readonly kind: 'satisfaction'; readonly on: PlainDate; readonly score: Satisfaction; readonly text: string }
  | { readonly kind: 'reference'; readonly on: PlainDate; readonly text: string; /** Where it is to be found. */ readonly place: string }
  | { readonly kind: 'need'; readonly on: PlainDate; readonly text: string; readonly answer: NeedAnswer | null };

export interface NeedAnswer {
  readonly on: PlainDate;
  readonly text: string;
}

/** A fact with who wrote it down, and when first. */
export interface RelationEntry {
  readonly fact: RelationFact;
  readonly filedBy: AccountId;
  readonly filedAt: Instant;
}

export const relationLimits = { text: 500, entries: 1_000 } as const;

/** A text as it is kept: on one line, without what nobody sees. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** The fact with every text as it is kept. */
export function tidyFact(fact: RelationFact): RelationFact {
  const text = oneLine(fact.text);
  if (fact.kind === 'reference') return { ...fact, text, place: oneLine(fact.place) };
  if (fact.kind === 'need' && fact.answer !== null) return { ...fact, text, answer: { ...fact.answer, text: oneLine(fact.answer.text) } };
  return { ...fact, text };
}

export type RelationProblem = 'textMissing' | 'tooLong' | 'inFuture' | 'scoreOutside' | 'answerMissing' | 'answerEarly';

/** What stands in the way of a fact, or undefined. A log says what was, so no day lies in the future. */
export function relationProblem(fact: RelationFact, today: PlainDate): RelationProblem | undefined {
  const { kind, on, text } = tidyFact(fact);
  if (kind !== 'satisfaction' && text === '') return 'textMissing';
  if (on > today) return 'inFuture';
  if (textsOf(fact).some((one) => one.length > relationLimits.text)) return 'tooLong';
  if (fact.kind === 'satisfaction') {
    const { least, most } = satisfactionScales[fact.score.scale];
    if (!Number.isInteger(fact.score.value) || fact.score.value < least || fact.score.value > most) return 'scoreOutside';
  }
  if (fact.kind === 'need' && fact.answer !== null) {
    if (oneLine(fact.answer.text) === '') return 'answerMissing';
    if (fact.answer.on > today) return 'inFuture';
    if (fact.answer.on < on) return 'answerEarly';
  }
  return undefined;
}

const textsOf = (fact: RelationFact): readonly string[] => [fact.text, ...(fact.kind === 'reference' ? [fact.place] : fact.kind === 'need' ? [fact.answer?.text ?? ''] : [])];

/** What waits for an answer stands in a list of its own. */
export type RelationList = 'open' | 'filed';
export const listOfFact = (fact: RelationFact): RelationList => (isOpenNeed(fact) ? 'open' : 'filed');

export const isOpenNeed = (fact: RelationFact): fact is Extract<RelationFact, { readonly kind: 'need' }> => fact.kind === 'need' && fact.answer === null;

/** How the relation with a client stands, light enough for lists of clients. */
export interface RelationStanding {
  /** The last day on which we were in contact; null where the log knows none. */
  readonly lastContactOn: PlainDate | null;
  readonly openNeeds: number;
  /** When the one was said that waits longest. */
  readonly oldestNeedOn: PlainDate | null;
  readonly lastSatisfaction: { readonly on: PlainDate; readonly score: Satisfaction } | null;
}

/** @param entries in any order. */
export function relationStanding(entries: readonly RelationEntry[]): RelationStanding {
  const newest = newestFirst(entries).map(({ fact }) => fact);
  // A note is the account manager's own; everything else happened with the client.
  const contacts = newest.filter(({ kind }) => kind !== 'note').flatMap((fact) => (fact.kind === 'need' && fact.answer !== null ? [fact.on, fact.answer.on] : [fact.on]));
  const open = newest.filter(isOpenNeed).map(({ on }) => on);
  const satisfied = newest.find((fact) => fact.kind === 'satisfaction');
  return {
    lastContactOn: latest(contacts),
    openNeeds: open.length,
    oldestNeedOn: open.at(-1) ?? null,
    lastSatisfaction: satisfied === undefined ? null : { on: satisfied.on, score: satisfied.score },
  };
}

const latest = (days: readonly PlainDate[]): PlainDate | null => days.reduce<PlainDate | null>((last, day) => (last === null || day > last ? day : last), null);

/** By day, and what was written down last first within one. */
export const newestFirst = <Entry extends RelationEntry>(entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => order(b.fact.on, a.fact.on) || order(b.filedAt, a.filedAt));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entries that are in order, in runs of the same month. */
export function byMonth<Entry extends Pick<RelationEntry, 'fact'>>(entries: readonly Entry[]): readonly { readonly month: Month; readonly entries: readonly Entry[] }[] {
  const months: { readonly month: Month; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const month = monthOf(entry.fact.on);
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}

/** From when on a relation needs somebody: days, and scores that are no good any more. */
export const relationThresholds = { contactDays: 30, needDays: 14, five: 3, nps: 6 } as const;

export type RelationAlarm =
  /** Null where there never was any. */
  | { readonly kind: 'noContact'; readonly days: number | null }
  | { readonly kind: 'needOpen'; readonly days: number; readonly openNeeds: number }
  | { readonly kind: 'unsatisfied'; readonly on: PlainDate; readonly score: Satisfaction };

/** What of the relation needs the account manager, the worst first. */
export function relationAlarms({ lastContactOn, openNeeds, oldestNeedOn, lastSatisfaction }: RelationStanding, today: PlainDate): readonly RelationAlarm[] {
  const alarms: RelationAlarm[] = [];
  if (lastSatisfaction !== null && isLow(lastSatisfaction.score)) alarms.push({ kind: 'unsatisfied', ...lastSatisfaction });
  const waits = oldestNeedOn === null ? 0 : daysBetween(oldestNeedOn, today);
  if (waits >= relationThresholds.needDays) alarms.push({ kind: 'needOpen', days: waits, openNeeds });
  const silent = lastContactOn === null ? null : daysBetween(lastContactOn, today);
  if (silent === null || silent >= relationThresholds.contactDays) alarms.push({ kind: 'noContact', days: silent });
  return alarms;
}

export const isLow = ({ scale, value }: Satisfaction): boolean => value <= relationThresholds[scale];

/** Where a score lies on its scale, from 0 to 1, so that both can stand in one picture. */
export function placeOfScore({ scale, value }: Satisfaction): number {
  const { least, most } = satisfactionScales[scale];
  return (value - least) / (most - least);
}

/** A score as it is written in any language. */
export const scoreText = ({ scale, value }: Satisfaction): string => (scale === 'five' ? `${value}/5` : `NPS ${value}`);
