import { limits } from '../limits';
import { compileConditions } from './conditions';
import { StorageError } from './errors';
import { parseRequest, requests, type Conditions, type Transaction } from './requests';
import { checkKey } from './rules';
import type { AppStorage, StorageAnswer } from './storage';
import type { UsageMeter } from './usage';

interface Place {
  readonly key: string;
  readonly entityName?: string | undefined;
  readonly conditions?: Conditions | undefined;
}

/** Runs a transaction: all of it, or on the first refusal nothing. Conditions see the state before it. */
export function runTransaction(storage: AppStorage, body: unknown, meter: UsageMeter): StorageAnswer {
  const asked = parseRequest(requests.transaction, body);
  const places: Place[] = [...(asked.set ?? []), ...(asked.delete ?? []), ...(asked.check ?? [])];
  checkShape(places, asked);
  for (const place of places) checkConditions(storage, place);
  let bytes = 0;
  for (const write of asked.set ?? []) bytes += storage.write(storage.spaceOf(write.entityName), write).bytes;
  for (const { key, entityName } of asked.delete ?? []) storage.table.remove(storage.spaceOf(entityName), key);
  meter.write(bytes);
  return { status: 204 };
}

function checkShape(places: readonly Place[], asked: Transaction): void {
  if (places.length === 0 || places.length > limits.transactionOperations) {
    throw new StorageError('BAD_REQUEST', `A transaction has between 1 and ${limits.transactionOperations} operations.`);
  }
  if (new Set(places.map(({ key, entityName }) => `${entityName ?? ''}\n${key}`)).size !== places.length) {
    throw new StorageError('BAD_REQUEST', 'A transaction names a key twice.');
  }
  if (Buffer.byteLength(JSON.stringify(asked)) > limits.transactionBytes) {
    throw new StorageError('MAX_SIZE', `The transaction has more than ${limits.transactionBytes} bytes.`);
  }
}

function checkConditions(storage: AppStorage, { key, entityName, conditions }: Place): void {
  checkKey(key);
  if (!conditions) return;
  if (entityName === undefined) {
    throw new StorageError('BAD_REQUEST', 'Only an operation on an entity can have conditions.');
  }
  const entity = storage.entity(entityName);
  const holds = compileConditions(entity, conditions);
  if (!holds(storage.table.find(entity.name, key)?.value)) {
    throw new StorageError('CONDITION_NOT_MET', `A condition on the key "${key}" does not hold.`);
  }
}
