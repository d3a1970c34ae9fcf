import { addDays } from '../../plain-date';
import { AmountError, minorUnits } from '../money';
import { canonicalId, KEY_PREFIX, recordId } from '../record-ids';
import { fold } from '../schema';
import type { Opportunity } from '../store/opportunities';
import { RecordRuleError } from '../store/record-errors';
import type { NewStage, Stage } from '../store/stages';
import type { SalesforceStore } from '../store/store';
import { readAmount } from './amounts';
import type { ImportField } from './columns';
import { readDate } from './dates';
import { RowError } from './import-error';
import { numberFor, PeopleAndClients } from './people-and-clients';
import type { ImportReport, RejectedRow } from './report';
import type { Row } from './rows';
import { guessStage } from './stage-guess';
import { cell } from './survey';
import type { Survey } from './survey';

const DAYS_TO_CLOSE = 90;
const LONGEST_NAME = 120;

/** Loads rows into the org one by one and keeps count. */
export class Loader {
  read = 0;
  readonly rejected: RejectedRow[] = [];
  private loaded = 0;
  private updated = 0;
  private unchanged = 0;
  private withoutClient = 0;
  private readonly filled = { closeDate: 0, name: 0 };
  private readonly newStages: { apiName: string; kind: 'open' | 'won' | 'lost' }[] = [];
  private readonly parties: PeopleAndClients;
  private readonly lineOf = new Map<string, number>();
  private readonly occurrences = new Map<string, number>();

  constructor(private readonly store: SalesforceStore, private readonly survey: Survey) {
    this.parties = new PeopleAndClients(store);
  }

  load(row: Row): void {
    this.read += 1;
    try {
      this.loadRow(row);
    } catch (error) {
      if (!(error instanceof RowError || error instanceof RecordRuleError || error instanceof AmountError)) throw error;
      this.rejected.push({ line: row.line, reason: error.message });
    }
  }

  report(path: string): ImportReport {
    const used = new Set([...this.survey.columns.values()].map(({ index }) => index));
    return {
      path,
      columns: new Map([...this.survey.columns].map(([field, { header }]) => [field, header])),
      ignoredColumns: this.survey.headers.filter((_, index) => !used.has(index)),
      dates: this.survey.dates, numbers: this.survey.numbers,
      read: this.read, loaded: this.loaded, updated: this.updated, unchanged: this.unchanged, rejected: this.rejected,
      filled: this.filled, withoutClient: this.withoutClient, newStages: this.newStages,
      newClients: this.parties.newClients, newUsers: this.parties.newUsers,
    };
  }

  private loadRow(row: Row): void {
    const { headers, columns, dates, numbers } = this.survey;
    if (row.cells.length !== headers.length) throw new RowError(`${row.cells.length} columns where the header has ${headers.length}`);
    const value = (field: ImportField): string => cell(row.cells, columns, field);
    const { id, externalId } = this.identify(row.line, value);
    const given = value('amount') === '' ? undefined : readAmount(value('amount'), numbers);
    if (given) minorUnits(given.amount);
    const currency = value('currency') === '' ? given?.currency : value('currency').toUpperCase();
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new RowError(`"${value('currency')}" is not a currency code`);
    const probability = value('probability') === '' ? undefined : readPercent(value('probability'));
    const createdDate = value('createdDate') === '' ? undefined : readDate(value('createdDate'), dates);
    const closeDate = value('closeDate') === '' ? undefined : readDate(value('closeDate'), dates);
    const { name, filledName } = nameOf(value, externalId);
    const existing = this.store.opportunities.find(id);
    if (existing && existing.externalId !== externalId) throw new RowError(`its id ${id} belongs to another deal`);
    if (existing?.deleted === true) throw new RowError('this deal is in the recycle bin');
    const stage = this.stage(value('stage'), existing);
    if (closeDate === undefined && stage.closed === true) throw new RowError(`a closed deal (${stage.apiName}) without a close date`);

    // From here on the row is good, and only now may it leave traces.
    this.createIfNew(stage);
    const accountId = this.parties.client(value('clientId'), value('client'));
    const ownerId = this.parties.user(value('ownerId'), value('owner'));
    const optional = { ...(probability === undefined ? {} : { probability }), ...(ownerId === undefined ? {} : { ownerId }) };
    if (existing) {
      const changed = this.store.changeOpportunity(id, {
        stageName: stage.apiName, ...optional,
        // What the file does not tell, or what was filled in when it did not, stays as it is.
        ...(filledName ? {} : { name }), ...(closeDate === undefined ? {} : { closeDate }),
        ...(columns.has('amount') ? { amount: given?.amount } : {}), ...(columns.has('client') || columns.has('clientId') ? { accountId } : {}),
      });
      if (sameDeal(changed, existing)) this.unchanged += 1;
      else this.updated += 1;
      return;
    }
    const today = this.store.clock.now().toISOString().slice(0, 10);
    this.store.createOpportunity({
      id, name, stageName: stage.apiName, ...optional,
      closeDate: closeDate ?? addDays(createdDate ?? today, DAYS_TO_CLOSE),
      ...(externalId === undefined ? {} : { externalId }), ...(accountId === undefined ? {} : { accountId }),
      ...(given === undefined ? {} : { amount: given.amount }), ...(currency === undefined ? {} : { currency }),
      ...(createdDate === undefined ? {} : { createdDate: `${createdDate}T00:00:00Z` }),
    });
    this.loaded += 1;
    if (closeDate === undefined) this.filled.closeDate += 1;
    if (filledName) this.filled.name += 1;
    if (accountId === undefined) this.withoutClient += 1;
  }

