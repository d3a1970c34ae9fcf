import type { Database, SqlValue, Statement } from '../../database';

/** The same database, which compiles each statement once; the number of different statements has to be bounded. */
export class KeptStatements implements Database {
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly database: Database) {}

  exec(sql: string): void {
    this.database.exec(sql);
  }

  prepare(sql: string): Statement {
    const kept = this.statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  function(name: string, options: { readonly deterministic: boolean }, call: (...values: unknown[]) => SqlValue): void {
    this.database.function(name, options, call);
  }

  get isTransaction(): boolean {
    return this.database.isTransaction;
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}
