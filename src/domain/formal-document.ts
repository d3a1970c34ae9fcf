import { addDays, addMonths, daysBetween } from './calendar';
import type { DealStage } from './deal';
import { documentPrecedence, documentRequirements, requiredStages, type DocumentRequirement, type DocumentRule, type DocumentRules } from './document-rules';
import { hasAny, markOf, phraseOf, wordsOf, type TitleMark } from './document-title';
import type { ClientId, DealId, FileId, FileVersionId } from './ids';
import { isPlainDate, type Instant, type PlainDate } from './plain-date';

/** A file in Salesforce, without what is in it. */
export interface ClientFile {
  readonly id: FileId;
  readonly versionId: FileVersionId | null;
  readonly title: string;
  /** In small letters, without the dot. */
  readonly extension: string | null;
  /** Bytes. */
  readonly size: number;
  readonly modifiedAt: Instant;
  /** The client and those of its deals that it is linked to. */
  readonly on: readonly (ClientId | DealId)[];
}

/** One document that a client or a deal may need. */
export interface DocumentPlace {
  readonly requirement: DocumentRequirement;
  /** Null for a document of the client. */
  readonly dealId: DealId | null;
}

export type DocumentNeed =
  | { readonly kind: 'byStage' }
  | { readonly kind: 'needed' }
  | { readonly kind: 'notNeeded'; readonly because: string };

/** What an account manager says of a document, where the rules cannot know it. */
export interface DocumentByHand {
  readonly fileId: FileId | null;
  readonly signedOn: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly need: DocumentNeed;
}

export const nothingByHand: DocumentByHand = { fileId: null, signedOn: null, validUntil: null, need: { kind: 'byStage' } };

/** What Salesforce had of a document when it was last looked at: enough to tell how it stands on a later day. */
export interface DocumentSight extends DocumentPlace {
  readonly evidence: 'none' | 'draft' | 'signed';
  /** The file that counts. */
  readonly fileId: FileId | null;
  readonly modifiedOn: PlainDate | null;
  /** Whether the file that was linked by hand is not there any more. */
  readonly isLinkGone: boolean;
}

export type DocumentState = 'missing' | 'draft' | 'signed' | 'expiring' | 'expired' | 'notNeeded';

/** How a document stands. */
export interface DocumentRow extends DocumentPlace {
  readonly isRequired: boolean;
  /** Null while nobody could look and nothing was said by hand. */
  readonly state: DocumentState | null;
  /** The last day on which it is valid; null is for good, or not known. */
  readonly until: PlainDate | null;
}

/** What a list of clients and the gate know of a client's documents. */
export interface ClientDocuments {
  /** Of what is required now, 0 to 100. */
  readonly percent: number;
  /** Required now and not in force: not there, not signed, or expired. */
  readonly missing: readonly DocumentPlace[];
  /** To be renewed within 90 days, or expired. */
  readonly renewals: readonly (DocumentPlace & { readonly until: PlainDate })[];
  /** When Salesforce was last looked at. */
  readonly asOf: Instant;
}

/** What was last seen of a client's documents. */
export interface SeenDocuments {
  readonly asOf: Instant;
  readonly sights: readonly DocumentSight[];
}

/** A document with what was said of it by hand. */
export interface DocumentEntry extends DocumentPlace {
  readonly byHand: DocumentByHand;
}

export const documentLimits = { because: 300, files: 500 } as const;

/** What a file is taken for by its name; null is for nothing. */
export interface Taken {
  readonly requirement: DocumentRequirement | null;
  readonly mark: TitleMark;
}

type NamedFile = Pick<ClientFile, 'title' | 'extension'>;

/** Reads names by the rules, whose phrases are parted into words once for all files. */
export function titleReader(rules: DocumentRules): (file: NamedFile) => Taken {
  const wanted = documentPrecedence.map((requirement) => ({ requirement, phrases: rules.requirements[requirement].phrases.map(phraseOf) }));
  const [drafts, signed] = [rules.draftMarks.map(phraseOf), rules.signedMarks.map(phraseOf)];
  return ({ title, extension }) => {
    const words = wordsOf(title);
    const isKind = rules.extensions.length === 0 || (extension !== null && rules.extensions.includes(extension));
    const found = isKind ? wanted.find(({ phrases }) => hasAny(words, phrases)) : undefined;
    return { requirement: found?.requirement ?? null, mark: markOf(words, drafts, signed) };
  };
}

