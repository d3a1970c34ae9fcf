import { join } from 'node:path';
import * as z from 'zod/mini';
import { systemClock } from '../../local/clock';
import { openDatabase, transaction, type Database } from '../../local/database';
import type { ForgeManifest } from '../../local/forge/manifest';
import type { JsonValue } from '../../local/forge/storage/requests';
import { AppStorage } from '../../local/forge/storage/storage';
import { parseDealId } from '../../src/domain/ids';
import { laneOf } from '../../src/domain/sync-order';
import type { WorkerState } from '../../src/domain/worker-state';
import { lanes } from '../../src/adapters/forge/lanes';
import { entityNames, type StateRecord } from '../../src/adapters/forge/records';

/** What is kept of deals, and shown to people; the rest is what worker, poll and pacer keep for themselves. */
const aboutDeals = [entityNames.linkedDeal, entityNames.planEntry, entityNames.summary, entityNames.audit];
const stateNames = Array.from({ length: lanes }, (_, lane) => `worker-${lane}`);
const count = z.object({ count: z.number() });
const item = z.object({ space: z.string(), key: z.string() });
const json: z.ZodMiniType<JsonValue> = z.json();

/** Puts one record into the app's storage, under the rules that Forge has for it. */
export type PutRecord = (entityName: string, key: string, record: object) => void;

/** The app's storage seen past the app: filled in one go, and looked at without a call that would count as the app's. */
export class AppData {
  private readonly database: Database;
  private readonly storage: AppStorage;

  constructor(folder: string, manifest: ForgeManifest) {
    this.database = openDatabase(join(folder, 'forge.db'));
    this.storage = new AppStorage(this.database, systemClock, manifest);
  }

  /** Everything that is put is kept together. Only while no function runs: two writers would wait for each other. */
  fill(work: (put: PutRecord) => void): void {
    const put: PutRecord = (entityName, key, record) => {
      this.storage.write(entityName, { key, value: json.parse(JSON.parse(JSON.stringify(record))) });
    };
    transaction(this.database, () => work(put));
  }

  /** Sets the workers of all lanes. */
  setWorkers(content: WorkerState): void {
    for (const name of stateNames) {
      const before = revisionOf.safeParse(this.storage.table.find(entityNames.state, name)?.value).data?.revision ?? 0;
      const record: StateRecord<WorkerState> = { name, revision: before + 1, content };
      this.fill((put) => put(entityNames.state, name, record));
    }
  }

  /** Whether no worker works or has anything to do: no order, no sweep, no part of a comparison. */
  isAtRest(): boolean {
    return this.ordersLeft() === 0 && stateNames.every((name) => {
      const state = workerAtRest.safeParse(this.storage.table.find(entityNames.state, name)?.value);
      return state.success && (state.data.content.reconcile?.pending ?? 0) === 0;
    });
  }

  /** Deals that wait to be brought in step. */
  ordersLeft(): number {
    return count.parse(this.database.prepare('SELECT COUNT(*) AS count FROM forge_item WHERE space = ?').get(entityNames.syncOrder)).count;
  }

  /** The same, lane by lane. */
  ordersLeftByLane(): readonly number[] {
    const rows = this.database.prepare('SELECT space, key FROM forge_item WHERE space = ?').all(entityNames.syncOrder);
    const ids = z.array(item).parse(rows).flatMap(({ key }) => parseDealId(key) ?? []);
    return Array.from({ length: lanes }, (_, lane) => ids.filter((id) => laneOf(id, lanes) === lane).length);
  }

  /** Records about deals that were written at that time or later, in milliseconds since 1970. */
  writtenSince(time: number): number {
    const marks = aboutDeals.map(() => '?').join(', ');
    return count.parse(this.database.prepare(`SELECT COUNT(*) AS count FROM forge_item WHERE space IN (${marks}) AND updated_at >= ?`).get(...aboutDeals, time)).count;
  }

  /** Which those are, for who has to find out why. */
  namesWrittenSince(time: number): readonly string[] {
    const marks = aboutDeals.map(() => '?').join(', ');
    const rows = this.database.prepare(`SELECT space, key FROM forge_item WHERE space IN (${marks}) AND updated_at >= ? LIMIT 5`).all(...aboutDeals, time);
    return z.array(item).parse(rows).map(({ space, key }) => `${space} ${key}`);
  }

  has(entityName: string, key: string): boolean {
    return this.storage.table.find(entityName, key) !== undefined;
  }

  close(): void {
    this.database.close();
  }
}

const revisionOf = z.object({ revision: z.number() });
const workerAtRest = z.object({
  content: z.object({ lease: z.null(), sweep: z.null(), reconcile: z.nullable(z.object({ pending: z.number() })) }),
});
