import { kvs } from '@forge/kvs';
import { refuseBroken } from './query-all';

/** The most items that one batch, or one transaction, of Forge's storage takes. */
const most = 25;

export const batchesOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));

/** Those of the records that there are, in no particular order. @throws Error when one could not be read. */
export async function readAmong<Row>(entityName: string, keys: readonly string[]): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const part of batchesOf(keys)) {
    const { successfulKeys, failedKeys } = await kvs.batchGet<Row>(part.map((key) => ({ key, entityName })));
    refuseBroken(failedKeys);
    found.push(...successfulKeys.map(({ value }) => value));
  }
  return found;
}

/** Keeps records, whatever stood there. @throws Error when one could not be kept; others may be by then. */
export async function keepAll(entityName: string, records: readonly { readonly key: string; readonly value: object }[]): Promise<void> {
  for (const part of batchesOf(records)) {
    const { failedKeys } = await kvs.batchSet(part.map((record) => ({ ...record, entityName })));
    const failed = failedKeys[0];
    if (failed !== undefined) throw new Error(`storage answered ${failed.error.code} for a record`);
  }
}
