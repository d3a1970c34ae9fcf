import type { Clock } from '../../clock';
import { transaction, type Database } from '../../database';
import type { EntityDefinition, ForgeManifest } from '../manifest';
import { limits } from '../limits';
import { runBatch } from './batch';
import { StorageError } from './errors';
import { StorageRate } from './rate';
import { queryEntity, queryKeys, type QueryPage } from './query';
import { parseRequest, requests, type JsonValue, type MetadataField, type Write, type WriteOptions } from './requests';
import { checkEntityValue, checkKey, serialiseValue } from './rules';
import { answerItem, createTables, ItemTable, plainSpace, secretSpace, type StoredItem } from './table';
import { runTransaction } from './transaction';
import type { UsageMeter } from './usage';

/** A status with a JSON body; no body where there is nothing to say. */
export interface StorageAnswer {
  readonly status: number;
  readonly body?: unknown;
}

type Operation = (body: unknown, meter: UsageMeter) => StorageAnswer;

/** Forge's Key-Value Store and Custom Entity Store over the HTTP shape of @forge/kvs 1.6. */
export class AppStorage {
  readonly table: ItemTable;
  private readonly operations: ReadonlyMap<string, Operation>;

  constructor(
    database: Database,
    clock: Clock,
    private readonly manifest: ForgeManifest,
    private readonly rate = new StorageRate(),
  ) {
    createTables(database, manifest.entities.values());
    this.table = new ItemTable(database, clock);
    this.operations = new Map<string, Operation>([
      ['/api/v1/get', (body, meter) => this.get(plainSpace, body, meter)],
      ['/api/v1/set', (body, meter) => this.set(plainSpace, body, meter)],
      ['/api/v1/delete', (body, meter) => this.delete(plainSpace, body, meter)],
      ['/api/v1/secret/get', (body, meter) => this.get(secretSpace, body, meter)],
      ['/api/v1/secret/set', (body, meter) => this.set(secretSpace, body, meter)],
      ['/api/v1/secret/delete', (body, meter) => this.delete(secretSpace, body, meter)],
      ['/api/v1/entity/get', (body, meter) => this.get(undefined, body, meter)],
      ['/api/v1/entity/set', (body, meter) => this.set(undefined, body, meter)],
      ['/api/v1/entity/delete', (body, meter) => this.delete(undefined, body, meter)],
      ['/api/v1/query', (body, meter) => this.query(body, meter)],
      ['/api/v1/entity/query', (body, meter) => this.queryEntity(body, meter)],
      ['/api/v1/batch/get', (body, meter) => runBatch(this, 'get', body, meter)],
      ['/api/v1/batch/set', (body, meter) => runBatch(this, 'set', body, meter)],
      ['/api/v1/batch/delete', (body, meter) => runBatch(this, 'delete', body, meter)],
      ['/api/v1/transaction', (body, meter) => runTransaction(this, body, meter)],
    ]);
  }

  /** Answers one request of @forge/kvs; a refusal is an answer too. */
  handle(path: string, body: unknown, meter: UsageMeter): StorageAnswer {
    try {
      if (!this.manifest.scopes.includes('storage:app')) {
        throw new StorageError('FORBIDDEN', 'The manifest does not declare the scope storage:app.');
      }
      const operation = this.operations.get(path);
      if (!operation) throw new StorageError('NOT_MODELLED', `The local site does not model storage at ${path}.`);
      this.rate.check();
      const before = meter.snapshot();
      const answer = transaction(this.table.database, () => operation(body, meter));
      this.rate.spend(before, meter.snapshot());
      return answer;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      return { status: error.status, body: { code: error.code, message: error.message } };
    }
  }

  /** @throws StorageError when the manifest does not declare it. */
  entity(name: string): EntityDefinition {
    const entity = this.manifest.entities.get(name);
    if (!entity) throw new StorageError('INVALID_ENTITY_TYPE', `The manifest declares no entity "${name}".`);
    return entity;
  }

