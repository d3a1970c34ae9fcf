import { canonicalId } from '../record-ids';
import { fold } from '../schema';
import { SoqlError } from './errors';
import { textOf } from './literals';
import type { Field } from './objects';
import type { Literal } from './query';

export type SqlValue = string | number | null;

/** Long texts and contents of files can be read only (SOQL and SOSL Reference, "Filtering on Fields"). */
export function refuseUnusable(field: Field, use: 'filtered' | 'sorted'): void {
  if (field.type === 'longText' || field.type === 'content') throw new SoqlError('INVALID_FIELD', `field '${field.name}' can not be ${use} in a query call`);
}

/** What a value of another type is refused with. */
export function mismatch(field: Field): SoqlError {
  return new SoqlError('INVALID_FIELD', `the value compared with ${field.name} must be of type ${field.type}`);
}

/** What a literal is in the database, for a field of that type; an empty string is no value. */
export function valueFor(field: Field, literal: Literal): SqlValue {
  if (literal.kind === 'null') return null;
  switch (field.type) {
    case 'id': {
      if (literal.kind !== 'string') throw mismatch(field);
      const text = textOf(literal.raw);
      if (text === '') return null;
      const id = canonicalId(text);
      if (id === undefined) throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
      return id;
    }
    case 'string':
    case 'picklist': {
      if (literal.kind !== 'string') throw mismatch(field);
      return fold(textOf(literal.raw)) || null;
    }
    case 'boolean':
      if (literal.kind !== 'boolean') throw mismatch(field);
      return literal.value ? 1 : 0;
    case 'longText':
    case 'content':
      throw mismatch(field);
    case 'number':
    case 'date':
    case 'dateTime':
      if (literal.kind !== field.type) throw mismatch(field);
      return literal.value;
  }
}
