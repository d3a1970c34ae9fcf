import { join } from 'node:path';
import * as z from 'zod/mini';
import { openDatabase, transaction } from '../../local/database';
import { HandClock } from '../../local/hand-clock';
import { readManifest } from '../../local/forge/manifest';
import { StorageRate } from '../../local/forge/storage/rate';
import type { JsonValue } from '../../local/forge/storage/requests';
import { AppStorage } from '../../local/forge/storage/storage';
import { UsageMeter } from '../../local/forge/storage/usage';

const json: z.ZodMiniType<JsonValue> = z.json();
const manifest = readManifest(join(__dirname, '..', '..', 'manifest.yml'));

/** What stands between @forge/kvs and storage, for a test to look at and to hold up. */
export interface InProcessStorage {
  /** The path of each request, such as /api/v1/transaction. */
  readonly operations: string[];
  /** Reads, writes and their bytes, as Forge counts them. */
  readonly usage: UsageMeter;
  /** Waited for ahead of each request and again behind it. */
  delay: (() => Promise<void>) | undefined;
  /** Keys that a batch answers with an error of the storage's own. */
  readonly broken: Set<string>;
  /** Keeps records in one go, past the app and without counting. */
  fill(work: (put: (entityName: string, key: string, record: object) => void) => void): void;
  close(): void;
}

interface Answered {
  readonly successfulKeys: readonly { readonly key: string }[];
  readonly failedKeys: readonly object[];
}

const isBatch = (body: unknown): body is Answered => typeof body === 'object' && body !== null && 'successfulKeys' in body && 'failedKeys' in body;

/** The real @forge/kvs of this process over the local site's storage, with the entities that manifest.yml declares. */
export function openStorage(clock = new HandClock('2026-03-02T09:00:00.000Z')): InProcessStorage {
  const database = openDatabase(':memory:');
  const storage = new AppStorage(database, clock, manifest, new StorageRate(Number.POSITIVE_INFINITY));
  const usage = new UsageMeter();
  const fill: InProcessStorage['fill'] = (work) =>
    transaction(database, () => work((entityName, key, record) => void storage.write(entityName, { key, value: json.parse(JSON.parse(JSON.stringify(record))) })));
  const opened: InProcessStorage = { operations: [], usage, delay: undefined, broken: new Set(), fill, close: () => database.close() };
  Object.assign(globalThis, {
    __forge_fetch__: async (_meta: unknown, path: string, init: { readonly body: string }): Promise<Response> => {
      opened.operations.push(path);
      await opened.delay?.();
      const { status, body } = storage.handle(path, JSON.parse(init.body), usage);
      await opened.delay?.();
      return new Response(body === undefined ? null : JSON.stringify(isBatch(body) ? withBroken(body, opened.broken) : body), { status });
    },
  });
  return opened;
}

function withBroken({ successfulKeys, failedKeys }: Answered, broken: ReadonlySet<string>): Answered {
  const error = { code: 'INTERNAL_ERROR', message: 'Something went wrong.' };
  return {
    successfulKeys: successfulKeys.filter(({ key }) => !broken.has(key)),
    failedKeys: [...failedKeys, ...successfulKeys.filter(({ key }) => broken.has(key)).map(({ key }) => ({ key, error }))],
  };
}