  /** The space of an entity, or of plain keys. */
  spaceOf(entityName: string | undefined): string {
    return entityName === undefined ? plainSpace : this.entity(entityName).name;
  }

  /** @throws StorageError KEY_NOT_FOUND */
  read(space: string, key: string): StoredItem {
    checkKey(key);
    const item = this.table.find(space, key);
    if (!item) throw new StorageError('KEY_NOT_FOUND', 'Provided key does not exist');
    return item;
  }

  /**
   * Checks and stores a value.
   * @returns its size, and what stood there before.
   */
  write(space: string, { key, value, options }: Write): { bytes: number; previous: StoredItem | undefined } {
    checkKey(key);
    if (space !== plainSpace && space !== secretSpace) checkEntityValue(this.entity(space), value);
    const text = serialiseValue(value);
    const previous = this.table.put(space, key, text, options);
    return { bytes: Buffer.byteLength(text), previous };
  }

  private get(space: string | undefined, body: unknown, meter: UsageMeter): StorageAnswer {
    const { key, entityName, options } = parseRequest(requests.read, body);
    let bytes = 0;
    try {
      const item = this.read(space ?? this.requiredSpace(entityName), key);
      bytes = item.bytes;
      return { status: 200, body: answerItem(item, options?.metadataFields) };
    } finally {
      meter.read(bytes);
    }
  }

  private set(space: string | undefined, body: unknown, meter: UsageMeter): StorageAnswer {
    const write = parseRequest(requests.write, body);
    const target = space ?? this.requiredSpace(write.entityName);
    const { bytes, previous } = this.write(target, write);
    meter.write(bytes);
    return this.answerSet(write.options, previous, () => this.read(target, write.key));
  }

  private answerSet(
    options: WriteOptions | undefined,
    previous: StoredItem | undefined,
    latest: () => StoredItem,
  ): StorageAnswer {
    if (!options?.returnValue) return { status: 204 };
    const item = options.returnValue === 'LATEST' ? latest() : previous;
    return item ? { status: 200, body: answerItem(item, options.returnMetadataFields) } : { status: 204 };
  }

  private delete(space: string | undefined, body: unknown, meter: UsageMeter): StorageAnswer {
    const { key, entityName } = parseRequest(requests.remove, body);
    checkKey(key);
    this.table.remove(space ?? this.requiredSpace(entityName), key);
    meter.write(0);
    return { status: 204 };
  }

  private query(body: unknown, meter: UsageMeter): StorageAnswer {
    const query = parseRequest(requests.query, body);
    return this.answerPage(queryKeys(this.table, query), query.options?.metadataFields, meter);
  }

  private queryEntity(body: unknown, meter: UsageMeter): StorageAnswer {
    const query = parseRequest(requests.entityQuery, body);
    const page = queryEntity(this.table, this.entity(query.entityName), query);
    return this.answerPage(page, query.options?.metadataFields, meter);
  }

  private answerPage(page: QueryPage, fields: MetadataField[] | undefined, meter: UsageMeter): StorageAnswer {
    meter.read(page.bytesScanned);
    const data: Record<string, JsonValue>[] = page.items.map((item) => answerItem(item, fields));
    return { status: 200, body: { data, ...(page.cursor !== undefined && { cursor: page.cursor }) } };
  }

  private requiredSpace(entityName: string | undefined): string {
    if (entityName === undefined) throw new StorageError('BAD_REQUEST', 'entityName is missing.');
    return this.entity(entityName).name;
  }
}

/** @throws StorageError when a batch is empty, too long, or names a place twice. */
export function checkBatch(places: readonly string[]): void {
  if (places.length === 0 || places.length > limits.batchItems) {
    throw new StorageError('BAD_REQUEST', `A batch has between 1 and ${limits.batchItems} items.`);
  }
  if (new Set(places).size !== places.length) throw new StorageError('BAD_REQUEST', 'A batch names a key twice.');
}
