import { addSeconds } from './calendar';
import type { Client } from './deal';
import { costOf, type Billing, type Figures, type FiguresSource } from './figures';
import type { AccountId, ProjectId } from './ids';
import type { MarginReading, MarginState } from './margin-guard';
import type { MarginThreat } from './margin-threat';
import type { Currency, Money } from './money';
import type { Instant, PlainDate } from './plain-date';
import type { RoleRate } from './rates';
import type { Total } from './total';

/** Why the figures could not be read; what was read before stands beside it. */
export type MarginFailure =
  | 'notConnected'
  | 'unauthorised'
  | 'refused'
  | 'missing'
  | 'rejected'
  | 'rateLimited'
  | 'unavailable'
  | 'unexpectedAnswer'
  | 'unexpected'
  /** Financial Manager is not there, or not for this token. */
  | 'unlicensed'
  /** Nobody knows which of its projects is this one. */
  | 'noCostProject'
  | 'severalCostProjects'
  | 'sharedCostProject'
  | 'costProjectGone'
  /** The project there counts hours and no money. */
  | 'timeBasedCostProject';

/** What a list of projects shows of one: how it stands, without the weeks and roles behind it. */
export interface MarginStanding {
  readonly projectId: ProjectId;
  /** Counts changes, so that two of them cannot cross. */
  readonly revision: number;
  /** The project in Jira as it was then; null before the first look. */
  readonly project: { readonly key: string; readonly name: string } | null;
  /** Who published its guidelines last. */
  readonly managerId: AccountId | null;
  /** Whose deals are linked to it. */
  readonly clients: readonly Client[];
  /** When the figures were last asked for, whether they came or not; null before the first time. */
  readonly checkedAt: Instant | null;
  /** When they are to be asked for next; null is at once. */
  readonly nextAt: Instant | null;
  readonly failure: MarginFailure | null;
  readonly sums: MarginSums | null;
  readonly reading: MarginReading | null;
  readonly threat: MarginThreat | null;
}

/** The money in short; null is unknown. */
export interface MarginSums {
  readonly source: FiguresSource;
  readonly asOf: PlainDate;
  readonly currency: Currency | null;
  /** What the client agreed to pay for the whole, by the guidelines, in their own currency. */
  readonly budget: Money | null;
  readonly cost: Total | null;
  readonly revenue: Total | null;
}

/** A project's margin as it was last looked at. */
export interface ProjectMargin extends MarginStanding {
  readonly figures: Figures | null;
}

export const unchecked = (projectId: ProjectId): ProjectMargin => ({
  projectId,
  revision: 0,
  project: null,
  managerId: null,
  clients: [],
  checkedAt: null,
  nextAt: null,
  failure: null,
  sums: null,
  figures: null,
  reading: null,
  threat: null,
});

/** Failures of Tempo as a whole: the next project would meet the same. */
const everywhere: ReadonlySet<MarginFailure> = new Set(['notConnected', 'unauthorised', 'rateLimited', 'unavailable', 'unlicensed']);
export const failsEverywhere = ({ failure }: Pick<MarginStanding, 'failure'>): boolean => failure !== null && everywhere.has(failure);

/** A look lasts for a day, a little less, so that an hourly run does not come a moment too early; one that failed is repeated in the next run. */
const looksLast = { good: 84_600, failed: 3_300 } as const;
export const nextLook = (at: Instant, failure: MarginFailure | null): Instant => addSeconds(at, failure === null ? looksLast.good : looksLast.failed);

export const sumsOf = (figures: Figures, budget: Money | null): MarginSums => ({
  source: figures.source,
  asOf: figures.asOf,
  currency: figures.currency,
  budget,
  cost: figures.currency === null ? null : costOf(figures),
  revenue: figures.currency === null ? null : figures.revenue,
});

export const stateOf = ({ reading }: Pick<MarginStanding, 'reading'>): MarginState => reading?.state ?? 'unknown';

/** How a project's money is read. */
export interface MarginSettings {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  readonly billing: Billing;
}

export const defaultMarginSettings: MarginSettings = { revision: 0, billing: 'timeAndMaterial' };

/** What the company pays and asks for hours, and in which role people are where no guidelines say it. */
export interface CompanyRates {
  readonly revision: number;
  /** Figures that are older than that are read anew. */
  readonly changedAt: Instant | null;
  readonly rates: readonly RoleRate[];
  readonly people: readonly { readonly accountId: AccountId; readonly role: string }[];
}

export const noRates: CompanyRates = { revision: 0, changedAt: null, rates: [], people: [] };
