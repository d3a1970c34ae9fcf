import type { Database } from '../database';

/** Creates what is missing; a database from an earlier start is left as it is. */
export function createTables(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS person (
      account_id TEXT PRIMARY KEY,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL,
      active INTEGER NOT NULL,
      seconds_per_day INTEGER NOT NULL,
      reviewer INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS generic_resource (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS plan (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      assignee_id TEXT NOT NULL,
      assignee_type TEXT NOT NULL,
      item_id TEXT NOT NULL,
      item_type TEXT NOT NULL,
      start_date TEXT NOT NULL,
      end_date TEXT NOT NULL,
      effort_type TEXT NOT NULL,
      effort_seconds INTEGER NOT NULL,
      include_non_working INTEGER NOT NULL,
      description TEXT NOT NULL,
      start_time TEXT,
      approval_status TEXT,
      approval_reviewer TEXT,
      approval_requester TEXT,
      approval_actor TEXT,
      creator_id TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS plan_by_assignee ON plan (assignee_id, end_date);
    CREATE INDEX IF NOT EXISTS plan_by_item ON plan (item_id, end_date);
    CREATE TABLE IF NOT EXISTS token (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE,
      owner_id TEXT NOT NULL,
      scopes TEXT NOT NULL,
      plans_for TEXT,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      revoked INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS worklog (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      issue_id TEXT NOT NULL,
      project_id TEXT NOT NULL,
      author_id TEXT NOT NULL,
      day TEXT NOT NULL,
      seconds INTEGER NOT NULL,
      billable_seconds INTEGER NOT NULL,
      description TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS worklog_by_project ON worklog (project_id, day, id);
    CREATE TABLE IF NOT EXISTS holiday (date TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS role (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      is_default INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS team (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, lead_id TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS team_member (
      team_id INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
      account_id TEXT NOT NULL,
      PRIMARY KEY (team_id, account_id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS team_link (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      team_id INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
      project_id TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS fault (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      method TEXT,
      path TEXT NOT NULL,
      remaining INTEGER NOT NULL,
      fault TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS webhook_subscription (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      event TEXT NOT NULL,
      url TEXT NOT NULL,
      name TEXT,
      description TEXT,
      shared_secret TEXT NOT NULL,
      active INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      last_at TEXT,
      last_status INTEGER,
      last_error TEXT,
      UNIQUE (event, url)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS webhook_delivery (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      subscription_id INTEGER NOT NULL REFERENCES webhook_subscription (id) ON DELETE CASCADE,
      event_id TEXT NOT NULL,
      body TEXT NOT NULL,
      created_at TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      next_at TEXT,
      last_at TEXT,
      last_status INTEGER,
      last_error TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS webhook_delivery_due ON webhook_delivery (subscription_id, next_at, number) WHERE state = 'waiting';
  `);
}
