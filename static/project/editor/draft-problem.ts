import type { Problem } from '../../../src/domain/draft';

/** A problem as it crosses the contract, where an absent bound may be written as undefined. */
export type DraftProblem = Pick<Problem, 'field' | 'code'> & { readonly limit?: number | undefined };
