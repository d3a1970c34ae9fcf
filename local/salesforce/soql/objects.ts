import { CLIENT_FILE_DESCRIPTIONS } from './client-file-descriptions';
import { DESCRIPTIONS } from './descriptions';

/** A `content` is the address of a file's bytes. */
export type FieldType = 'id' | 'string' | 'longText' | 'picklist' | 'number' | 'boolean' | 'date' | 'dateTime' | 'content';

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

export type ObjectName =
  | 'Account' | 'Contact' | 'ContentDocument' | 'ContentDocumentLink' | 'ContentVersion' | 'Opportunity' | 'OpportunityContactRole'
  | 'OpportunityHistory' | 'OpportunityStage' | 'Organization' | 'User';

export interface ObjectDescription {
  readonly name: ObjectName;
  readonly table: string;
  /** The condition under which a row is not in the recycle bin. */
  readonly live: string;
  readonly fields: readonly Field[];
  readonly parents: readonly Parent[];
  readonly children: readonly Children[];
  /** A query must name one of these fields with = or IN; none where left out. */
  readonly requiredFilter?: readonly string[];
  /** Standard fields that exist in Salesforce and not here. */
  readonly unmodelledFields: readonly string[];
  /** Standard relationships to children that exist in Salesforce and not here. */
  readonly unmodelledChildren: readonly string[];
}

/** Objects that every org has and that are not modelled; AccountTeamMember and its like are absent, as in an org without teams. */
export const UNMODELLED_OBJECTS: readonly string[] = [
  'Lead', 'Case', 'Task', 'Event', 'Campaign', 'Product2', 'Pricebook2', 'PricebookEntry', 'OpportunityLineItem',
  'OpportunityFieldHistory', 'AccountContactRole', 'ContentDistribution', 'ContentWorkspace',
  'ContentNote', 'Profile', 'UserRole', 'Group', 'RecordType', 'Contract', 'Order', 'Quote', 'Attachment', 'Note', 'EntityDefinition',
  'FieldDefinition', 'CurrencyType', 'DatedConversionRate', 'PermissionSet',
];

/** The objects of an org; without several currencies there is no CurrencyIsoCode. */
export class Objects {
  private readonly byName: ReadonlyMap<string, ObjectDescription>;

  /** @param hidden which objects the API does not know at the moment */
  constructor(multiCurrency: boolean, private readonly hidden: () => ReadonlySet<ObjectName> = () => new Set()) {
    this.byName = new Map([...DESCRIPTIONS, ...CLIENT_FILE_DESCRIPTIONS].map((description) => [description.name.toLowerCase(), multiCurrency ? description : {
      ...description, fields: description.fields.filter((one) => one.name !== 'CurrencyIsoCode'),
    }]));
  }

  /** Names compare without regard to letter case. */
  find(name: string): ObjectDescription | undefined {
    const found = this.byName.get(name.toLowerCase());
    return found && this.hidden().has(found.name) ? undefined : found;
  }
}
