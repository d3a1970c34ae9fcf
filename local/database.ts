import { DatabaseSync } from '@photostructure/sqlite';

export type Database = InstanceType<typeof DatabaseSync>;

export class CorruptDatabaseError extends Error {
  constructor(readonly path: string) {
    super(`${path} is not a readable database. Start with --reset to begin afresh, or restore the file.`);
    this.name = 'CorruptDatabaseError';
  }
}

/**
 * Opens an embedded database file (":memory:" for a test).
 * Write-ahead logging keeps every committed write when the process is killed.
 * @throws CorruptDatabaseError when the file is damaged or not a database.
 */
export function openDatabase(path: string): Database {
  let database: Database | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new CorruptDatabaseError(path);
    return database;
  } catch {
    database?.close();
    throw new CorruptDatabaseError(path);
  }
}

/** Runs the work in one transaction: all of it is kept, or none. */
export function transaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
