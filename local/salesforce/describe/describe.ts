import type { ObjectDescription } from '../soql/objects';
import type { JsonRecord } from '../soql/run';
import type { SalesforceStore } from '../store/store';
import type { FieldFacts } from './field-facts';
import { OBJECT_FACTS } from './object-facts';

/**
 * The answer of sObject Describe (REST API Developer Guide), with the fields and members that are modelled.
 * @returns undefined for an object that is not described here.
 */
export function describe(object: ObjectDescription, store: SalesforceStore): JsonRecord | undefined {
  const known = OBJECT_FACTS.get(object.name);
  if (known === undefined) return undefined;
  const { fields, ...members } = known;
  const present = new Set(object.fields.map(({ name }) => name));
  return {
    name: object.name, ...members, createable: true, queryable: true, custom: false,
    fields: fields.filter(({ name }) => present.has(name)).map((field) => describeField(object, field, store)),
  };
}

function describeField(object: ObjectDescription, { picklist, ...field }: FieldFacts, store: SalesforceStore): JsonRecord {
  const isRole = object.name === 'OpportunityContactRole' && field.name === 'Role';
  const stages = object.name === 'Opportunity' && field.name === 'StageName';
  const values = stages
    ? store.stages.all().map(({ apiName: value, label, active }) => ({ value, label, active, defaultValue: false }))
    : picklist.map((value) => ({ value, label: value, active: true, defaultValue: false }));
  return { ...field, restrictedPicklist: isRole ? store.features.read().restrictedRoles : field.restrictedPicklist, picklistValues: values };
}
