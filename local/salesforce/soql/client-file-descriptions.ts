import { COMMON_CHILDREN, field, id, isDeleted, NOT_DELETED, owner, ownerId, stamps } from './common-fields';
import type { ObjectDescription } from './objects';

/** A role, a version and a link have no recycle bin of their own: they go with their deal or document, and come back with it. */
const dealDeleted = '(SELECT o.is_deleted FROM sf_opportunity o WHERE o.id = {row}.opportunity_id)';
const documentDeleted = '(SELECT d.is_deleted FROM sf_document d WHERE d.id = {row}.document_id)';
const ofLatest = (column: string): string => `(SELECT v.${column} FROM sf_version v WHERE v.id = {row}.latest_version_id)`;
const contactName = "(CASE WHEN {row}.first_name IS NULL THEN {row}.last_name ELSE {row}.first_name || ' ' || {row}.last_name END)";

/** The people at clients and the files about them (Object Reference: "Contact", "OpportunityContactRole", "ContentDocument", "ContentVersion", "ContentDocumentLink"). */
export const CLIENT_FILE_DESCRIPTIONS: readonly ObjectDescription[] = [
  {
    name: 'Contact', table: 'sf_contact', live: NOT_DELETED,
    fields: [id, field('AccountId', 'id', '{row}.account_id'), field('FirstName', 'string', '{row}.first_name'), field('LastName', 'string', '{row}.last_name'),
      field('Name', 'string', contactName), field('Title', 'string', '{row}.title'), field('Department', 'string', '{row}.department'),
      field('Email', 'string', '{row}.email'), field('Phone', 'string', '{row}.phone'), field('MobilePhone', 'string', '{row}.mobile_phone'),
      field('ReportsToId', 'id', '{row}.reports_to_id'), ownerId, isDeleted, ...stamps],
    parents: [{ relationship: 'Account', object: 'Account', column: 'account_id' }, { relationship: 'ReportsTo', object: 'Contact', column: 'reports_to_id' }, owner],
    children: [{ relationship: 'OpportunityContactRoles', object: 'OpportunityContactRole', column: 'contact_id' },
      { relationship: 'ContentDocumentLinks', object: 'ContentDocumentLink', column: 'linked_entity_id' }],
    unmodelledChildren: [...COMMON_CHILDREN, 'AccountContactRoles', 'AccountContactRelations', 'Assets', 'CampaignMembers', 'Cases', 'Opportunities'],
    unmodelledFields: ['Salutation', 'MiddleName', 'Suffix', 'MasterRecordId', 'MailingAddress', 'MailingStreet', 'MailingCity', 'MailingPostalCode', 'MailingCountry', 'OtherAddress', 'Fax', 'HomePhone',
      'OtherPhone', 'AssistantName', 'AssistantPhone', 'LeadSource', 'Birthdate', 'Description', 'CreatedById', 'LastModifiedById', 'LastActivityDate', 'LastCURequestDate', 'LastCUUpdateDate',
      'LastViewedDate', 'LastReferencedDate', 'EmailBouncedReason', 'EmailBouncedDate', 'IsEmailBounced', 'PhotoUrl', 'Jigsaw', 'JigsawContactId', 'IndividualId', 'HasOptedOutOfEmail', 'DoNotCall'],
  },
  {
    name: 'OpportunityContactRole', table: 'sf_contact_role', live: `NOT ${dealDeleted}`,
    fields: [id, field('OpportunityId', 'id', '{row}.opportunity_id'), field('ContactId', 'id', '{row}.contact_id'), field('Role', 'picklist', '{row}.role'),
      field('IsPrimary', 'boolean', '{row}.is_primary'), field('IsDeleted', 'boolean', dealDeleted), ...stamps],
    parents: [{ relationship: 'Opportunity', object: 'Opportunity', column: 'opportunity_id' }, { relationship: 'Contact', object: 'Contact', column: 'contact_id' }],
    children: [],
    unmodelledChildren: [],
    unmodelledFields: ['CreatedById', 'LastModifiedById', 'CurrencyIsoCode', 'Division'],
  },
  {
    name: 'ContentDocument', table: 'sf_document', live: NOT_DELETED,
    fields: [id, field('Title', 'string', ofLatest('title')), field('FileExtension', 'string', ofLatest('file_extension')), field('FileType', 'string', ofLatest('file_type')),
      field('ContentSize', 'number', ofLatest('content_size')), field('LatestPublishedVersionId', 'id', '{row}.latest_version_id'),
      field('ContentModifiedDate', 'dateTime', ofLatest('created_date')), field('Description', 'string', ofLatest('description')), ownerId, isDeleted, ...stamps],
    parents: [{ relationship: 'LatestPublishedVersion', object: 'ContentVersion', column: 'latest_version_id' }, owner],
    children: [{ relationship: 'ContentVersions', object: 'ContentVersion', column: 'document_id' }],
    unmodelledChildren: ['ContentDocumentLinks', 'Histories', 'FeedSubscriptionsForEntity', 'Feeds'],
    unmodelledFields: ['ArchivedById', 'ArchivedDate', 'IsArchived', 'ParentId', 'PublishStatus', 'SharingOption', 'SharingPrivacy', 'ContentAssetId', 'CreatedById', 'LastModifiedById', 'LastViewedDate', 'LastReferencedDate'],
  },
  {
    name: 'ContentVersion', table: 'sf_version', live: `NOT ${documentDeleted}`,
    fields: [id, field('ContentDocumentId', 'id', '{row}.document_id'), field('Title', 'string', '{row}.title'), field('PathOnClient', 'string', '{row}.path_on_client'),
      field('FileExtension', 'string', '{row}.file_extension'), field('FileType', 'string', '{row}.file_type'), field('ContentSize', 'number', '{row}.content_size'),
      field('Checksum', 'string', '{row}.checksum'), field('VersionNumber', 'string', 'CAST({row}.version_number AS TEXT)', '{row}.version_number'),
      field('IsLatest', 'boolean', '({row}.id = (SELECT d.latest_version_id FROM sf_document d WHERE d.id = {row}.document_id))'),
      field('ReasonForChange', 'string', '{row}.reason_for_change'), field('Description', 'string', '{row}.description'),
      field('FirstPublishLocationId', 'id', '{row}.first_publish_location_id'), field('ContentModifiedDate', 'dateTime', '{row}.created_date'),
      field('VersionData', 'content', '{row}.id'), ownerId, field('IsDeleted', 'boolean', documentDeleted), ...stamps],
    parents: [{ relationship: 'ContentDocument', object: 'ContentDocument', column: 'document_id' }, owner],
    children: [],
    unmodelledChildren: ['Histories', 'Feeds', 'FeedSubscriptionsForEntity'],
    unmodelledFields: ['ContentUrl', 'ContentBodyId', 'ContentLocation', 'ContentModifiedById', 'CreatedById', 'CurrencyIsoCode', 'ExternalDataSourceId', 'ExternalDocumentInfo1', 'ExternalDocumentInfo2', 'FeaturedContentBoost', 'FeaturedContentDate',
      'IsAssetEnabled', 'IsMajorVersion', 'LastModifiedById', 'NegativeRatingCount', 'Origin', 'PositiveRatingCount', 'PublishStatus', 'RatingCount', 'SharingOption', 'SharingPrivacy', 'TagCsv', 'TextPreview', 'VersionDataUrl'],
  },
  {
    name: 'ContentDocumentLink', table: 'sf_document_link', live: `NOT ${documentDeleted}`,
    fields: [id, field('ContentDocumentId', 'id', '{row}.document_id'), field('LinkedEntityId', 'id', '{row}.linked_entity_id'), field('ShareType', 'picklist', '{row}.share_type'),
      field('Visibility', 'picklist', '{row}.visibility'), field('IsDeleted', 'boolean', documentDeleted), field('SystemModstamp', 'dateTime', '{row}.system_modstamp')],
    parents: [{ relationship: 'ContentDocument', object: 'ContentDocument', column: 'document_id' }],
    requiredFilter: ['ContentDocumentId', 'LinkedEntityId'],
    children: [],
    unmodelledChildren: [],
    unmodelledFields: [],
  },
];
