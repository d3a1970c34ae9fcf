import type { Client, DealStage } from '../deal';
import type { AccountId, ClientId, ProjectId } from '../ids';
import type { MarginState } from '../margin-guard';
import type { Money } from '../money';
import type { Instant, PlainDate } from '../plain-date';
import { byUrgency, mostUrgent, urgencies, type AttentionItem, type Subject } from './attention-item';

/** A project or a client as lists over all of them show it, with everything of it that waits. */
export type PortfolioRow = ProjectRow | ClientRow;

interface Row {
  /** Counts looks, so that two of them cannot cross. */
  readonly revision: number;
  /** The account manager; null where nobody has published guidelines. */
  readonly managerId: AccountId | null;
  readonly attention: readonly AttentionItem[];
  readonly lookedAt: Instant;
}

export interface ProjectRow extends Row {
  readonly kind: 'project';
  readonly projectId: ProjectId;
  /** Null where Jira has it no more. */
  readonly project: { readonly key: string; readonly name: string } | null;
  readonly clients: readonly Client[];
  /** Of the deal that is furthest; null without a deal, or where no stage is mapped. */
  readonly stage: DealStage | null;
  readonly deals: number;
  readonly guidelines: { readonly version: number; readonly readers: number; readonly budget: Money; readonly start: PlainDate; readonly end: PlainDate; readonly next: { readonly name: string; readonly date: PlainDate } | null } | null;
  /** Deliverables by what stands for each now. */
  readonly gate: { readonly waiting: number; readonly go: number; readonly conditional: number; readonly noGo: number; readonly lapsed: number };
  /** The margin that it is judged by, in hundredths of a per cent; null is unknown. */
  readonly margin: { readonly state: MarginState; readonly basisPoints: number | null };
  /** Of its clients, the least complete; null where nobody could look. */
  readonly documents: number | null;
  /** The last day of contact with one of its clients; null where the log knows none. */
  readonly lastContactOn: PlainDate | null;
}

export interface ClientRow extends Row {
  readonly kind: 'client';
  readonly clientId: ClientId;
  readonly client: Client;
  /** By which it is decided who may see it. */
  readonly projects: readonly ProjectId[];
}

export const subjectOf = (row: PortfolioRow): Subject => (row.kind === 'project' ? `project:${row.projectId}` : `client:${row.clientId}`);

/** By which a person's right to see the row is asked. */
export const projectsOfRow = (row: PortfolioRow): readonly ProjectId[] => (row.kind === 'project' ? [row.projectId] : row.projects);

const stageRank: Readonly<Record<DealStage, number>> = { won: 4, internallyWon: 3, negotiation: 2, open: 1, lost: 0 };

/** The stage of the deal that is furthest, or null where there is none. */
export const furthest = (stages: readonly DealStage[]): DealStage | null =>
  stages.reduce<DealStage | null>((most, stage) => (most === null || stageRank[stage] > stageRank[most] ? stage : most), null);

const digits = 16;
const ceiling = 10n ** BigInt(digits);

/**
 * What rows are sorted by in storage, the most urgent first: the urgency on the day of the look, what the most urgent item is about
 * in money, and the row itself, so that no two are the same.
 */
export function sortKey(row: PortfolioRow, today: PlainDate): string {
  const most = mostUrgent(row.attention, today);
  const [first] = [...row.attention].sort(byUrgency(today));
  const money = first?.money == null ? 0n : BigInt(first.money.amount.replace('.', ''));
  return `${most === null ? urgencies.length : urgencies.indexOf(most)}:${(ceiling - 1n - money).toString().padStart(digits, '0')}:${subjectOf(row)}`;
}
