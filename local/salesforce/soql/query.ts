/** A parsed query. Field paths are as written: ['Account', 'Name']. */
export interface Query {
  readonly fields: readonly FieldPath[] | 'count';
  readonly child: ChildQuery | undefined;
  readonly from: string;
  readonly where: Condition | undefined;
  readonly orderBy: readonly Order[];
  readonly limit: number | undefined;
  readonly offset: number;
}

/** The children asked for with each record: (SELECT StageName FROM OpportunityHistories ORDER BY CreatedDate) (SOQL and SOSL Reference, "Relationship Queries"). */
export interface ChildQuery {
  readonly fields: readonly FieldPath[];
  /** As written: ['OpportunityHistories'], or with the parent before it. */
  readonly from: FieldPath;
  readonly orderBy: readonly Order[];
}

export type FieldPath = readonly string[];

export type Literal =
  | { readonly kind: 'string'; readonly raw: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'dateTime'; readonly value: string }
  | { readonly kind: 'null' };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'compare'; readonly field: FieldPath; readonly operator: Operator; readonly value: Literal }
  | { readonly kind: 'in'; readonly field: FieldPath; readonly negated: boolean; readonly values: readonly Literal[] };

export interface Order {
  readonly field: FieldPath;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}
