import type { Context } from 'hono';

/** Error codes of writes (SOAP API Developer Guide, "StatusCode"; REST API Developer Guide, "Status Codes and Error Responses"). */
export type WriteErrorCode =
  | 'DUPLICATE_VALUE' | 'ENTITY_IS_DELETED' | 'FIELD_INTEGRITY_EXCEPTION' | 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' | 'INSUFFICIENT_ACCESS_OR_READONLY'
  | 'INVALID_CROSS_REFERENCE_KEY' | 'INVALID_FIELD' | 'INVALID_FIELD_FOR_INSERT_UPDATE' | 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' | 'JSON_PARSER_ERROR'
  | 'MALFORMED_ID' | 'NOT_FOUND' | 'REQUEST_ENTITY_TOO_LARGE' | 'REQUIRED_FIELD_MISSING' | 'STRING_TOO_LONG' | 'UNSUPPORTED_MEDIA_TYPE';

/** A write that Salesforce itself would refuse. */
export class WriteError extends Error {
  /** @param fields the fields it is about; left out of the answer where undefined */
  constructor(readonly code: WriteErrorCode, message: string, readonly fields?: readonly string[], readonly status: 400 | 403 | 404 | 413 | 415 = 400) {
    super(message);
    this.name = 'WriteError';
  }

  answer(context: Context): Response {
    return context.json([{ message: this.message, errorCode: this.code, ...(this.fields === undefined ? {} : { fields: this.fields }) }], this.status);
  }
}
