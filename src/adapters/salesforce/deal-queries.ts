import type { Deal, OrganisationStage, StageEntry } from '../../domain/deal';
import type { DealId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import { DataError } from './data-error';
import {
  type DealChange, changeFields, changeOf, changedOpportunity, dealFields, dealOf, historyFields, opportunity, opportunityHistory, opportunityStage, stageEntriesOf, stageFields, stageFrom,
} from './deal-record';
import { query } from './query';
import type { Session } from './session';
import { dateTime, idList } from './soql';

/**
 * Deals by the rest of a query after FROM Opportunity.
 * An organisation with one currency refuses CurrencyIsoCode; it is asked without, and that is remembered.
 */
export async function queryDeals(session: Session, rest: string): Promise<readonly Deal[]> {
  const ask = async (fields: readonly string[]): Promise<readonly Deal[]> =>
    (await query(session, `SELECT ${fields.join(',')} FROM Opportunity ${rest}`, opportunity())).map(dealOf);
  if (!(await session.isSingleCurrency())) {
    try {
      return await ask([...dealFields, 'CurrencyIsoCode']);
    } catch (error) {
      if (!(error instanceof DataError) || error.code !== 'INVALID_FIELD' || error.field !== 'CurrencyIsoCode') throw error;
      await session.rememberSingleCurrency();
    }
  }
  return ask(dealFields);
}

/** Every deal of the organisation that changed in the instant's second or later, the earliest change first. */
export async function queryChanges(session: Session, since: Instant): Promise<readonly DealChange[]> {
  const soql = `SELECT ${changeFields.join(',')} FROM Opportunity WHERE SystemModstamp >= ${dateTime(since)} ORDER BY SystemModstamp, Id`;
  return (await query(session, soql, changedOpportunity())).map(changeOf);
}

/** In the organisation's own order. */
export async function queryStages(session: Session): Promise<readonly OrganisationStage[]> {
  const records = await query(session, `SELECT ${stageFields.join(',')} FROM OpportunityStage ORDER BY SortOrder`, opportunityStage());
  return records.map(stageFrom);
}

export async function queryHistory(session: Session, id: DealId): Promise<readonly StageEntry[]> {
  const soql = `SELECT ${historyFields.join(',')} FROM OpportunityHistory WHERE OpportunityId IN ${idList([id])} ORDER BY CreatedDate, Id`;
  return stageEntriesOf(await query(session, soql, opportunityHistory()));
}

/** Reads any one entry, to see whether that is allowed; an organisation without deals has none. */
export async function tryHistory(session: Session): Promise<void> {
  await query(session, `SELECT ${historyFields.join(',')} FROM OpportunityHistory LIMIT 1`, opportunityHistory());
}

/** Whether the integration user may not see the object or a field of it. */
export const isHidden = (error: unknown): error is DataError =>
  error instanceof DataError &&
  (error.code === 'INVALID_TYPE' || error.code === 'INVALID_FIELD' || error.code === 'INSUFFICIENT_ACCESS');
