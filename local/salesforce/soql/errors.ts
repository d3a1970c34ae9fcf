export type SoqlErrorCode =
  | 'INVALID_FIELD' | 'INVALID_TYPE' | 'MALFORMED_QUERY' | 'INVALID_QUERY_FILTER_OPERATOR' | 'NUMBER_OUTSIDE_VALID_RANGE';

/** A query that Salesforce itself would refuse. */
export class SoqlError extends Error {
  constructor(readonly code: SoqlErrorCode, message: string) {
    super(message);
    this.name = 'SoqlError';
  }
}

/** A query that Salesforce would answer and this stand-in cannot. */
export class NotModelledError extends Error {
  constructor(readonly missing: string) {
    super(`Not modelled here: ${missing}`);
    this.name = 'NotModelledError';
  }
}
