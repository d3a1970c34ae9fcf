import type { SyncFailureCode } from '../domain/linked-deal';

export type OutsideSystem = 'salesforce' | 'tempo' | 'jira';

export type OutsideFailure = Exclude<SyncFailureCode, 'unexpected'>;

/** The one family of errors from outside systems. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  constructor(
    readonly system: OutsideSystem,
    readonly failure: OutsideFailure,
    /** What the other system said, safe to show: never a secret, a token or a name. */
    readonly detail: string,
    /** Seconds that the other system asked us to wait. */
    readonly retryAfter?: number,
  ) {
    super(`${system}: ${failure}: ${detail}`);
  }
}

/** The system has not been connected by an administrator. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
  constructor(readonly system: 'salesforce' | 'tempo') {
    super(`${system} is not connected`);
  }
}

/** Somebody else changed the record since it was read. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';
  constructor(readonly what: string) {
    super(`${what} was changed meanwhile`);
  }
}
