import type { Client, Deal, StageEntry } from './deal';
import type { ProjectId, Tag } from './ids';
import type { PlanContent } from './plan-entry';
import type { Instant } from './plain-date';
import type { Release, Reprieve } from './release';

/** Why the planner is not in step, by the name of an error's code. */
export type SyncFailureCode =
  | 'unauthorised'
  | 'refused'
  | 'missing'
  | 'rejected'
  | 'rateLimited'
  | 'unavailable'
  | 'unexpectedAnswer'
  | 'unexpected';

export interface SyncFailure {
  readonly code: SyncFailureCode;
  readonly parameters: Readonly<Record<string, string>>;
}

/** How a deal's entries stand. */
export type SyncState =
  | { readonly kind: 'inStep'; readonly since: Instant }
  | { readonly kind: 'working'; readonly since: Instant }
  | { readonly kind: 'waiting'; readonly for: 'guidelines' | 'stageMapping' | 'connection' | 'project'; readonly since: Instant }
  | { readonly kind: 'drifted'; readonly entries: number; readonly since: Instant }
  | { readonly kind: 'failed'; readonly failure: SyncFailure; readonly since: Instant; readonly nextTryAt: Instant | null; readonly attempts: number }
  | { readonly kind: 'gone'; readonly since: Instant };

/** A person's change to one of our entries, kept until the AM chooses. */
export interface KnownDrift {
  readonly tag: Tag;
  readonly theirs: PlanContent | null;
  readonly ours: PlanContent | null;
  /** What the AM chose, until the next sync has carried it out. */
  readonly chosen: DriftChoice | null;
}

export type DriftChoice = 'takeTheirs' | 'putOursBack';

/** A deal linked to a project, with what was last seen of it. */
export interface LinkedDeal {
  readonly projectId: ProjectId;
  readonly deal: Deal;
  readonly linkedAt: Instant;
  readonly history: readonly StageEntry[];
  readonly sync: SyncState;
  readonly drift: readonly KnownDrift[];
  /** People's changes that ours went over in the same moment, kept until the AM chooses. */
  readonly crossed: readonly { readonly tag: Tag; readonly theirs: PlanContent }[];
  /** The last release of the deal's entries, until they are planned again. */
  readonly release: Release | null;
  /** The entries of a lost deal were brought back. */
  readonly reprieve: Reprieve | null;
  /** Counts rewrites, so that two of them cannot cross. */
  readonly revision: number;
}

/** A deal as it is when it has just been linked. */
export const newLink = (projectId: ProjectId, deal: Deal, now: Instant): LinkedDeal => ({
  projectId,
  deal,
  linkedAt: now,
  history: [],
  sync: { kind: 'working', since: now },
  drift: [],
  crossed: [],
  release: null,
  reprieve: null,
  revision: 1,
});

/** The deal's project is closed, and its entries stay as they are until it is opened again. */
export const waitsForProject = ({ sync }: LinkedDeal): boolean => sync.kind === 'waiting' && sync.for === 'project';

/** The project's first deal carries the staffing lines that name none. */
export const firstDeal = (deals: readonly LinkedDeal[]): LinkedDeal | undefined =>
  deals.reduce<LinkedDeal | undefined>((first, deal) => (first === undefined || deal.linkedAt < first.linkedAt ? deal : first), undefined);

/** Each client of the deals once, in the order in which their first deals come. */
export const clientsOf = (deals: readonly Pick<LinkedDeal, 'deal'>[]): readonly Client[] =>
  [...new Map(deals.flatMap(({ deal: { client } }) => (client === null ? [] : [[client.id, client] as const]))).values()];

/** Each project of the deals once, in the order in which their first deals come. */
export const projectsOf = (deals: readonly LinkedDeal[]): readonly ProjectId[] => [...new Set(deals.map(({ projectId }) => projectId))];

/** Two states that say the same to a person, whenever each began. */
export function sameSync(a: SyncState, b: SyncState): boolean {
  const { since: _a, ...left } = a;
  const { since: _b, ...right } = b;
  return JSON.stringify(left) === JSON.stringify(right);
}
