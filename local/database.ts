import { DatabaseSync } from '@photostructure/sqlite';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Values by position, or one object of values by name. */
type Bound = SqlValue | Readonly<Record<string, SqlValue>>;

/** A row as SQLite gives it: whoever reads a column says what it must be. */
export type Row = Readonly<Record<string, unknown>>;

export interface Statement {
  get(...values: Bound[]): Row | undefined;
  all(...values: Bound[]): Row[];
  iterate(...values: Bound[]): IterableIterator<Row>;
  run(...values: Bound[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
}

export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** Makes a function that SQL can call. */
  function(name: string, options: { readonly deterministic: boolean }, call: (...values: unknown[]) => SqlValue): void;
  readonly isTransaction: boolean;
  close(): void;
}

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
