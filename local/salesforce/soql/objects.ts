export type FieldType = 'id' | 'string' | 'picklist' | 'number' | 'boolean' | 'date' | 'dateTime';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** The value as SQL; {row} stands for the alias of the row. */
  readonly sql: string;
  /** What to sort by where that is not the value itself. */
  readonly sortSql?: string;
}

export interface Parent {
  readonly relationship: string;
  readonly object: ObjectName;
  readonly column: string;
}

/** What a subquery in SELECT may name: the records of `object` whose column holds the parent's id. */
export interface Children {
  readonly relationship: string;
  readonly object: ObjectName;
  readonly column: string;
}

export type ObjectName = 'Account' | 'Opportunity' | 'OpportunityHistory' | 'OpportunityStage' | 'Organization' | 'User';

export interface ObjectDescription {
  readonly name: ObjectName;
  readonly table: string;
  /** The condition under which a row is not in the recycle bin. */
  readonly live: string;
  readonly fields: readonly Field[];
  readonly parents: readonly Parent[];
  readonly children: readonly Children[];
  /** Standard fields that exist in Salesforce and not here. */
  readonly unmodelledFields: readonly string[];
  /** Standard relationships to children that exist in Salesforce and not here. */
  readonly unmodelledChildren: readonly string[];
}

function field(name: string, type: FieldType, sql: string, sortSql?: string): Field {
  return { name, type, sql, ...(sortSql === undefined ? {} : { sortSql }) };
}

/** The plus keeps SQLite from searching by this column, which says almost nothing. */
const NOT_DELETED = '+{row}.is_deleted = 0';

const id = field('Id', 'id', '{row}.id');
const stamps = [
  field('CreatedDate', 'dateTime', '{row}.created_date'),
  field('LastModifiedDate', 'dateTime', '{row}.last_modified_date'),
  field('SystemModstamp', 'dateTime', '{row}.system_modstamp'),
];
const owner: Parent = { relationship: 'Owner', object: 'User', column: 'owner_id' };
const createdBy: Parent = { relationship: 'CreatedBy', object: 'User', column: 'created_by_id' };
/** Relationships that nearly every object has. */
const COMMON_CHILDREN = ['ActivityHistories', 'OpenActivities', 'Tasks', 'Events', 'Attachments', 'AttachedContentDocuments', 'AttachedContentNotes', 'CombinedAttachments',
  'ContentDocumentLinks', 'Emails', 'Feeds', 'FeedSubscriptionsForEntity', 'Histories', 'Notes', 'NotesAndAttachments', 'ProcessInstances', 'ProcessSteps', 'Shares', 'TopicAssignments'];
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

const DESCRIPTIONS: readonly ObjectDescription[] = [
  {
    name: 'Account', table: 'sf_account', live: NOT_DELETED,
    fields: [id, field('Name', 'string', '{row}.name'), field('OwnerId', 'id', '{row}.owner_id'), ...stamps,
      field('IsDeleted', 'boolean', '{row}.is_deleted'), field('MasterRecordId', 'id', '{row}.master_record_id')],
    parents: [owner],
    children: [],
    unmodelledChildren: [...COMMON_CHILDREN, 'Opportunities', 'Contacts', 'AccountContactRoles', 'AccountContactRelations', 'AccountPartnersFrom', 'Assets', 'Cases', 'ChildAccounts', 'Contracts', 'Orders'],
    unmodelledFields: ['Type', 'ParentId', 'Industry', 'Website', 'Phone', 'Description', 'AnnualRevenue', 'NumberOfEmployees', 'BillingAddress', 'BillingCity', 'BillingCountry', 'CreatedById', 'LastModifiedById'],
  },
  {
    name: 'Opportunity', table: 'sf_opportunity', live: NOT_DELETED,
    fields: [id, field('Name', 'string', '{row}.name'), field('AccountId', 'id', '{row}.account_id'), ...opportunityCore,
      field('ForecastCategoryName', 'picklist', '{row}.forecast_category'),
      field('IsClosed', 'boolean', '{row}.is_closed'), field('IsWon', 'boolean', '{row}.is_won'),
      field('IsDeleted', 'boolean', '{row}.is_deleted'), field('OwnerId', 'id', '{row}.owner_id'),
      field('CreatedById', 'id', '{row}.created_by_id'), field('LastModifiedById', 'id', '{row}.last_modified_by_id'),
      field('CurrencyIsoCode', 'picklist', '{row}.currency'), ...stamps],
    parents: [{ relationship: 'Account', object: 'Account', column: 'account_id' }, owner, createdBy,
      { relationship: 'LastModifiedBy', object: 'User', column: 'last_modified_by_id' }],
    children: [{ relationship: 'OpportunityHistories', object: 'OpportunityHistory', column: 'opportunity_id' }],
    unmodelledChildren: [...COMMON_CHILDREN, 'OpportunityLineItems', 'OpportunityContactRoles', 'OpportunityCompetitors', 'OpportunityPartnersFrom', 'AccountPartners', 'Partners', 'Quotes'],
    unmodelledFields: ['Description', 'NextStep', 'Type', 'LeadSource', 'ForecastCategory', 'CampaignId', 'ContactId', 'Fiscal', 'FiscalYear', 'FiscalQuarter', 'HasOpportunityLineItem', 'LastActivityDate', 'LastStageChangeDate', 'LastStageChangeInDays', 'IsPrivate', 'TotalOpportunityQuantity', 'Pricebook2Id', 'PushCount', 'LastViewedDate', 'LastReferencedDate', 'HasOverdueTask', 'HasOpenActivity'],
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

/** Objects that every org has and that are not modelled; AccountTeamMember and its like are absent, as in an org without teams. */
export const UNMODELLED_OBJECTS: readonly string[] = [
  'Contact', 'Lead', 'Case', 'Task', 'Event', 'Campaign', 'Product2', 'Pricebook2', 'PricebookEntry', 'OpportunityLineItem',
  'OpportunityFieldHistory', 'OpportunityContactRole', 'AccountContactRole', 'ContentVersion', 'ContentDocument', 'ContentDocumentLink',
  'ContentNote', 'Profile', 'UserRole', 'Group', 'RecordType', 'Contract', 'Order', 'Quote', 'Attachment', 'Note', 'EntityDefinition',
  'FieldDefinition', 'CurrencyType', 'DatedConversionRate', 'PermissionSet',
];

/** The objects of an org; without several currencies there is no CurrencyIsoCode. */
export class Objects {
  private readonly byName: ReadonlyMap<string, ObjectDescription>;

  constructor(multiCurrency: boolean) {
    this.byName = new Map(DESCRIPTIONS.map((description) => [description.name.toLowerCase(), multiCurrency ? description : {
      ...description, fields: description.fields.filter((one) => one.name !== 'CurrencyIsoCode'),
    }]));
  }

  /** Names compare without regard to letter case. */
  find(name: string): ObjectDescription | undefined {
    return this.byName.get(name.toLowerCase());
  }
}