  /** A Salesforce id stays; any other is kept as the external id, and the record's id follows from it. */
  private identify(line: number, value: (field: ImportField) => string): { readonly id: string; readonly externalId: string | undefined } {
    const written = value('id');
    const kept = canonicalId(written);
    const own = kept?.startsWith(KEY_PREFIX.opportunity) === true;
    let id: string;
    if (own) id = kept;
    else if (written !== '') id = recordId(KEY_PREFIX.opportunity, numberFor(`external ${written}`));
    else if (this.survey.columns.has('id')) throw new RowError('the id is empty');
    else {
      const key = JSON.stringify([fold(value('name')), fold(value('client')), fold(value('clientId')), value('product'), value('createdDate')]);
      const occurrence = (this.occurrences.get(key) ?? 0) + 1;
      this.occurrences.set(key, occurrence);
      id = recordId(KEY_PREFIX.opportunity, numberFor(`row ${key} ${occurrence}`));
    }
    const earlier = this.lineOf.get(id);
    if (earlier !== undefined) throw new RowError(`the same id as line ${earlier}`);
    this.lineOf.set(id, line);
    return { id, externalId: own || written === '' ? undefined : written };
  }

  private stage(apiName: string, existing: Opportunity | undefined): Stage | NewStage {
    if (apiName === '') throw new RowError('the stage is empty');
    const known = this.store.stages.find(apiName);
    if (known && !known.active && existing?.stageName !== apiName) throw new RowError(`the stage ${apiName} is not active`);
    return known ?? guessStage(apiName, this.store.stages.all().filter(({ closed }) => !closed).length);
  }

  private createIfNew(stage: Stage | NewStage): void {
    if ('id' in stage) return;
    this.store.createStage(stage);
    this.newStages.push({ apiName: stage.apiName, kind: stage.won === true ? 'won' : stage.closed === true ? 'lost' : 'open' });
  }
}

const COMPARED = ['name', 'accountId', 'stageName', 'amount', 'closeDate', 'probability', 'ownerId'] as const;

function sameDeal(one: Opportunity, other: Opportunity): boolean {
  return COMPARED.every((name) => one[name] === other[name]);
}

function nameOf(value: (field: ImportField) => string, externalId: string | undefined): { readonly name: string; readonly filledName: boolean } {
  if (value('name').length > LONGEST_NAME) throw new RowError(`the name has more than ${LONGEST_NAME} characters`);
  if (value('name') !== '') return { name: value('name'), filledName: false };
  const made = [value('client'), value('product')].filter((part) => part !== '').join(' – ') || externalId || value('id');
  if (made === '') throw new RowError('the name is empty, and so is all it could be made from');
  return { name: made.slice(0, LONGEST_NAME), filledName: true };
}

function readPercent(text: string): number {
  const match = /^(\d{1,3})(?:[.,]0+)?\s*%?$/.exec(text);
  const percent = Number(match?.[1] ?? Number.NaN);
  if (!(percent <= 100)) throw new RowError(`"${text}" is not a probability from 0 to 100`);
  return percent;
}
