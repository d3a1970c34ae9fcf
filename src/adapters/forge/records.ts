import type { PortfolioRow } from '../../domain/attention/portfolio-row';
import type { BillingDocument } from '../../domain/billing-document';
import type { Figures } from '../../domain/figures';
import type { GateReview, GateStanding } from '../../domain/gate';
import type { GateSettings } from '../../domain/gate-settings';
import type { Acknowledgement, GuidelinesVersion } from '../../domain/guidelines';
import type { LinkedDeal } from '../../domain/linked-deal';
import type { LedgerRow } from '../../domain/plan-entry';
import type { ClientStanding } from '../../domain/client-standing';
import type { SyncOrder } from '../../domain/sync-order';
import type { MarginState } from '../../domain/margin-guard';
import type { MarginStanding } from '../../domain/project-margin';
import type { ProjectSummary } from '../../domain/project-summary';
import type { AuditRecord } from '../../ports/audit';
import type { DecidedReview, DecisionRecord } from '../../ports/gate-store';
import type { StoredDraft } from '../../ports/guidelines-store';

/**
 * The records of the app's storage: the attributes that manifest.yml declares for each entity,
 * and beside them the whole thing as `content`. Keys are made here and nowhere else.
 */

export interface GuidelinesVersionRecord {
  readonly projectId: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly content: GuidelinesVersion;
}

export interface DraftRecord {
  readonly projectId: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly content: StoredDraft;
}

export interface AcknowledgementRecord {
  readonly projectId: string;
  readonly version: number;
  readonly accountId: string;
  readonly acknowledgedAt: string;
  readonly content: Acknowledgement;
}

export interface SummaryRecord {
  readonly projectId: string;
  readonly revision: number;
  /** 0 while there are no guidelines. */
  readonly guidelinesVersion: number;
  readonly content: ProjectSummary;
}

export interface LinkedDealRecord {
  readonly dealId: string;
  readonly projectId: string;
  /** Empty where the opportunity has no account. */
  readonly clientId: string;
  /** Every linked deal of a lane is on its list. */
  readonly standing: `linked-${number}`;
  readonly linkedAt: string;
  readonly revision: number;
  readonly content: LinkedDeal;
}

export interface PlanEntryRecord {
  readonly tag: string;
  readonly dealId: string;
  readonly projectId: string;
  readonly state: string;
  readonly planId: string;
  readonly content: LedgerRow;
}

export interface SyncOrderRecord {
  readonly dealId: string;
  /** Every order of a lane is on its list, which is sorted by time. */
  readonly list: `lane-${number}`;
  readonly urgency: `${'urgent' | 'later'}-${number}`;
  readonly dueAt: string;
  readonly token: string;
  readonly content: SyncOrder;
}

export interface StateRecord<Content> {
  readonly name: string;
  readonly revision: number;
  readonly content: Content;
}

export interface GateReviewRecord {
  readonly reviewId: string;
  readonly projectId: string;
  readonly deliverable: string;
  readonly state: string;
  readonly requestedAt: string;
  readonly content: GateReview;
}

export interface GateDecisionRecord {
  readonly projectId: string;
  readonly deliverable: string;
  readonly decidedAt: string;
  readonly content: DecidedReview;
}

/** What a decision was made on. */
export interface GateEvidenceRecord {
  readonly projectId: string;
  readonly decidedAt: string;
  readonly content: DecisionRecord;
}

export interface GateSettingsRecord {
  readonly projectId: string;
  readonly revision: number;
  readonly content: GateSettings;
}

export interface GateStandingRecord {
  readonly deliverable: string;
  readonly projectId: string;
  readonly revision: number;
  /** Whether it may still change by itself. */
  readonly watch: 'open' | 'closed';
  /** The state that Jira's filters were last told. */
  readonly told: string;
  /** When its latest review was asked for; empty before the first. */
  readonly askedAt: string;
  readonly content: GateStanding;
}

export interface ProjectMarginRecord {
  readonly projectId: string;
  readonly revision: number;
  readonly state: MarginState;
  /** Always the same: one list of all projects, by when they are to be looked at next. */
  readonly list: 'all';
  /** Empty before the first look. */
  readonly nextAt: string;
  readonly content: MarginStanding;
}

/** What a margin was made of: the weeks and roles, which no list of projects needs. */
export interface MarginFiguresRecord {
  readonly projectId: string;
  readonly revision: number;
  readonly content: Figures | null;
}

export interface BillingDocumentRecord {
  readonly projectId: string;
  readonly documentId: string;
  readonly list: 'open' | 'settled';
  readonly dueOn: string;
  readonly content: BillingDocument;
}

/** How a client stands, for lists of them. */
export interface ClientStandingRecord {
  readonly clientId: string;
  readonly revision: number;
  /** Always the same: one list of all clients, by when they are to be looked at next. */
  readonly list: 'all';
  /** Empty before the first look. */
  readonly nextAt: string;
  readonly content: ClientStanding;
}

/** What an account manager files: one entity for every kind of it, of which each has lists of its own. */
export interface FiledEntityRecord<Content> {
  /** <kind>:<owner> */
  readonly file: string;
  /** <kind>:<list> */
  readonly list: string;
  readonly at: string;
  readonly revision: number;
  readonly content: Content;
}

/** A project or a client as lists over all of them show it. */
export interface PortfolioRowRecord {
  readonly subject: string;
  /** Projects and clients stand in lists of their own. */
  readonly list: PortfolioRow['kind'];
  /** Empty where nobody has published guidelines. */
  readonly managerId: string;
  /** What it is sorted by: see `sortKey`. */
  readonly urgency: string;
  readonly lookedAt: string;
  readonly revision: number;
  readonly content: PortfolioRow;
}

export interface AuditEntityRecord {
  readonly subject: string;
  readonly at: string;
  readonly content: AuditRecord;
}

export const entityNames = {
  guidelinesVersion: 'guidelines-version',
  draft: 'guidelines-draft',
  acknowledgement: 'acknowledgement',
  summary: 'project-summary',
  linkedDeal: 'linked-deal',
  planEntry: 'plan-entry',
  syncOrder: 'sync-order',
  state: 'app-state',
  gateReview: 'gate-review',
  gateDecision: 'gate-decision',
  gateStanding: 'gate-standing',
  gateEvidence: 'gate-evidence',
  gateSettings: 'gate-settings',
  projectMargin: 'project-margin',
  marginFigures: 'margin-figures',
  billingDocument: 'billing-document',
  clientStanding: 'client-standing',
  portfolioRow: 'portfolio-row',
  filed: 'filed-record',
  audit: 'audit-record',
} as const;

export const keys = {
  guidelinesVersion: (projectId: string, version: number) => `${projectId}:${String(version).padStart(6, '0')}`,
  acknowledgement: (projectId: string, version: number, accountId: string) => `${projectId}:${version}:${accountId}`,
  // A key takes no square brackets, which a tag begins and ends with.
  planEntry: (tag: string) => tag.slice(1, -1),
  decision: (deliverable: string, decidedAt: string, reviewId: string) => `${deliverable}:${decidedAt}:${reviewId}`,
  // One transaction writes the review itself under its id.
  evidence: (reviewId: string) => `${reviewId}:evidence`,
  // One transaction writes the standing itself under the project's id.
  marginFigures: (projectId: string) => `${projectId}:figures`,
  billingDocument: (projectId: string, id: string) => `${projectId}:${id}`,
  filed: (kind: string, owner: string, id: string) => `${kind}:${owner}:${id}`,
  audit: (subject: string, at: string, id: string) => `${subject}:${at}:${id}`,
} as const;
