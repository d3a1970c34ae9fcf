import { COMMON_CHILDREN, field, id, isDeleted, NOT_DELETED, owner, ownerId, stamps } from './common-fields';
import type { ObjectDescription, Parent } from './objects';

const createdBy: Parent = { relationship: 'CreatedBy', object: 'User', column: 'created_by_id' };
const stageOrder = '(SELECT s.sort_order FROM sf_stage s WHERE s.api_name = {row}.stage_name)';

/** Deleting a deal deletes its history, and restoring it restores both (Object Reference, "OpportunityHistory"). */
const opportunityDeleted = '(SELECT o.is_deleted FROM sf_opportunity o WHERE o.id = {row}.opportunity_id)';

const opportunityCore = [
  field('StageName', 'picklist', '{row}.stage_name', stageOrder),
  field('Amount', 'number', '({row}.amount_minor / 100.0)'),
  field('ExpectedRevenue', 'number', '(ROUND({row}.amount_minor * {row}.probability / 100.0) / 100.0)'),
  field('CloseDate', 'date', '{row}.close_date'),
  field('Probability', 'number', '{row}.probability'),
];

/** Clients, deals and the org itself. */
export const DESCRIPTIONS: readonly ObjectDescription[] = [
  {
    name: 'Account', table: 'sf_account', live: NOT_DELETED,
    fields: [id, field('Name', 'string', '{row}.name'), ownerId, ...stamps,
      isDeleted, field('Type', 'picklist', '{row}.type'), field('Industry', 'picklist', '{row}.industry'), field('Phone', 'string', '{row}.phone'),
      field('Website', 'string', '{row}.website'), field('BillingStreet', 'string', '{row}.billing_street'), field('BillingCity', 'string', '{row}.billing_city'),
      field('BillingPostalCode', 'string', '{row}.billing_postal_code'), field('BillingCountry', 'string', '{row}.billing_country'),
      field('NumberOfEmployees', 'number', '{row}.number_of_employees'), field('Description', 'longText', '{row}.description'),
      field('MasterRecordId', 'id', '{row}.master_record_id')],
    parents: [owner],
    children: [{ relationship: 'Contacts', object: 'Contact', column: 'account_id' },
      { relationship: 'ContentDocumentLinks', object: 'ContentDocumentLink', column: 'linked_entity_id' }],
    unmodelledChildren: [...COMMON_CHILDREN, 'Opportunities', 'AccountContactRoles', 'AccountContactRelations', 'AccountPartnersFrom', 'Assets', 'Cases', 'ChildAccounts', 'Contracts', 'Orders'],
    unmodelledFields: ['ParentId', 'AccountNumber', 'AccountSource', 'AnnualRevenue', 'BillingAddress', 'BillingState', 'Fax', 'LastActivityDate', 'Ownership', 'Rating', 'ShippingAddress', 'ShippingStreet', 'ShippingCity', 'Site', 'TickerSymbol', 'CreatedById', 'LastModifiedById'],
  },
  {
    name: 'Opportunity', table: 'sf_opportunity', live: NOT_DELETED,
    fields: [id, field('Name', 'string', '{row}.name'), field('AccountId', 'id', '{row}.account_id'), ...opportunityCore,
      field('ForecastCategoryName', 'picklist', '{row}.forecast_category'),
      field('IsClosed', 'boolean', '{row}.is_closed'), field('IsWon', 'boolean', '{row}.is_won'),
      isDeleted, ownerId, field('NextStep', 'string', '{row}.next_step'), field('Description', 'longText', '{row}.description'),
      field('Type', 'picklist', '{row}.type'), field('LeadSource', 'picklist', '{row}.lead_source'), field('LastActivityDate', 'date', '{row}.last_activity_date'),
      field('CreatedById', 'id', '{row}.created_by_id'), field('LastModifiedById', 'id', '{row}.last_modified_by_id'),
      field('CurrencyIsoCode', 'picklist', '{row}.currency'), ...stamps],
    parents: [{ relationship: 'Account', object: 'Account', column: 'account_id' }, owner, createdBy,
      { relationship: 'LastModifiedBy', object: 'User', column: 'last_modified_by_id' }],
    children: [{ relationship: 'OpportunityHistories', object: 'OpportunityHistory', column: 'opportunity_id' },
      { relationship: 'OpportunityContactRoles', object: 'OpportunityContactRole', column: 'opportunity_id' },
      { relationship: 'ContentDocumentLinks', object: 'ContentDocumentLink', column: 'linked_entity_id' }],
    unmodelledChildren: [...COMMON_CHILDREN, 'OpportunityLineItems', 'OpportunityCompetitors', 'OpportunityPartnersFrom', 'AccountPartners', 'Partners', 'Quotes'],
    unmodelledFields: ['ForecastCategory', 'CampaignId', 'ContactId', 'Fiscal', 'FiscalYear', 'FiscalQuarter', 'HasOpportunityLineItem', 'LastStageChangeDate', 'LastStageChangeInDays', 'IsPrivate', 'TotalOpportunityQuantity', 'Pricebook2Id', 'PushCount', 'LastViewedDate', 'LastReferencedDate', 'HasOverdueTask', 'HasOpenActivity'],
  },
  {
    name: 'OpportunityHistory', table: 'sf_history',
    live: `NOT ${opportunityDeleted}`,
    fields: [id, field('IsDeleted', 'boolean', opportunityDeleted), field('OpportunityId', 'id', '{row}.opportunity_id'), ...opportunityCore,
      field('PrevAmount', 'number', '({row}.prev_amount_minor / 100.0)'), field('PrevCloseDate', 'date', '{row}.prev_close_date'),
      field('ForecastCategory', 'picklist', '{row}.forecast_category'), field('CreatedById', 'id', '{row}.created_by_id'),
      field('CreatedDate', 'dateTime', '{row}.created_date'), field('SystemModstamp', 'dateTime', '{row}.system_modstamp')],
    parents: [{ relationship: 'Opportunity', object: 'Opportunity', column: 'opportunity_id' }, createdBy],
    children: [],
    unmodelledChildren: [],
    unmodelledFields: ['ValidThroughDate', 'PrevForecastUpdate', 'FromForecastCategory', 'FromOpportunityStageName'],
  },
  {
    name: 'OpportunityStage', table: 'sf_stage', live: '1',
    fields: [id, field('ApiName', 'string', '{row}.api_name'), field('MasterLabel', 'string', '{row}.master_label'),
      field('DefaultProbability', 'number', '{row}.default_probability'), field('ForecastCategoryName', 'picklist', '{row}.forecast_category'),
      field('IsActive', 'boolean', '{row}.is_active'), field('IsClosed', 'boolean', '{row}.is_closed'), field('IsWon', 'boolean', '{row}.is_won'),
      field('SortOrder', 'number', '{row}.sort_order'), ...stamps],
    parents: [],
    children: [],
    unmodelledChildren: [],
    unmodelledFields: ['Description', 'ForecastCategory', 'CreatedById', 'LastModifiedById'],
  },
  {
    name: 'User', table: 'sf_user', live: '1',
    fields: [id, field('Name', 'string', '{row}.name'), field('Username', 'string', '{row}.username'), field('Email', 'string', '{row}.email'),
      field('IsActive', 'boolean', '{row}.is_active'), ...stamps],
    parents: [],
    children: [],
    unmodelledChildren: [],
    unmodelledFields: ['FirstName', 'LastName', 'Alias', 'ProfileId', 'UserRoleId', 'ManagerId', 'Title', 'Department', 'TimeZoneSidKey', 'LocaleSidKey', 'UserType', 'FederationIdentifier'],
  },
  {
    name: 'Organization', table: 'sf_organization', live: '1',
    fields: [id, field('Name', 'string', '{row}.name'), field('CreatedDate', 'dateTime', '{row}.created_date'), field('SystemModstamp', 'dateTime', '{row}.system_modstamp')],
    parents: [],
    children: [],
    unmodelledChildren: [],
    unmodelledFields: ['IsSandbox', 'OrganizationType', 'InstanceName', 'NamespacePrefix', 'TimeZoneSidKey', 'LanguageLocaleKey', 'DefaultLocaleSidKey', 'FiscalYearStartMonth', 'TrialExpirationDate'],
  },
];
