import type { Client, DealStage } from '../deal';
import type { DocumentPlace } from '../formal-document';
import { isClientId, isProjectId, type AccountId, type ClientId, type DealId, type ProjectId } from '../ids';
import type { Currency, Money } from '../money';
import type { PlainDate } from '../plain-date';
import type { Total } from '../total';
import type { Period } from './quarter';
import { isNothing, type Sums } from './sums';

/** Whose part of the figures: a client's, or a project's for deals without an account. */
export type KpiOwner = ClientId | `project-${ProjectId}`;

export const ownerOfProject = (projectId: ProjectId): KpiOwner => `project-${projectId}`;

export const isKpiOwner = (text: string): text is KpiOwner => isClientId(text) || (text.startsWith('project-') && isProjectId(text.slice('project-'.length)));

/** A deal behind the figures. */
export interface CountedDeal {
  readonly id: DealId;
  readonly name: string;
  readonly projectId: ProjectId;
  /** Null where no administrator has mapped it. */
  readonly stage: DealStage | null;
  readonly amount: Money | null;
  /** Whole per cent. */
  readonly probability: number | null;
  readonly closeDate: PlainDate | null;
  /** Won by a client that had won before. */
  readonly isUpsell: boolean;
}

/** A project's money in a quarter; null is unknown for at least one week of it. */
export interface CountedProject {
  readonly projectId: ProjectId;
  readonly currency: Currency | null;
  readonly revenue: Total | null;
  readonly cost: Total | null;
  /** What the rest of the quarter brings as planned, and how much more if deals in negotiation are won; null is unknown. There in the quarter that is under way alone. */
  readonly planned?: { readonly revenue: Total; readonly tentative: Total } | null;
}

/** How a client stood when it was last looked at within a quarter; null is not known. */
export interface ClientSnapshot {
  readonly documentsComplete: boolean | null;
  readonly relationDocumented: boolean | null;
}

/** What a client's revenue is compared with: the same quarter a year before. */
export interface ClientGrowth {
  readonly currency: Currency;
  readonly revenue: Total;
  readonly before: Total;
}

export interface ComingRenewal extends DocumentPlace {
  readonly until: PlainDate;
}

/** What one owner brings one account manager in one quarter: its sums, and what they are made of. */
export interface KpiPart {
  readonly owner: KpiOwner;
  /** Null for the deals of a project that no client is known of. */
  readonly client: Client | null;
  readonly period: Period;
  /** Null is nobody: no guidelines were published yet. */
  readonly manager: AccountId | null;
  /** Counts changes; 0 is not kept yet. */
  readonly revision: number;
  readonly sums: Sums;
  readonly deals: readonly CountedDeal[];
  /** Deals that are counted and, for the record's size, not listed. */
  readonly unlisted: number;
  readonly projects: readonly CountedProject[];
  readonly snapshot: ClientSnapshot | null;
  readonly growth: ClientGrowth | null;
  readonly renewals: readonly ComingRenewal[];
}

/** A record of Forge's storage takes 240 KiB. */
export const mostListedDeals = 800;

export const isEmptyPart = ({ sums, snapshot }: KpiPart): boolean => isNothing(sums) && snapshot === null;

export const partKey = ({ period, manager }: Pick<KpiPart, 'period' | 'manager'>): string => `${period} ${manager ?? ''}`;

export const emptyPart = ({ owner, client, period, manager }: Pick<KpiPart, 'owner' | 'client' | 'period' | 'manager'>): KpiPart => ({
  owner, client, period, manager, revision: 0, sums: { money: {}, counts: {} }, deals: [], unlisted: 0, projects: [], snapshot: null, growth: null, renewals: [],
});

/** Whether two parts say the same, whatever their revisions. */
export const samePart = (a: KpiPart, b: KpiPart): boolean => JSON.stringify({ ...a, revision: 0 }) === JSON.stringify({ ...b, revision: 0 });
