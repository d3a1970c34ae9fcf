import { NotModelledError, SoqlError } from './errors';
import type { ObjectDescription } from './objects';
import type { Condition, FieldPath, Query } from './query';

/**
 * Refuses a query of links between files and records that does not say of which file or record they are
 * (Object Reference, "ContentDocumentLink"). One that says it only within OR or NOT does not say it.
 * @throws SoqlError @throws NotModelledError
 */
export function checkRequiredFilter(object: ObjectDescription, { where }: Query): void {
  const { requiredFilter, name } = object;
  if (requiredFilter === undefined) return;
  const narrowed = new Set(conjuncts(where).map(narrowedField).filter((field) => field !== undefined));
  const given = requiredFilter.filter((field) => narrowed.has(field.toLowerCase()));
  if (given.length === 0) {
    throw new SoqlError('MALFORMED_QUERY', `Implementation restriction: ${name} requires a filter by a single Id on ${requiredFilter.join(' or ')} using the equals operator or multiple Id's using the IN operator.`);
  }
  if (!given.includes('LinkedEntityId') && fieldsOf(where).some((path) => path.some((step) => step.toLowerCase() === 'contentdocument'))) {
    // The Object Reference rules this out and does not say with which error.
    throw new NotModelledError('filtering ContentDocumentLink by ContentDocumentId and by fields of ContentDocument');
  }
}

function conjuncts(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return condition.kind === 'and' ? condition.operands.flatMap(conjuncts) : [condition];
}

/** The field of the record itself that a condition pins to certain values, in lower case. */
function narrowedField(condition: Condition): string | undefined {
  const pins = condition.kind === 'in' ? !condition.negated : condition.kind === 'compare' && condition.operator === '=' && condition.value.kind === 'string';
  return pins && 'field' in condition && condition.field.length === 1 ? condition.field[0]?.toLowerCase() : undefined;
}

function fieldsOf(condition: Condition | undefined): readonly FieldPath[] {
  if (condition === undefined) return [];
  if ('operands' in condition) return condition.operands.flatMap(fieldsOf);
  return 'operand' in condition ? fieldsOf(condition.operand) : [condition.field];
}
