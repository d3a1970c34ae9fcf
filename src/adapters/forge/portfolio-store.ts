import { Filter, FilterConditions, kvs, type BatchGetItemResult } from '@forge/kvs';
import { sortKey, subjectOf, type PortfolioRow } from '../../domain/attention/portfolio-row';
import { noSnoozes, type Snoozes } from '../../domain/attention/snooze';
import type { PlainDate } from '../../domain/plain-date';
import { StoreConflict } from '../../ports/errors';
import type { PortfolioStore, Touched } from '../../ports/portfolio-store';
import type { Company } from '../../ports/settings-store';
import { queryAll, refuseBroken } from './query-all';
import { entityNames, keys, type FiledEntityRecord, type PortfolioRowRecord, type StateRecord } from './records';
import { companyKey, defaultCompany } from './settings-store';
import { conditionally } from './storage-error';
import { systemClock } from './surroundings';

const entityName = entityNames.portfolioRow;
const rows = kvs.entity<PortfolioRowRecord>(entityName);
type TouchRecord = FiledEntityRecord<Touched>;
const touches = kvs.entity<TouchRecord>(entityNames.filed);
/** One read of storage gives no more. */
const pageSize = 100;
/** Integers of Forge's storage have 32 bits and a sign. */
const tokens = 2 ** 31 - 1;

const recordOf = (row: PortfolioRow, today: PlainDate): PortfolioRowRecord => ({
  subject: subjectOf(row),
  list: row.kind,
  managerId: row.managerId ?? '',
  urgency: sortKey(row, today),
  lookedAt: row.lookedAt,
  revision: row.revision,
  content: row,
});

export const portfolioStore: PortfolioStore = {
  async reader(accountId) {
    const snoozesKey = `snoozes:${accountId}`;
    const { successfulKeys, failedKeys } = await kvs.batchGet<StateRecord<Snoozes> | Company>([{ key: snoozesKey, entityName: entityNames.state }, { key: companyKey }]);
    refuseBroken(failedKeys);
    return {
      snoozes: successfulKeys.find((found): found is BatchGetItemResult<StateRecord<Snoozes>> => found.key === snoozesKey)?.value.content ?? noSnoozes,
      company: successfulKeys.find((found): found is BatchGetItemResult<Company> => found.key === companyKey)?.value ?? defaultCompany,
    };
  },

  async row(subject) {
    return (await rows.get(subject))?.content;
  },

  async page(list, after) {
    const of = list.of === 'manager' ? { index: 'by-manager', partition: [list.accountId] } : { index: 'by-urgency', partition: [list.kind] };
    const found = await queryAll<PortfolioRowRecord>({ entity: entityName, ...of, ...(after === null ? {} : { after }) }, pageSize);
    const last = found.at(-1);
    return { rows: found.map(({ content }) => content), next: last === undefined || found.length < pageSize ? null : last.urgency };
  },

  async save(row, today) {
    const key = subjectOf(row);
    if (row.revision === 1) return conditionally('portfolio row', () => rows.set(key, recordOf(row, today), { keyPolicy: 'FAIL_IF_EXISTS' }));
    const conditions = new Filter<PortfolioRowRecord>().and('revision', FilterConditions.equalTo(row.revision - 1));
    await conditionally('portfolio row', () => kvs.transact().set(key, recordOf(row, today), { entityName, conditions }).execute());
  },

  async remove(subject) {
    await rows.delete(subject);
  },

  async touch(subject) {
    const token = Math.floor(Math.random() * tokens);
    await touches.set(keys.filed('touched', subject, 'row'), { file: `touched:${subject}`, list: 'touched:rows', at: systemClock.now(), revision: token, content: { subject, token } });
  },

  async touched(most) {
    return (await queryAll<TouchRecord>({ entity: entityNames.filed, index: 'by-list', partition: ['touched:rows'] }, most)).map(({ content }) => content);
  },

  async settle({ subject, token }) {
    const conditions = new Filter<TouchRecord>().and('revision', FilterConditions.equalTo(token));
    try {
      await conditionally('touch', () => kvs.transact().delete(keys.filed('touched', subject, 'row'), { entityName: entityNames.filed, conditions }).execute());
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
    }
  },

  async madeBefore(instant, most) {
    const of = (kind: PortfolioRow['kind']) => queryAll<PortfolioRowRecord>({ entity: entityName, index: 'by-look', partition: [kind], upTo: instant }, most);
    const found = (await Promise.all([of('project'), of('client')])).flat();
    return found.sort((a, b) => (a.lookedAt < b.lookedAt ? -1 : 1)).slice(0, most).map(({ content }) => subjectOf(content));
  },
};
