/** How describe names the type of a field (REST API Developer Guide, "sObject Describe"; SOAP API Developer Guide, "Field Types"). */
export type DescribedType =
  | 'id' | 'string' | 'reference' | 'picklist' | 'boolean' | 'datetime' | 'date' | 'currency' | 'percent' | 'int' | 'textarea' | 'phone' | 'email' | 'url' | 'base64';

export interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly type: DescribedType;
  /** Characters; 0 for what is no text. */
  readonly length: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Whether Salesforce gives a value where a new record has none. */
  readonly defaultedOnCreate: boolean;
  readonly picklist: readonly string[];
  readonly restrictedPicklist: boolean;
}

type Access = 'read' | 'create' | 'write';
interface Rest {
  readonly label?: string;
  readonly required?: true;
  readonly defaulted?: true;
  readonly picklist?: readonly string[];
  readonly restricted?: true;
}

const LENGTHS: Readonly<Partial<Record<DescribedType, number>>> = { id: 18, reference: 18, email: 80, phone: 40, url: 255, picklist: 255 };

/** @param access whether the API may set the field never, at creation only, or always. */
export function facts(name: string, type: DescribedType, access: Access, length = LENGTHS[type] ?? 0, rest: Rest = {}): FieldFacts {
  return {
    name, type, length,
    label: rest.label ?? name.replace(/Id$/, ' ID').replace(/([a-z])([A-Z])/g, '$1 $2').replace('  ', ' '),
    nillable: type !== 'boolean' && type !== 'id' && rest.required !== true && rest.defaulted !== true,
    createable: access !== 'read', updateable: access === 'write', defaultedOnCreate: rest.defaulted === true || type === 'boolean' || type === 'id',
    picklist: rest.picklist ?? [], restrictedPicklist: rest.restricted === true,
  };
}

/** Fields that nearly every object has, in describe's order. */
export const idFacts = facts('Id', 'id', 'read');
export const isDeletedFacts = facts('IsDeleted', 'boolean', 'read', 0, { label: 'Deleted' });
export const ownerFacts = facts('OwnerId', 'reference', 'write', 18, { label: 'Owner ID', defaulted: true });
export const stampFacts = [
  facts('CreatedDate', 'datetime', 'read', 0, { defaulted: true }), facts('LastModifiedDate', 'datetime', 'read', 0, { defaulted: true }),
  facts('SystemModstamp', 'datetime', 'read', 0, { defaulted: true }),
];