/** A file with what its name says. */
export type ReadFile = Taken & { readonly file: ClientFile };

export function readTitles(files: readonly ClientFile[], rules: DocumentRules): readonly ReadFile[] {
  const read = titleReader(rules);
  return files.map((file) => ({ file, ...read(file) }));
}

/** The documents of a client and its deals. A lost deal needs none. */
export function placesOf(rules: DocumentRules, deals: readonly { readonly id: DealId; readonly stage: DealStage | null }[]): readonly DocumentPlace[] {
  return documentRequirements.flatMap((requirement): readonly DocumentPlace[] =>
    rules.requirements[requirement].per === 'client' ? [{ requirement, dealId: null }] : deals.filter(({ stage }) => stage !== 'lost').map(({ id }) => ({ requirement, dealId: id })),
  );
}

export const isSamePlace = (a: DocumentPlace, b: DocumentPlace): boolean => a.requirement === b.requirement && a.dealId === b.dealId;

interface Candidate {
  readonly file: ClientFile;
  readonly evidence: 'draft' | 'signed';
  readonly isLinked: boolean;
}

/** Files that a document was found in, the one that counts first: signed before draft, linked by hand before found by rules, newest first. */
export function filesFor(place: DocumentPlace, files: readonly ReadFile[], { mustBeSigned }: Pick<DocumentRule, 'mustBeSigned'>, byHand: DocumentByHand): readonly Candidate[] {
  return files
    .flatMap(({ file, requirement, mark }): readonly Candidate[] => {
      const isLinked = file.id === byHand.fileId;
      const isFound = requirement === place.requirement && (place.dealId === null || file.on.includes(place.dealId));
      if (!isLinked && !isFound) return [];
      const isSigned = mark === 'signed' || (mark === 'none' && !mustBeSigned) || (isLinked && byHand.signedOn !== null);
      return [{ file, isLinked, evidence: isSigned ? 'signed' : 'draft' }];
    })
    .sort(byWorth);
}

function byWorth(a: Candidate, b: Candidate): number {
  if (a.evidence !== b.evidence) return a.evidence === 'signed' ? -1 : 1;
  if (a.isLinked !== b.isLinked) return a.isLinked ? -1 : 1;
  if (a.file.modifiedAt !== b.file.modifiedAt) return a.file.modifiedAt > b.file.modifiedAt ? -1 : 1;
  return a.file.id < b.file.id ? -1 : 1;
}

export function sightOf(place: DocumentPlace, files: readonly ReadFile[], rule: Pick<DocumentRule, 'mustBeSigned'>, byHand: DocumentByHand): DocumentSight {
  const best = filesFor(place, files, rule, byHand)[0];
  const modifiedOn = best?.file.modifiedAt.slice(0, 10) ?? '';
  return {
    requirement: place.requirement,
    dealId: place.dealId,
    evidence: best?.evidence ?? 'none',
    fileId: best?.file.id ?? null,
    modifiedOn: isPlainDate(modifiedOn) ? modifiedOn : null,
    isLinkGone: byHand.fileId !== null && !files.some(({ file }) => file.id === byHand.fileId),
  };
}

/** Whether a deal that has come so far needs it. */
export const isRequiredAt = ({ requiredFrom }: Pick<DocumentRule, 'requiredFrom'>, stage: DealStage | null): boolean =>
  requiredFrom !== null && stage !== null && stage !== 'lost' && requiredStages.indexOf(stage) >= requiredStages.indexOf(requiredFrom);

/** The furthest that any of the client's deals has come; null where all are lost or none is mapped. */
export const furthestStage = (stages: readonly (DealStage | null)[]): DealStage | null => [...requiredStages].reverse().find((stage) => stages.includes(stage)) ?? null;

interface RowFacts {
  readonly rule: DocumentRule;
  /** That of the deal, or the furthest of the client's. */
  readonly stage: DealStage | null;
  readonly byHand: DocumentByHand;
  /** Undefined while nobody could look. */
  readonly sight: DocumentSight | undefined;
  readonly today: PlainDate;
}

