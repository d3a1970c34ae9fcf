import type { BillingDocumentKind } from '../../../src/domain/billing-document';
import type { GivenDocument } from '../../../src/domain/billing-import';
import type { DealId } from '../../../src/domain/ids';
import { isCurrency, type Currency } from '../../../src/domain/money';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { csvRows } from '../../page/csv-rows';
import { folded } from '../../page/folded';
import { parseTotal } from './parse-total';

export interface DealChoice {
  readonly id: DealId;
  readonly name: string;
}

export type CsvColumn = 'kind' | 'number' | 'deal' | 'amount' | 'currency' | 'issuedOn' | 'dueOn' | 'settledOn';
export type CsvProblem = 'kind' | 'number' | 'deal' | 'amount' | 'currency' | 'issuedOn' | 'dueOn' | 'settledOn';

export interface CsvLine {
  /** As an editor counts it, the header being the first. */
  readonly line: number;
  readonly document: GivenDocument | null;
  readonly problem: CsvProblem | null;
}

export type CsvDocuments = { readonly kind: 'read'; readonly lines: readonly CsvLine[] } | { readonly kind: 'broken'; readonly line: number } | { readonly kind: 'columnsMissing'; readonly columns: readonly CsvColumn[] } | { readonly kind: 'empty' };

/** What a column may be called, in either language, without accents and in small letters. */
const names: Readonly<Record<CsvColumn, readonly string[]>> = {
  kind: ['kind', 'type', 'rodzaj', 'typ'],
  number: ['number', 'no', 'numer', 'nr'],
  deal: ['deal', 'opportunity', 'szansa', 'szansa sprzedazy'],
  amount: ['amount', 'net', 'kwota', 'netto'],
  currency: ['currency', 'waluta'],
  issuedOn: ['issued', 'date', 'wystawiono', 'data wystawienia', 'data'],
  dueOn: ['due', 'due date', 'termin', 'termin platnosci'],
  settledOn: ['settled', 'paid', 'signed', 'rozliczono', 'zaplacono', 'podpisano'],
};
/** Without these nothing can be said of a document; a kind is an invoice, a currency złoty, and a deal the only one. */
const required = ['number', 'amount', 'issuedOn', 'dueOn'] as const satisfies readonly CsvColumn[];

const kinds: Readonly<Record<BillingDocumentKind, readonly string[]>> = {
  invoice: ['invoice', 'faktura', 'fv', ''],
  creditNote: ['credit note', 'creditnote', 'korekta', 'faktura korygujaca', 'fk'],
  protocol: ['protocol', 'acceptance protocol', 'protokol', 'protokol odbioru'],
};

/** Reads a file of documents; every line is a document or says what is wrong with it. */
export function csvDocuments(text: string, deals: readonly DealChoice[]): CsvDocuments {
  const { rows, brokenAt } = csvRows(text);
  if (brokenAt !== null) return { kind: 'broken', line: brokenAt };
  const [head, ...body] = rows;
  if (head === undefined) return { kind: 'empty' };
  const places = new Map(head.flatMap((cell, place) => columnOf(cell).map((column) => [column, place] as const)));
  const missing = required.filter((column) => !places.has(column));
  if (missing.length > 0) return { kind: 'columnsMissing', columns: missing };
  if (body.length === 0) return { kind: 'empty' };
  return { kind: 'read', lines: body.map((row, at) => readLine(at + 2, (column) => row[places.get(column) ?? -1]?.trim() ?? '', deals)) };
}

const columnOf = (cell: string): readonly CsvColumn[] => columns.filter((column) => names[column].includes(folded(cell)));
const columns: readonly CsvColumn[] = ['kind', 'number', 'deal', 'amount', 'currency', 'issuedOn', 'dueOn', 'settledOn'];

function readLine(line: number, cell: (column: CsvColumn) => string, deals: readonly DealChoice[]): CsvLine {
  const wrong = (problem: CsvProblem): CsvLine => ({ line, document: null, problem });
  const kind = kindOf(cell('kind'));
  if (kind === undefined) return wrong('kind');
  if (cell('number') === '') return wrong('number');
  const deal = dealOf(cell('deal'), deals);
  if (deal === undefined) return wrong('deal');
  const amount = parseTotal(cell('amount'));
  if (amount === undefined) return wrong('amount');
  const currency = currencyOf(cell('currency'));
  if (currency === undefined) return wrong('currency');
  const [issuedOn, dueOn] = [dayOf(cell('issuedOn')), dayOf(cell('dueOn'))];
  if (issuedOn === undefined) return wrong('issuedOn');
  if (dueOn === undefined) return wrong('dueOn');
  const settledOn = cell('settledOn') === '' ? null : dayOf(cell('settledOn'));
  if (settledOn === undefined) return wrong('settledOn');
  return { line, document: { dealId: deal, kind, number: cell('number'), amount, currency, issuedOn, dueOn, settledOn }, problem: null };
}

function kindOf(text: string): BillingDocumentKind | undefined {
  const word = folded(text);
  if (kinds.invoice.includes(word)) return 'invoice';
  if (kinds.creditNote.includes(word)) return 'creditNote';
  return kinds.protocol.includes(word) ? 'protocol' : undefined;
}

function dealOf(text: string, deals: readonly DealChoice[]): DealId | undefined {
  const [only, second] = deals;
  if (text === '') return second === undefined ? only?.id : undefined;
  return deals.find(({ id, name }) => id === text || folded(name) === folded(text))?.id;
}

function currencyOf(text: string): Currency | undefined {
  const code = text === '' ? 'PLN' : text.toUpperCase();
  return isCurrency(code) ? code : undefined;
}

/** 2026-05-04 and 4.05.2026. */
function dayOf(text: string): PlainDate | undefined {
  const polish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const day = polish === null ? text : `${polish[3] ?? ''}-${(polish[2] ?? '').padStart(2, '0')}-${(polish[1] ?? '').padStart(2, '0')}`;
  return isPlainDate(day) ? day : undefined;
}
