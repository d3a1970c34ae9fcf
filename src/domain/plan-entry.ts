import type { DealStage } from './deal';
import type { AccountId, DealId, LineId, PlanId, ProjectId, Tag } from './ids';
import { isDealId, isTag } from './ids';
import type { Instant, PlainDate } from './plain-date';

/** How sure an entry is, which follows from the stage of its deal. */
export type Firmness = 'tentative' | 'firm' | 'confirmed';

/** What a deal's stage makes of its entries; null plans none. */
export const firmnessAt: Readonly<Record<DealStage, Firmness | null>> = {
  open: null,
  negotiation: 'tentative',
  internallyWon: 'firm',
  won: 'confirmed',
  lost: null,
};

/** Who a plan is for: a named person, or a role as one of Tempo's generic resources. */
export type Assignee =
  | { readonly kind: 'person'; readonly accountId: AccountId }
  | { readonly kind: 'role'; readonly role: string };

/** What a plan says. Two plans that say the same need no write. */
export interface PlanContent {
  readonly assignee: Assignee;
  readonly projectId: ProjectId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutesPerDay: number;
  readonly description: string;
}

/** An entry as deal and guidelines want it. */
export interface DesiredEntry {
  readonly tag: Tag;
  readonly lineId: LineId;
  readonly firmness: Firmness;
  readonly content: PlanContent;
  readonly asksForApproval: boolean;
}

/** A plan as it stands in Tempo. */
export interface ActualPlan {
  readonly id: PlanId;
  readonly content: PlanContent;
  readonly updatedAt: Instant | null;
  /** Synchronised from an issue by Tempo itself: never ours to change. */
  readonly isSyncedFromIssue: boolean;
  /** Approved by its reviewer: moving it would send it back to pending. */
  readonly isApproved: boolean;
}

/**
 * A row of the ledger: what we know of one entry of ours.
 * `claimed`: about to be created, Tempo's id not known yet. `written`: stands in Tempo. `released`: taken back.
 */
export type LedgerRow = LedgerKey &
  (
    | { readonly state: 'claimed'; readonly firmness: Firmness; readonly content: PlanContent }
    | {
        readonly state: 'written';
        readonly planId: PlanId;
        readonly firmness: Firmness;
        readonly content: PlanContent;
        /** What we were about to write when the process may have died: a plan that says this was changed by us. */
        readonly intended: PlanContent | null;
        /** A person's change that was accepted: it stands until we want something else than we wanted then. */
        readonly accepted: { readonly insteadOf: PlanContent; readonly deleted: boolean } | null;
        /** What our last change took the place of, so that a person's change that crossed it is noticed; null when we changed nothing yet. */
        readonly replaced: PlanContent | null;
      }
    | { readonly state: 'released'; readonly planId: PlanId | null; readonly content: PlanContent }
  );

interface LedgerKey {
  readonly tag: Tag;
  readonly dealId: DealId;
  readonly projectId: ProjectId;
  readonly lineId: LineId;
}

/** The role that a plan is for, or that stands in its description between our marks; empty where neither tells. */
export const roleIn = ({ assignee, description }: PlanContent): string => (assignee.kind === 'role' ? assignee.role : (description.split(' · ').at(-2) ?? ''));

/** The mark by which a plan of ours is known again; it stands in the plan's description. */
export function tagOf(dealId: DealId, lineId: LineId): Tag {
  const tag = `[opiekun:${dealId}:${lineId}]`;
  if (!isTag(tag)) throw new RangeError('a deal id and a line id always make a tag');
  return tag;
}

/** The deal that a tag names. */
export function dealOfTag(tag: Tag): DealId {
  const id = tag.split(':')[1] ?? '';
  if (!isDealId(id)) throw new RangeError('a tag always names a deal');
  return id;
}

/** The tag in a description, or undefined in plans that are not ours. */
export function findTag(description: string): Tag | undefined {
  const text = /\[opiekun:[^\]]{1,80}\]/.exec(description)?.[0];
  return text !== undefined && isTag(text) ? text : undefined;
}

export const sameAssignee = (a: Assignee, b: Assignee): boolean =>
  a.kind === 'person' ? b.kind === 'person' && a.accountId === b.accountId : b.kind === 'role' && a.role === b.role;

export const sameContent = (a: PlanContent, b: PlanContent): boolean =>
  sameAssignee(a.assignee, b.assignee) &&
  a.projectId === b.projectId &&
  a.from === b.from &&
  a.to === b.to &&
  a.minutesPerDay === b.minutesPerDay &&
  a.description === b.description;
