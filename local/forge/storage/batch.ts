import { StorageError } from './errors';
import { parseRequest, requests } from './requests';
import { checkKey } from './rules';
import { checkBatch, type AppStorage, type StorageAnswer } from './storage';
import { answerItem } from './table';
import type { UsageMeter } from './usage';

interface Place {
  readonly key: string;
  readonly entityName?: string | undefined;
}

/** Runs a batch: each item succeeds or fails for itself. */
export function runBatch(
  storage: AppStorage,
  kind: 'get' | 'set' | 'delete',
  body: unknown,
  meter: UsageMeter,
): StorageAnswer {
  switch (kind) {
    case 'get': {
      let bytes = 0;
      const answer = each(parseRequest(requests.batchOf, body), (place) => {
        const item = storage.read(storage.spaceOf(place.entityName), place.key);
        bytes += item.bytes;
        return answerItem(item, place.options?.metadataFields);
      });
      meter.read(bytes);
      return answer;
    }
    case 'set':
      return each(parseRequest(requests.batchSet, body), (write) => {
        meter.write(storage.write(storage.spaceOf(write.entityName), write).bytes);
        return {};
      });
    case 'delete':
      return each(parseRequest(requests.batchOf, body), (place) => {
        checkKey(place.key);
        storage.table.remove(storage.spaceOf(place.entityName), place.key);
        meter.write(0);
        return {};
      });
  }
}

function each<T extends Place>(items: readonly T[], run: (item: T) => Record<string, unknown>): StorageAnswer {
  checkBatch(items.map(({ key, entityName }) => `${entityName ?? ''}\n${key}`));
  const successfulKeys: Record<string, unknown>[] = [];
  const failedKeys: Record<string, unknown>[] = [];
  for (const item of items) {
    const { key, entityName } = item;
    const place = { key, ...(entityName !== undefined && { entityName }) };
    try {
      successfulKeys.push({ ...place, ...run(item) });
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      failedKeys.push({ ...place, error: { code: error.code, message: error.message } });
    }
  }
  return { status: 200, body: { successfulKeys, failedKeys } };
}