export function rowOf({ requirement, dealId }: DocumentPlace, { rule, stage, byHand, sight, today }: RowFacts): DocumentRow {
  const isOpen = stage !== null && stage !== 'lost';
  const { need } = byHand;
  const isRequired = need.kind === 'needed' ? isOpen : need.kind === 'byStage' && isRequiredAt(rule, stage);
  return { requirement, dealId, isRequired, ...conditionOf(rule, byHand, sight, today) };
}

/** Days left from which on it is to be renewed, each once more urgent. */
export const renewalDays = [90, 60, 30] as const;

function conditionOf(rule: DocumentRule, byHand: DocumentByHand, sight: DocumentSight | undefined, today: PlainDate): Pick<DocumentRow, 'state' | 'until'> {
  if (byHand.need.kind === 'notNeeded') return { state: 'notNeeded', until: null };
  if (byHand.signedOn === null && sight?.evidence !== 'signed') {
    return { state: sight === undefined ? null : sight.evidence === 'draft' ? 'draft' : 'missing', until: null };
  }
  const until = byHand.validUntil ?? lastDay(byHand.signedOn ?? sight?.modifiedOn ?? null, rule.validMonths);
  if (until === null) return { state: 'signed', until };
  if (until < today) return { state: 'expired', until };
  return { state: daysBetween(today, until) <= renewalDays[0] ? 'expiring' : 'signed', until };
}

/** Calendars end in 2999, and a file can claim any date. */
const lastYear = '2900';

function lastDay(from: PlainDate | null, months: number | null): PlainDate | null {
  if (from === null || months === null || from > lastYear) return null;
  return addDays(addMonths(from, months), -1);
}

/** 0 is not yet, then once more urgent at 90, 60 and 30 days, and 4 when it is over. */
export function renewalUrgency(until: PlainDate, today: PlainDate): 0 | 1 | 2 | 3 | 4 {
  if (until < today) return 4;
  const left = daysBetween(today, until);
  if (left <= renewalDays[2]) return 3;
  if (left <= renewalDays[1]) return 2;
  return left <= renewalDays[0] ? 1 : 0;
}

export const isInForce = ({ state }: Pick<DocumentRow, 'state'>): boolean => state === 'signed' || state === 'expiring';

/** Whole per cent of what is required now, rounded down so that 100 means all; null while something required is not known. */
export function completeness(rows: readonly DocumentRow[]): number | null {
  const required = rows.filter(({ isRequired }) => isRequired);
  if (required.some(({ state }) => state === null)) return null;
  return required.length === 0 ? 100 : Math.floor((required.filter(isInForce).length * 100) / required.length);
}

const concerns: readonly (DocumentState | null)[] = ['missing', 'expired', 'draft', null, 'expiring', 'signed', 'notNeeded'];

/** What is required before what is not, and of each what needs somebody first. */
export const byConcern = (a: DocumentRow, b: DocumentRow): number =>
  a.isRequired === b.isRequired ? concerns.indexOf(a.state) - concerns.indexOf(b.state) : a.isRequired ? -1 : 1;

/** Undefined while something required is not known. */
export function clientDocuments(rows: readonly DocumentRow[], asOf: Instant): ClientDocuments | undefined {
  const percent = completeness(rows);
  if (percent === null) return undefined;
  const required = rows.filter(({ isRequired }) => isRequired);
  return {
    percent,
    missing: required.filter((row) => !isInForce(row)).map(({ requirement, dealId }) => ({ requirement, dealId })),
    renewals: required
      .flatMap(({ requirement, dealId, state, until }) => (until !== null && (state === 'expiring' || state === 'expired') ? [{ requirement, dealId, until }] : []))
      .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0)),
    asOf,
  };
}

export type ByHandProblem = 'signedInFuture' | 'validBeforeSigned' | 'reasonMissing' | 'reasonTooLong';

/** What stands in the way of what is said by hand, or undefined. */
export function byHandProblem({ signedOn, validUntil, need }: DocumentByHand, today: PlainDate): ByHandProblem | undefined {
  if (signedOn !== null && signedOn > today) return 'signedInFuture';
  if (signedOn !== null && validUntil !== null && validUntil < signedOn) return 'validBeforeSigned';
  if (need.kind !== 'notNeeded') return undefined;
  if (need.because.trim() === '') return 'reasonMissing';
  return need.because.length > documentLimits.because ? 'reasonTooLong' : undefined;
}
