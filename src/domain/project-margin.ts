import type { Billing, Figures } from './figures';
import type { AccountId, ProjectId } from './ids';
import type { MarginReading, MarginState } from './margin-guard';
import type { MarginThreat } from './margin-threat';
import type { Instant } from './plain-date';
import type { RoleRate } from './rates';

/** Why the figures could not be read; what was read before stands beside it. */
export type MarginFailure = 'notConnected' | 'unauthorised' | 'refused' | 'missing' | 'rejected' | 'rateLimited' | 'unavailable' | 'unexpectedAnswer' | 'unexpected';

/** A project's margin as it was last looked at. */
export interface ProjectMargin {
  readonly projectId: ProjectId;
  /** Counts changes, so that two of them cannot cross. */
  readonly revision: number;
  /** When the figures were last asked for, whether they came or not; null before the first time. */
  readonly checkedAt: Instant | null;
  readonly failure: MarginFailure | null;
  readonly figures: Figures | null;
  readonly reading: MarginReading | null;
  readonly threat: MarginThreat | null;
}

export const unchecked = (projectId: ProjectId): ProjectMargin => ({ projectId, revision: 0, checkedAt: null, failure: null, figures: null, reading: null, threat: null });

export const stateOf = ({ reading }: Pick<ProjectMargin, 'reading'>): MarginState => reading?.state ?? 'unknown';

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
  readonly rates: readonly RoleRate[];
  readonly people: readonly { readonly accountId: AccountId; readonly role: string }[];
}

export const noRates: CompanyRates = { revision: 0, rates: [], people: [] };
