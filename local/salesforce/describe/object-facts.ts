import type { ObjectName } from '../soql/objects';
import { STANDARD_CONTACT_ROLES } from '../store/contact-roles';
import { facts, idFacts, isDeletedFacts, ownerFacts, stampFacts } from './field-facts';
import type { FieldFacts } from './field-facts';

export interface ObjectFacts {
  readonly label: string;
  readonly labelPlural: string;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly fields: readonly FieldFacts[];
}

const name = (length: number): FieldFacts => facts('Name', 'string', 'write', length, { required: true });
const required = { required: true } as const;

/** What the Object Reference and the Field Reference say of the fields that are modelled; values of picklists are those of a new org. */
export const OBJECT_FACTS: ReadonlyMap<ObjectName, ObjectFacts> = new Map<ObjectName, ObjectFacts>([
  ['Account', {
    label: 'Account', labelPlural: 'Accounts', updateable: true, deletable: true,
    fields: [idFacts, isDeletedFacts, facts('MasterRecordId', 'reference', 'read'), name(255),
      facts('Type', 'picklist', 'write', 255, { label: 'Account Type', picklist: ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Channel Partner / Reseller', 'Installation Partner', 'Technology Partner', 'Other'] }),
      facts('BillingStreet', 'textarea', 'write', 255), facts('BillingCity', 'string', 'write', 40), facts('BillingPostalCode', 'string', 'write', 20), facts('BillingCountry', 'string', 'write', 80),
      facts('Phone', 'phone', 'write'), facts('Website', 'url', 'write'),
      facts('Industry', 'picklist', 'write', 255, { picklist: ['Agriculture', 'Apparel', 'Banking', 'Biotechnology', 'Chemicals', 'Communications', 'Construction', 'Consulting', 'Education', 'Electronics', 'Energy', 'Engineering',
        'Entertainment', 'Environmental', 'Finance', 'Food & Beverage', 'Government', 'Healthcare', 'Hospitality', 'Insurance', 'Machinery', 'Manufacturing', 'Media', 'Not For Profit', 'Recreation', 'Retail', 'Shipping',
        'Technology', 'Telecommunications', 'Transportation', 'Utilities', 'Other'] }),
      facts('NumberOfEmployees', 'int', 'write', 0, { label: 'Employees' }), facts('Description', 'textarea', 'write', 32_000, { label: 'Account Description' }), ownerFacts, ...stampFacts],
  }],
  ['Contact', {
    label: 'Contact', labelPlural: 'Contacts', updateable: true, deletable: true,
    fields: [idFacts, isDeletedFacts, facts('AccountId', 'reference', 'write'), facts('LastName', 'string', 'write', 80, required), facts('FirstName', 'string', 'write', 40),
      facts('Name', 'string', 'read', 121, { label: 'Full Name', required: true }), facts('Phone', 'phone', 'write', 40, { label: 'Business Phone' }), facts('MobilePhone', 'phone', 'write'),
      facts('ReportsToId', 'reference', 'write'), facts('Email', 'email', 'write'), facts('Title', 'string', 'write', 128), facts('Department', 'string', 'write', 80), ownerFacts, ...stampFacts],
  }],
  ['Opportunity', {
    label: 'Opportunity', labelPlural: 'Opportunities', updateable: true, deletable: true,
    fields: [idFacts, isDeletedFacts, facts('AccountId', 'reference', 'write'), name(120), facts('Description', 'textarea', 'write', 32_000),
      // The values of StageName are the org's own, and read from it.
      facts('StageName', 'picklist', 'write', 255, { label: 'Stage', required: true }), facts('Amount', 'currency', 'write'), facts('Probability', 'percent', 'write', 0, { label: 'Probability (%)' }),
      facts('ExpectedRevenue', 'currency', 'read', 0, { label: 'Expected Amount' }), facts('CloseDate', 'date', 'write', 0, required),
      facts('Type', 'picklist', 'write', 255, { label: 'Opportunity Type', picklist: ['Existing Customer - Upgrade', 'Existing Customer - Replacement', 'Existing Customer - Downgrade', 'New Customer'] }),
      facts('NextStep', 'string', 'write', 255),
      facts('LeadSource', 'picklist', 'write', 255, { picklist: ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'] }),
      facts('IsClosed', 'boolean', 'read', 0, { label: 'Closed' }), facts('IsWon', 'boolean', 'read', 0, { label: 'Won' }),
      facts('ForecastCategoryName', 'picklist', 'write', 40, { label: 'Forecast Category', picklist: ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'] }),
      facts('CurrencyIsoCode', 'picklist', 'write', 3, { label: 'Currency ISO Code', picklist: ['PLN', 'EUR'], restricted: true }), ownerFacts,
      facts('CreatedById', 'reference', 'read', 18, { defaulted: true }), facts('LastModifiedById', 'reference', 'read', 18, { defaulted: true }),
      facts('LastActivityDate', 'date', 'read', 0, { label: 'Last Activity' }), ...stampFacts],
  }],
  ['OpportunityContactRole', {
    label: 'Opportunity Contact Role', labelPlural: 'Opportunity Contact Roles', updateable: true, deletable: true,
    fields: [{ ...idFacts, label: 'Contact Role ID' }, facts('OpportunityId', 'reference', 'create', 18, required), facts('ContactId', 'reference', 'write', 18, required),
      facts('Role', 'picklist', 'write', 255, { picklist: STANDARD_CONTACT_ROLES }), facts('IsPrimary', 'boolean', 'write', 0, { label: 'Primary' }), ...stampFacts, isDeletedFacts],
  }],
  ['ContentVersion', {
    label: 'Content Version', labelPlural: 'Content Versions', updateable: true, deletable: false,
    fields: [{ ...idFacts, label: 'ContentVersion ID' }, facts('ContentDocumentId', 'reference', 'create', 18, required), facts('IsLatest', 'boolean', 'read'),
      facts('VersionNumber', 'string', 'read', 20), facts('Title', 'string', 'write', 255, required), facts('Description', 'textarea', 'write', 1_000),
      facts('ReasonForChange', 'string', 'write', 1_000), facts('PathOnClient', 'string', 'create', 500), facts('FileType', 'string', 'read', 20), facts('FileExtension', 'string', 'read', 40),
      facts('VersionData', 'base64', 'create'), facts('ContentSize', 'int', 'read', 0, { label: 'Size' }), facts('Checksum', 'string', 'read', 50), facts('ContentModifiedDate', 'datetime', 'read'),
      facts('FirstPublishLocationId', 'reference', 'create'), ownerFacts, isDeletedFacts, ...stampFacts],
  }],
]);

/** Links between files and records, which are written here and not described. */
export const CONTENT_DOCUMENT_LINK_FIELDS: readonly FieldFacts[] = [
  idFacts, facts('ContentDocumentId', 'reference', 'create', 18, required), facts('LinkedEntityId', 'reference', 'create', 18, required),
  facts('ShareType', 'picklist', 'write', 40, { picklist: ['V', 'C', 'I'], restricted: true }),
  facts('Visibility', 'picklist', 'write', 40, { picklist: ['AllUsers', 'InternalUsers', 'SharedUsers'], restricted: true }), isDeletedFacts,
  facts('SystemModstamp', 'datetime', 'read', 0, { defaulted: true }),
];
