import type { Database, Statement } from '../../database';

const MOST_KEPT = 300;

/** The same database, which prepares each statement once however often it is asked for. */
export function preparedOnce(database: Database): Database {
  const kept = new Map<string, Statement>();
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known) return known;
      // Queries of an app are all different, so what is kept must end somewhere.
      if (kept.size >= MOST_KEPT) kept.clear();
      const statement = database.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
    function: (name, options, call) => database.function(name, options, call),
    get isTransaction() {
      return database.isTransaction;
    },
    close: () => database.close(),
  };
}
