import type { CostFacts } from '../domain/cost-figures';
import type { CostProject } from '../domain/cost-project';
import type { CostProjectId } from '../domain/ids';
import type { PlainDate } from '../domain/plain-date';

/** Tempo Financial Manager, formerly Cost Tracker. */
export interface Costs {
  /** Every project that it keeps. Within one run they are asked for once. @throws OutsideError `refused` or `missing` where there is no licence, or none for this token. */
  projects(): Promise<readonly CostProject[]>;
  /**
   * What it says of one of them, everything up to a day.
   * @param until the last day of what is planned behind that; null where nobody knows it.
   */
  facts(id: CostProjectId, asOf: PlainDate, until: PlainDate | null): Promise<CostFacts>;
}
