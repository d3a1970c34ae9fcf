import { WriteError } from './write-error';

/**
 * What Salesforce says of a field that points at another record: one of another kind, one that never was, and one that was deleted
 * are told apart (SOAP API Developer Guide, "StatusCode").
 */
export function checkReference(field: string, id: string, prefix: string, record: { readonly deleted: boolean } | undefined): void {
  if (!id.startsWith(prefix)) throw new WriteError('FIELD_INTEGRITY_EXCEPTION', `${field.replace(/Id$/, ' ID')}: id value of incorrect type: ${id}`, [field]);
  if (record === undefined) throw new WriteError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  if (record.deleted) throw new WriteError('ENTITY_IS_DELETED', 'entity is deleted', []);
}
