import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { emptyPart, isEmptyPart, type KpiPart } from '../../domain/kpi/part';
import { quartersFrom, type Period } from '../../domain/kpi/quarter';
import { emptyRollup, type KpiRollup } from '../../domain/kpi/rollup';
import type { KpiStore } from '../../ports/kpi-store';
import { queryAll } from './query-all';
import { entityNames, keys, type FiledEntityRecord } from './records';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.filed;
type PartRecord = FiledEntityRecord<KpiPart>;
type RollupRecord = FiledEntityRecord<KpiRollup>;
const kinds = { part: 'kpi-part', rollup: 'kpi-rollup' } as const;
const company = 'company';

const nobody = 'nobody';
export const partKey = ({ owner, period, manager }: KpiPart): string => keys.filed(kinds.part, owner, `${period}:${manager ?? nobody}`);
const listOf = ({ period, manager }: Pick<KpiPart, 'period' | 'manager'>): string => `${kinds.part}:${period}:${manager ?? nobody}`;
export const rollupKey = (period: Period): string => keys.filed(kinds.rollup, company, period);

export const partRecord = (part: KpiPart): PartRecord => ({ file: `${kinds.part}:${part.owner}`, list: listOf(part), at: part.owner, revision: part.revision, content: part });
export const rollupRecord = (rollup: KpiRollup): RollupRecord => ({ file: `${kinds.rollup}:${company}`, list: kinds.rollup, at: rollup.period, revision: rollup.revision, content: rollup });

const at = (revision: number) => ({ entityName, conditions: new Filter<FiledEntityRecord<unknown>>().and('revision', FilterConditions.equalTo(revision)) });

/** Conditions need a record to look at, so the first write makes one, which holds nothing. */
const begin = (key: string, record: object): Promise<void> => ensure(() => kvs.entity<object>(entityName).set(key, record, { keyPolicy: 'FAIL_IF_EXISTS' }));

export const kpiStore: KpiStore = {
  async partsOf(owner) {
    return (await queryAll<PartRecord>({ entity: entityName, index: 'by-file', partition: [`${kinds.part}:${owner}`] })).map(({ content }) => content);
  },

  async partsIn(period, manager, most, behind) {
    const list = listOf({ period, manager });
    const query = { entity: entityName, index: 'by-list', partition: [list], ...(behind === null ? {} : { after: behind }) };
    return (await queryAll<PartRecord>(query, most)).map(({ content }) => content);
  },

  async rollup(period) {
    return (await kvs.entity<RollupRecord>(entityName).get(rollupKey(period)))?.content ?? emptyRollup(period);
  },

  async rollupsFrom(quarter) {
    const records = await queryAll<RollupRecord>({ entity: entityName, index: 'by-file', partition: [`${kinds.rollup}:${company}`], after: quartersFrom(quarter, -1) });
    return records.map(({ content }) => content);
  },

  async save(rollup, parts) {
    if (rollup.revision === 1) await begin(rollupKey(rollup.period), rollupRecord(emptyRollup(rollup.period)));
    for (const part of parts) if (part.revision === 1) await begin(partKey(part), partRecord(emptyPart(part)));
    const transaction = kvs.transact().set(rollupKey(rollup.period), rollupRecord(rollup), at(rollup.revision - 1));
    for (const part of parts) {
      if (isEmptyPart(part)) transaction.delete(partKey(part), at(part.revision - 1));
      else transaction.set(partKey(part), partRecord(part), at(part.revision - 1));
    }
    await conditionally('kpis', () => transaction.execute());
  },
};
