import { ImportError } from './import-error';

export const IMPORT_FIELDS = [
  'id', 'name', 'client', 'clientId', 'stage', 'amount', 'currency', 'closeDate', 'probability', 'owner', 'ownerId', 'createdDate', 'product',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Where each field stands in a row. */
export type Columns = ReadonlyMap<ImportField, { readonly header: string; readonly index: number }>;

/** Headers as Salesforce reports and the Data Loader write them, then what other exports call the same; best first. */
const KNOWN_HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  id: ['opportunityid', 'id', 'casesafeid', '18digitopportunityid', 'dealid', 'identyfikator'],
  name: ['opportunityname', 'name', 'dealname', 'opportunity', 'deal', 'title', 'nazwaszansysprzedazy', 'nazwaszansy', 'szansasprzedazy', 'nazwa'],
  client: ['accountname', 'account', 'client', 'clientname', 'customer', 'customername', 'company', 'companyname', 'nazwakonta', 'konto', 'klient', 'nazwaklienta'],
  clientId: ['accountid'],
  stage: ['stage', 'stagename', 'dealstage', 'opportunitystage', 'salesstage', 'etap'],
  amount: ['amount', 'closevalue', 'dealvalue', 'dealamount', 'value', 'kwota', 'wartosc'],
  currency: ['amountcurrency', 'opportunitycurrency', 'currency', 'currencyisocode', 'waluta'],
  closeDate: ['closedate', 'expectedclosedate', 'closingdate', 'datazamkniecia'],
  probability: ['probability', 'prawdopodobienstwo'],
  owner: ['opportunityowner', 'ownername', 'owner', 'salesagent', 'salesrep', 'dealowner', 'wlasciciel', 'wlascicielszansysprzedazy', 'opiekun'],
  ownerId: ['ownerid'],
  createdDate: ['createddate', 'createdate', 'engagedate', 'created', 'creationdate', 'opendate', 'datautworzenia'],
  product: ['product', 'productname', 'produkt'],
};

/** The letters and digits of a header, without case and diacritics: "Probability (%)" and "PROBABILITY" are one. */
function plain(header: string): string {
  return header.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/[^a-z0-9]/g, '');
}

/**
 * Reads a mapping as given on the command line: "stage=deal_stage,client=account".
 * @throws ImportError for text that is no such list or names a field twice or a field there is not.
 */
export function parseMapping(text: string): ReadonlyMap<ImportField, string> {
  const mapping = new Map<ImportField, string>();
  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const [, name = '', column = ''] = /^([^=]+)=(.+)$/s.exec(part) ?? [];
    const field = IMPORT_FIELDS.find((one) => one.toLowerCase() === name.trim().toLowerCase());
    if (!field) throw new ImportError('mapping', `"${part.trim()}" is no mapping. Write field=column, where field is one of ${IMPORT_FIELDS.join(', ')}.`);
    if (mapping.has(field)) throw new ImportError('mapping', `The field ${field} is mapped twice.`);
    mapping.set(field, column.trim());
  }
  return mapping;
}

/** Finds the fields among the headers: those mapped first, then those known by name. @throws ImportError */
export function findColumns(headers: readonly string[], mapping: ReadonlyMap<ImportField, string>): Columns {
  const columns = new Map<ImportField, { header: string; index: number }>();
  for (const [field, column] of mapping) {
    const exact = headers.indexOf(column);
    const index = exact >= 0 ? exact : headers.findIndex((header) => plain(header) !== '' && plain(header) === plain(column));
    if (index < 0) throw new ImportError('mapping', `There is no column "${column}" to map ${field} to. The columns are: ${headers.join(', ')}.`);
    columns.set(field, { header: headers[index] ?? column, index });
  }
  const names = headers.map(plain);
  const taken = new Set([...columns.values()].map(({ index }) => index));
  for (const field of IMPORT_FIELDS) {
    if (columns.has(field)) continue;
    const index = KNOWN_HEADERS[field].map((name) => names.indexOf(name)).find((at) => at >= 0 && !taken.has(at));
    if (index === undefined) continue;
    taken.add(index);
    columns.set(field, { header: headers[index] ?? '', index });
  }
  if (!columns.has('stage')) {
    throw new ImportError('columns', `No column is known to hold the stage. Name it with --map stage=COLUMN. The columns are: ${headers.join(', ')}.`);
  }
  if (!columns.has('name') && !columns.has('id') && !columns.has('client')) {
    throw new ImportError('columns', `No column is known to hold a deal's name, its id or its client. Name one with --map name=COLUMN. The columns are: ${headers.join(', ')}.`);
  }
  return columns;
}
