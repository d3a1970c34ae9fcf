import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { StoreConflict } from '../../ports/errors';
import type { Filed, FiledRecords } from '../../ports/filed-records';
import { queryAll } from './query-all';
import { entityNames, keys, type FiledEntityRecord } from './records';
import { conditionally } from './storage-error';

const entityName = entityNames.filed;

/** @param kind keeps its records, their keys and their lists apart from those of other kinds. */
export function createFiledRecords<Content>(kind: string): FiledRecords<Content> {
  type Row = FiledEntityRecord<Filed<Content>>;
  const rows = kvs.entity<Row>(entityName);
  const keyOf = (owner: string, id: string): string => keys.filed(kind, owner, id);
  const at = (revision: number) => ({ entityName, conditions: new Filter<Row>().and('revision', FilterConditions.equalTo(revision)) });
  const rowOf = (filed: Filed<Content>): Row => ({ file: `${kind}:${filed.owner}`, list: `${kind}:${filed.list}`, at: filed.at, revision: filed.revision, content: filed });

  return {
    async one(owner, id) {
      return (await rows.get(keyOf(owner, id)))?.content;
    },

    async ofOwner(owner, most) {
      const found = await queryAll<Row>({ entity: entityName, index: 'by-file', partition: [`${kind}:${owner}`], newestFirst: true }, most);
      return found.map(({ content }) => content);
    },

    async inList(list, most, upTo) {
      const found = await queryAll<Row>({ entity: entityName, index: 'by-list', partition: [`${kind}:${list}`], ...(upTo === undefined ? {} : { upTo }) }, most);
      return found.map(({ content }) => content);
    },

    async inListFrom(list, from, most) {
      const found = await queryAll<Row>({ entity: entityName, index: 'by-list', partition: [`${kind}:${list}`], from }, most);
      return found.map(({ content }) => content);
    },

    async save(filed) {
      const key = keyOf(filed.owner, filed.id);
      // A first write has nothing that a condition could look at, and must find nothing.
      if (filed.revision === 1) await conditionally(kind, () => rows.set(key, rowOf(filed), { keyPolicy: 'FAIL_IF_EXISTS' }));
      else await conditionally(kind, () => kvs.transact().set(key, rowOf(filed), at(filed.revision - 1)).execute());
    },

    async remove(owner, id, revision) {
      if ((await rows.get(keyOf(owner, id))) === undefined) throw new StoreConflict(kind);
      await conditionally(kind, () => kvs.transact().delete(keyOf(owner, id), at(revision)).execute());
    },
  };
}
