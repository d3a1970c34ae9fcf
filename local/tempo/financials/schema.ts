import type { Database } from '../../database';

/** Creates what is missing; a database from an earlier start is left as it is. */
export function createFinancialTables(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS tempo_project (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS rate (
      owner TEXT NOT NULL,
      category TEXT NOT NULL,
      effective_date TEXT NOT NULL,
      minor INTEGER NOT NULL,
      PRIMARY KEY (owner, category, effective_date)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS money_entry (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      project_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS money_entry_by_project ON money_entry (project_id, kind, number);
    CREATE INDEX IF NOT EXISTS worklog_by_issue ON worklog (issue_id, day, id);
  `);
}
