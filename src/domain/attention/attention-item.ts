import { addDays } from '../calendar';
import type { DealStage } from '../deal';
import type { DocumentRequirement } from '../document-rules';
import type { Lapse } from '../gate';
import { isClientId, isProjectId, type ClientId, type DealId, type LineId, type ProjectId, type ReviewId } from '../ids';
import type { SyncFailureCode } from '../linked-deal';
import type { ThreatReason } from '../margin-guard';
import type { Month } from '../month';
import { compareAmounts, type Money } from '../money';
import type { Person } from '../person';
import type { PlainDate } from '../plain-date';
import type { RelationAlarm } from '../relation';

/** Whom an item is about: the project or the client whose record it stands in. */
export type Subject = `project:${ProjectId}` | `client:${ClientId}`;

/** What a subject names, or undefined for a text that is none. */
export function namedBy(text: string): { readonly kind: 'project'; readonly projectId: ProjectId } | { readonly kind: 'client'; readonly clientId: ClientId } | undefined {
  const [kind, id = '', ...more] = text.split(':');
  if (more.length > 0) return undefined;
  if (kind === 'project') return isProjectId(id) ? { kind, projectId: id } : undefined;
  return kind === 'client' && isClientId(id) ? { kind, clientId: id } : undefined;
}

/** What waits for the account manager, with what its sentence needs. */
export type Attention =
  | { readonly kind: 'gateReview'; readonly reviewId: ReviewId; readonly deliverable: string; readonly recipient: string }
  | { readonly kind: 'gateLapsed'; readonly reviewId: ReviewId; readonly deliverable: string; readonly lapse: Lapse }
  | { readonly kind: 'marginThreat'; readonly state: 'atRisk' | 'belowTarget'; readonly reasons: readonly ThreatReason['kind'][] }
  | { readonly kind: 'syncFailed'; readonly dealId: DealId; readonly deal: string; readonly failure: SyncFailureCode }
  | { readonly kind: 'drifted'; readonly dealId: DealId; readonly deal: string; readonly entries: number }
  | { readonly kind: 'stageUnmapped'; readonly dealId: DealId; readonly deal: string; readonly stageName: string }
  /** Who would be missing if a deal in negotiation were won: the first role or person, from when on, and how many more. */
  | { readonly kind: 'staffing'; readonly dealId: DealId; readonly deal: string; readonly role: string; readonly from: PlainDate; readonly minutes: number; readonly more: number }
  | { readonly kind: 'guidelinesMissing'; readonly deal: string; readonly stage: DealStage }
  | { readonly kind: 'guidelinesUnread'; readonly version: number }
  | { readonly kind: 'payment'; readonly documentId: LineId; readonly document: 'invoice' | 'protocol'; readonly number: string }
  | { readonly kind: 'scopeChange'; readonly changeId: LineId; readonly title: string; readonly state: 'proposed' | 'negotiation' }
  | { readonly kind: 'documentsMissing'; readonly count: number; readonly percent: number }
  | { readonly kind: 'renewal'; readonly requirement: DocumentRequirement; readonly dealId: DealId | null; readonly until: PlainDate }
  | { readonly kind: 'relation'; readonly alarm: RelationAlarm }
  | { readonly kind: 'contacts'; readonly gaps: number; readonly noDecisionMaker: boolean }
  | { readonly kind: 'records'; readonly missing: number; readonly stale: number }
  | { readonly kind: 'report'; readonly month: Month; readonly state: 'none' | 'draft' | 'changed' }
  /** A plan for a year that waits for the head of sales, who is nobody of those who submitted it. */
  | { readonly kind: 'accountPlan'; readonly year: number; readonly number: number; readonly submittedBy: Person };

/** Whether it is the account manager's to settle: a plan that was submitted waits for the head of sales. */
export const isOfManager = ({ what }: Pick<AttentionItem, 'what'>): boolean => what.kind !== 'accountPlan';

/** How soon somebody has to act, the soonest first. */
export const urgencies = ['overdue', 'today', 'week', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

export interface AttentionItem {
  /** The same thing has the same id at every look: letters, digits and hyphens. */
  readonly id: string;
  readonly what: Attention;
  /** By when it has to be settled; null where no day is set, and the weight says how soon. */
  readonly dueOn: PlainDate | null;
  /** How soon it is to be settled where there is no due day. */
  readonly weight: Exclude<Urgency, 'overdue'>;
  /** Since when it waits; null where nobody knows. */
  readonly since: PlainDate | null;
  /** What it is about in money; null where that is not known. */
  readonly money: Money | null;
}

const daysOfWeek = 7;

/** By its due day where it has one, else by its weight. */
export function urgencyOf({ dueOn, weight }: Pick<AttentionItem, 'dueOn' | 'weight'>, today: PlainDate): Urgency {
  if (dueOn === null) return weight;
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, daysOfWeek) ? 'week' : 'later';
}

export const isMoreUrgent = (a: Urgency, b: Urgency): boolean => urgencies.indexOf(a) < urgencies.indexOf(b);

/**
 * The order of a list: by urgency, then by what it is about in money, the most first, then by day.
 * Amounts of different currencies are compared as numbers: this is an order and no sum, and no rate is known.
 */
export function byUrgency(today: PlainDate): (a: AttentionItem, b: AttentionItem) => number {
  return (a, b) =>
    urgencies.indexOf(urgencyOf(a, today)) - urgencies.indexOf(urgencyOf(b, today)) ||
    (a.money === null || b.money === null ? Number(a.money === null) - Number(b.money === null) : compareAmounts(b.money.amount, a.money.amount)) ||
    order(a.dueOn ?? a.since ?? '9999', b.dueOn ?? b.since ?? '9999') ||
    order(a.id, b.id);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The most urgent of all, or null where nothing waits. */
export const mostUrgent = (items: readonly AttentionItem[], today: PlainDate): Urgency | null =>
  items.reduce<Urgency | null>((most, item) => (most === null || isMoreUrgent(urgencyOf(item, today), most) ? urgencyOf(item, today) : most), null);
