import type { FilterAnswer, FilterClause } from '../domain/gate-filter';

/** What Jira keeps as the meaning of a function of ours in somebody's filter, until it is told another. */
export interface KeptFilter {
  readonly id: string;
  readonly clause: FilterClause;
  readonly kept: FilterAnswer;
}

export interface Filters {
  /** Those that people use now. */
  kept(): Promise<readonly KeptFilter[]>;
  /** One that is gone meanwhile is passed over. */
  keep(answers: readonly { readonly id: string; readonly answer: FilterAnswer }[]): Promise<void>;
}
