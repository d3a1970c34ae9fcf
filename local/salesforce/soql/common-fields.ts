import type { Field, FieldType, Parent } from './objects';

export function field(name: string, type: FieldType, sql: string, sortSql?: string): Field {
  return { name, type, sql, ...(sortSql === undefined ? {} : { sortSql }) };
}

/** The plus keeps SQLite from searching by this column, which says almost nothing. */
export const NOT_DELETED = '+{row}.is_deleted = 0';

export const id = field('Id', 'id', '{row}.id');
export const isDeleted = field('IsDeleted', 'boolean', '{row}.is_deleted');
export const ownerId = field('OwnerId', 'id', '{row}.owner_id');
export const stamps = [
  field('CreatedDate', 'dateTime', '{row}.created_date'),
  field('LastModifiedDate', 'dateTime', '{row}.last_modified_date'),
  field('SystemModstamp', 'dateTime', '{row}.system_modstamp'),
];
export const owner: Parent = { relationship: 'Owner', object: 'User', column: 'owner_id' };
/** Relationships that nearly every object has. */
export const COMMON_CHILDREN = ['ActivityHistories', 'OpenActivities', 'Tasks', 'Events', 'Attachments', 'AttachedContentDocuments', 'AttachedContentNotes', 'CombinedAttachments',
  'Emails', 'Feeds', 'FeedSubscriptionsForEntity', 'Histories', 'Notes', 'NotesAndAttachments', 'ProcessInstances', 'ProcessSteps', 'Shares', 'TopicAssignments'];
