import type { Deal, OrganisationStage, StageEntry } from '../../domain/deal';
import type { DealId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import type { DealChange, SeenDeal } from '../../ports/deals';
import { DataError } from './data-error';
import {
  type OpportunityRecord, changeFields, changeOf, changedOpportunity, dealFields, dealOf, historyFields, opportunity, opportunityHistory, opportunityStage, stageEntriesOf, stageFields, stageFrom,
} from './deal-record';
import { query } from './query';
import type { Session } from './session';
import { dateTime, idList } from './soql';

/**
 * Opportunities by the rest of a query after FROM Opportunity.
 * An organisation with one currency refuses CurrencyIsoCode; it is asked without, and that is remembered.
 */
async function queryOpportunities(session: Session, more: readonly string[], rest: string): Promise<readonly OpportunityRecord[]> {
  const ask = (fields: readonly string[]): Promise<readonly OpportunityRecord[]> => query(session, `SELECT ${fields.join(',')} FROM Opportunity ${rest}`, opportunity());
  if (!(await session.isSingleCurrency())) {
    try {
      return await ask([...dealFields, 'CurrencyIsoCode', ...more]);
    } catch (error) {
      if (!(error instanceof DataError) || error.code !== 'INVALID_FIELD' || error.field !== 'CurrencyIsoCode') throw error;
      await session.rememberSingleCurrency();
    }
  }
  return ask([...dealFields, ...more]);
}

/** Deals by the rest of a query after FROM Opportunity. */
export async function queryDeals(session: Session, rest: string): Promise<readonly Deal[]> {
  return (await queryOpportunities(session, [], rest)).map(dealOf);
}

const withHistories = `(SELECT ${historyFields.join(',')} FROM OpportunityHistories ORDER BY CreatedDate, Id)`;

/**
 * At most 200 deals together with their histories, in one call. An integration user who may not read histories gets the deals
 * all the same; `test` tells the administrator.
 */
export async function querySeenDeals(session: Session, ids: readonly DealId[]): Promise<readonly SeenDeal[]> {
  const rest = `WHERE Id IN ${idList(ids)}`;
  const records = await queryOpportunities(session, [withHistories], rest).catch(async (error: unknown) => {
    if (isHidden(error)) return queryOpportunities(session, [], rest);
    throw error;
  });
  return Promise.all(
    records.map(async (record) => {
      const deal = dealOf(record);
      const histories = record.OpportunityHistories ?? null;
      // A history that does not fit beside the others is read by itself.
      return { deal, history: histories?.done === false ? await queryHistory(session, deal.id) : stageEntriesOf(histories?.records ?? []) };
    }),
  );
}

/** Every deal of the organisation that changed or was deleted in the instant's second or later, the earliest change first. */
export async function queryChanges(session: Session, since: Instant): Promise<readonly DealChange[]> {
  const soql = `SELECT ${changeFields.join(',')} FROM Opportunity WHERE SystemModstamp >= ${dateTime(since)} ORDER BY SystemModstamp, Id`;
  return (await query(session, soql, changedOpportunity(), 'queryAll')).map(changeOf);
}

/** In the organisation's own order. */
export async function queryStages(session: Session): Promise<readonly OrganisationStage[]> {
  const records = await query(session, `SELECT ${stageFields.join(',')} FROM OpportunityStage ORDER BY SortOrder`, opportunityStage());
  return records.map(stageFrom);
}

async function queryHistory(session: Session, id: DealId): Promise<readonly StageEntry[]> {
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
