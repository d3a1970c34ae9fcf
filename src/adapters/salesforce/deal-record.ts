import * as z from 'zod/mini';
import type { Client, Deal, OrganisationStage, StageEntry } from '../../domain/deal';
import { parseClientId, parseDealId, type DealId } from '../../domain/ids';
import { amountFromNumber, isCurrency, type Money } from '../../domain/money';
import { isInstant, isPlainDate, type Instant } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { DealChange } from '../../ports/deals';
import { OutsideError } from '../../ports/errors';
import { singleCurrency } from './assumptions';
import { displayText } from './display-text';

const name = whenFirstUsed(() => z.nullable(z.object({ Name: z.nullable(z.string()) })));

/** OpportunityHistory (Object Reference for the Salesforce Platform). */
export const opportunityHistory = whenFirstUsed(() => z.object({ StageName: z.string(), CreatedDate: z.string() }));
export const historyFields: readonly string[] = ['StageName', 'CreatedDate'];

/** What a relationship query puts under the child's name; null where there is no child (SOQL and SOSL Reference, "Relationship Queries"). */
const histories = whenFirstUsed(() => z.nullable(z.object({ done: z.boolean(), records: z.array(opportunityHistory()) })));

/** Opportunity (Object Reference for the Salesforce Platform). */
export const opportunity = whenFirstUsed(() => z.object({
  Id: z.string(),
  Name: z.nullable(z.string()),
  AccountId: z.nullable(z.string()),
  Account: name(),
  Owner: name(),
  StageName: z.string(),
  Amount: z.nullable(z.number()),
  CloseDate: z.nullable(z.string()),
  Probability: z.nullable(z.number()),
  SystemModstamp: z.string(),
  CurrencyIsoCode: z.optional(z.nullable(z.string())),
  OpportunityHistories: z.optional(histories()),
}));
export type OpportunityRecord = z.infer<ReturnType<typeof opportunity>>;

export const dealFields: readonly string[] = [
  'Id', 'Name', 'AccountId', 'Account.Name', 'Owner.Name', 'StageName', 'Amount', 'CloseDate', 'Probability', 'SystemModstamp',
];

/** Opportunity, as little of it as a poll needs. */
export const changedOpportunity = whenFirstUsed(() => z.object({ Id: z.string(), StageName: z.string(), SystemModstamp: z.string(), IsDeleted: z.boolean() }));
export const changeFields: readonly string[] = ['Id', 'StageName', 'SystemModstamp', 'IsDeleted'];

/** OpportunityStage (Object Reference for the Salesforce Platform). */
export const opportunityStage = whenFirstUsed(() => z.object({
  ApiName: z.string(),
  MasterLabel: z.string(),
  DefaultProbability: z.nullable(z.number()),
  IsActive: z.boolean(),
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
  SortOrder: z.nullable(z.number()),
}));
export const stageFields: readonly string[] = ['ApiName', 'MasterLabel', 'DefaultProbability', 'IsActive', 'IsClosed', 'IsWon', 'SortOrder'];

const unexpected = (place: string): OutsideError => new OutsideError('salesforce', 'unexpectedAnswer', `${place}: invalid_format`);

/** Salesforce writes 2026-11-01T00:00:00.000+0000. */
export function instantFrom(text: string, place: string): Instant {
  const match = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,3})?)(?:Z|([+-][0-9]{2}):?([0-9]{2}))$/.exec(text);
  const date = new Date(match ? `${match[1]}${match[2] === undefined ? 'Z' : `${match[2]}:${match[3]}`}` : Number.NaN);
  const instant = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  if (!isInstant(instant)) throw unexpected(place);
  return instant;
}

const percent = (value: number | null): number | null => (value === null ? null : Math.min(100, Math.max(0, Math.round(value))));

/** An amount below zero, or in a currency that Opiekun does not know, is none. */
function moneyOf(amount: number | null, currency: string): Money | null {
  const exact = amount === null ? undefined : amountFromNumber(amount);
  return exact === undefined || !isCurrency(currency) ? null : { amount: exact, currency };
}

function clientOf(id: string | null, clientName: string | null | undefined): Client | null {
  if (id === null) return null;
  const clientId = parseClientId(id);
  if (clientId === undefined) throw unexpected('AccountId');
  // The account may be hidden from the integration user, and its name with it.
  return { id: clientId, name: displayText(clientName ?? '') || clientId };
}

function dealIdOf(text: string): DealId {
  const id = parseDealId(text);
  if (id === undefined) throw unexpected('Id');
  return id;
}

/** @throws OutsideError `unexpectedAnswer` */
export function changeOf(record: z.infer<ReturnType<typeof changedOpportunity>>): DealChange {
  return {
    id: dealIdOf(record.Id),
    stageName: record.StageName,
    modifiedAt: instantFrom(record.SystemModstamp, 'SystemModstamp'),
    isDeleted: record.IsDeleted,
  };
}

/** @throws OutsideError `unexpectedAnswer` */
export function dealOf(record: z.infer<ReturnType<typeof opportunity>>): Deal {
  const id = dealIdOf(record.Id);
  return {
    id,
    name: displayText(record.Name ?? '') || id,
    client: clientOf(record.AccountId, record.Account?.Name),
    ownerName: displayText(record.Owner?.Name ?? '') || null,
    stageName: record.StageName,
    amount: moneyOf(record.Amount, record.CurrencyIsoCode ?? singleCurrency),
    closeDate: record.CloseDate !== null && isPlainDate(record.CloseDate) ? record.CloseDate : null,
    probability: percent(record.Probability),
    modifiedAt: instantFrom(record.SystemModstamp, 'SystemModstamp'),
  };
}

export function stageFrom(record: z.infer<ReturnType<typeof opportunityStage>>, index: number): OrganisationStage {
  return {
    apiName: record.ApiName,
    label: displayText(record.MasterLabel) || record.ApiName,
    isActive: record.IsActive,
    isClosed: record.IsClosed,
    isWon: record.IsWon,
    probability: percent(record.DefaultProbability),
    order: record.SortOrder ?? index,
  };
}

/** A row is written for other changes too, so neighbours in the same stage are one entry: the earliest. */
export function stageEntriesOf(records: readonly z.infer<ReturnType<typeof opportunityHistory>>[]): readonly StageEntry[] {
  const entries: StageEntry[] = [];
  for (const record of records) {
    if (entries.at(-1)?.stageName === record.StageName) continue;
    entries.push({ stageName: record.StageName, at: instantFrom(record.CreatedDate, 'CreatedDate') });
  }
  return entries;
}
