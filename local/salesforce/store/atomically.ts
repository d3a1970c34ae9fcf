import { transaction } from '../../database';
import type { Database } from '../../database';

/** As `transaction`, and inside a transaction that is open already a part of it. */
export function atomically<T>(database: Database, work: () => T): T {
  return database.isTransaction ? work() : transaction(database, work);
}
