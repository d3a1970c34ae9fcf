import type { DealStage } from './deal';
import type { DocumentRequirement } from './document-rules';
import type { Margin } from './margin';
import type { MarginState } from './margin-guard';
import type { Money, Currency } from './money';
import type { Month } from './month';
import type { PlainDate } from './plain-date';
import type { Total } from './total';
import { oneLine } from './typed-text';

/** A part of the facts, or why it is not there: what is unknown is said, and never taken for nothing. */
export type Known<Value> = { readonly kind: 'known'; readonly value: Value } | { readonly kind: 'unknown'; readonly because: 'neverRead' | 'unavailable' };

/** A list that was cut, with how many are not in it. */
export interface Cut<Item> {
  readonly items: readonly Item[];
  readonly leftOut: number;
}

/** What a month-end report is made from, frozen when it was gathered. Names of the client's people are not among it. */
export interface ReportFacts {
  readonly month: Month;
  readonly client: string;
  /** The account manager, as they signed the guidelines; null where nobody has. */
  readonly manager: string | null;
  /** The company's own day on which it was gathered. */
  readonly asOf: PlainDate;
  readonly relation: Known<ReportRelation>;
  readonly deals: Cut<ReportDeal>;
  readonly projects: Cut<ReportProject>;
  readonly gates: Cut<ReportGate>;
  readonly changes: Known<ReportChanges>;
  readonly documents: Known<ReportDocuments>;
  readonly contacts: Known<ReportContacts>;
  readonly overdue: Cut<ReportInvoice>;
}

export interface ReportRelation {
  readonly entries: Cut<{ readonly on: PlainDate; readonly kind: 'meeting' | 'satisfaction' | 'reference' | 'need' | 'note'; readonly text: string }>;
  readonly openNeeds: number;
}

export interface ReportDeal {
  readonly name: string;
  /** Null where the organisation's stage is not mapped. */
  readonly stage: DealStage | null;
  readonly stageName: string;
  readonly amount: Money | null;
  readonly closeDate: PlainDate | null;
  /** Stages that it entered in the month, oldest first. */
  readonly entered: readonly { readonly on: PlainDate; readonly stage: DealStage | null; readonly stageName: string }[];
}

export interface ReportProject {
  readonly key: string;
  readonly name: string;
  readonly budget: Money | null;
  readonly currency: Currency | null;
  readonly revenue: Total | null;
  readonly cost: Total | null;
  readonly state: MarginState;
  readonly toDate: Margin;
  /** Null where the end cannot be foreseen. */
  readonly atCompletion: Margin | null;
  /** In whole per cent. */
  readonly target: number;
  /** What the account manager means to do about a threat; null without a threat, empty without an answer. */
  readonly plan: string | null;
  /** Guidelines that were published in the month. */
  readonly published: readonly { readonly on: PlainDate; readonly version: number }[];
}

export interface ReportGate {
  readonly on: PlainDate;
  readonly project: string;
  readonly deliverable: string;
  readonly verdict: 'go' | 'conditionalGo' | 'noGo';
}

export interface ReportChanges {
  readonly decided: Cut<ReportChange>;
  readonly open: number;
}

export interface ReportChange {
  readonly on: PlainDate;
  readonly project: string;
  readonly title: string;
  readonly outcome: 'agreed' | 'declined';
  readonly budget: { readonly amount: Total; readonly currency: Currency } | null;
  readonly hours: number;
}

export interface ReportDocuments {
  /** Whole per cent of what is required now. */
  readonly percent: number;
  readonly missing: readonly ReportDocument[];
  readonly renewals: readonly (ReportDocument & { readonly until: PlainDate })[];
}

/** A document of the client, or of one of its deals. */
export interface ReportDocument {
  readonly requirement: DocumentRequirement;
  readonly deal: string | null;
}

export interface ReportContacts {
  readonly gaps: number;
  readonly noDecisionMaker: boolean;
}

export interface ReportInvoice {
  readonly project: string;
  readonly kind: 'invoice' | 'creditNote' | 'protocol';
  readonly number: string;
  readonly amount: Total;
  readonly currency: Currency;
  readonly dueOn: PlainDate;
}

/** What only the account manager knows; an empty part is left out of the report. */
export interface ReportWords {
  readonly relation: string;
  readonly risks: string;
  readonly nextSteps: string;
}

export const noWords: ReportWords = { relation: '', risks: '', nextSteps: '' };

/** A record of Forge's storage holds 240 KiB, and a report is to be read. */
export const reportLimits = { words: 20_000, list: 60, text: 300 } as const;

/** The first items, and how many more there are. */
export const cut = <Item>(items: readonly Item[], most: number = reportLimits.list): Cut<Item> => ({ items: items.slice(0, most), leftOut: Math.max(0, items.length - most) });

/** A text as a fact: on one line, and not longer than anybody reads. */
export function factText(text: string): string {
  const line = oneLine(text);
  const letters = [...line];
  return letters.length <= reportLimits.text ? line : `${letters.slice(0, reportLimits.text - 1).join('').trimEnd()}…`;
}
