/**
 * A refusal in the shape that @forge/kvs parses. Codes are those of Forge's pages on error handling for the
 * Key-Value Store and the Custom Entity Store, and of the package's own tests; BAD_REQUEST where neither names one.
 * Two codes stand on no published page and are kept here alone: KEY_ALREADY_EXISTS and CONDITION_NOT_MET
 * (both with status 409, by which an app can tell them).
 */
export type StorageErrorCode =
  | 'EMPTY_KEY'
  | 'KEY_TOO_LONG'
  | 'INVALID_KEY'
  | 'KEY_NOT_FOUND'
  | 'KEY_ALREADY_EXISTS'
  | 'CONDITION_NOT_MET'
  | 'MAX_SIZE'
  | 'MAX_DEPTH'
  | 'INVALID_ENTITY_TYPE'
  | 'INVALID_ENTITY_VALUE'
  | 'INVALID_ENTITY_INDEX'
  | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'
  | 'EMPTY_FILTER_OPERATOR'
  | 'INVALID_FILTER_OPERATORS_COMBINATION'
  | 'INSUFFICIENT_FILTER_VALUES'
  | 'RATE_LIMIT_EXCEEDED'
  | 'FORBIDDEN'
  | 'NOT_MODELLED'
  | 'BAD_REQUEST';

const statuses: Partial<Record<StorageErrorCode, number>> = {
  KEY_NOT_FOUND: 404,
  KEY_ALREADY_EXISTS: 409,
  CONDITION_NOT_MET: 409,
  FORBIDDEN: 403,
  RATE_LIMIT_EXCEEDED: 429,
  NOT_MODELLED: 501,
};

export class StorageError extends Error {
  readonly status: number;

  constructor(
    readonly code: StorageErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'StorageError';
    this.status = statuses[code] ?? 400;
  }
}
