import type { Database } from '../database';

const TABLES = `
CREATE TABLE IF NOT EXISTS sf_organization (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, created_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_user (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, username TEXT NOT NULL, email TEXT NOT NULL, is_active INTEGER NOT NULL,
  created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_account (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, owner_id TEXT NOT NULL REFERENCES sf_user(id),
  is_deleted INTEGER NOT NULL DEFAULT 0, master_record_id TEXT,
  created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_stage (
  id TEXT PRIMARY KEY, api_name TEXT NOT NULL UNIQUE, master_label TEXT NOT NULL,
  default_probability INTEGER NOT NULL, forecast_category TEXT NOT NULL,
  is_active INTEGER NOT NULL, is_closed INTEGER NOT NULL, is_won INTEGER NOT NULL, sort_order INTEGER NOT NULL,
  created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_opportunity (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, account_id TEXT REFERENCES sf_account(id), stage_name TEXT NOT NULL,
  amount_minor INTEGER, currency TEXT NOT NULL, close_date TEXT NOT NULL, probability INTEGER,
  forecast_category TEXT NOT NULL, is_closed INTEGER NOT NULL, is_won INTEGER NOT NULL,
  owner_id TEXT NOT NULL REFERENCES sf_user(id), external_id TEXT, is_deleted INTEGER NOT NULL DEFAULT 0,
  created_date TEXT NOT NULL, created_by_id TEXT NOT NULL,
  last_modified_date TEXT NOT NULL, last_modified_by_id TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sf_opportunity_by_change ON sf_opportunity (system_modstamp, id);
CREATE INDEX IF NOT EXISTS sf_opportunity_listed ON sf_opportunity (is_deleted, last_modified_date, id);
CREATE INDEX IF NOT EXISTS sf_opportunity_by_account ON sf_opportunity (account_id);
CREATE TABLE IF NOT EXISTS sf_history (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, opportunity_id TEXT NOT NULL REFERENCES sf_opportunity(id),
  stage_name TEXT NOT NULL, amount_minor INTEGER, prev_amount_minor INTEGER, close_date TEXT NOT NULL, prev_close_date TEXT,
  probability INTEGER, forecast_category TEXT NOT NULL, created_by_id TEXT NOT NULL,
  created_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sf_history_by_opportunity ON sf_history (opportunity_id, number);
CREATE TABLE IF NOT EXISTS sf_contact (
  id TEXT PRIMARY KEY, account_id TEXT REFERENCES sf_account(id), first_name TEXT, last_name TEXT NOT NULL, title TEXT, department TEXT,
  email TEXT, phone TEXT, mobile_phone TEXT, reports_to_id TEXT REFERENCES sf_contact(id), owner_id TEXT NOT NULL REFERENCES sf_user(id),
  is_deleted INTEGER NOT NULL DEFAULT 0, created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sf_contact_by_account ON sf_contact (account_id);
CREATE TABLE IF NOT EXISTS sf_contact_role (
  id TEXT PRIMARY KEY, opportunity_id TEXT NOT NULL REFERENCES sf_opportunity(id), contact_id TEXT NOT NULL REFERENCES sf_contact(id),
  role TEXT, is_primary INTEGER NOT NULL, created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sf_contact_role_by_opportunity ON sf_contact_role (opportunity_id);
CREATE TABLE IF NOT EXISTS sf_document (
  id TEXT PRIMARY KEY, owner_id TEXT NOT NULL REFERENCES sf_user(id), latest_version_id TEXT NOT NULL, is_deleted INTEGER NOT NULL DEFAULT 0,
  created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_version (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES sf_document(id), title TEXT NOT NULL, path_on_client TEXT NOT NULL,
  file_extension TEXT, file_type TEXT NOT NULL, content_size INTEGER NOT NULL, checksum TEXT NOT NULL, version_number INTEGER NOT NULL,
  reason_for_change TEXT, description TEXT, first_publish_location_id TEXT NOT NULL, owner_id TEXT NOT NULL REFERENCES sf_user(id), data BLOB NOT NULL,
  created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sf_version_by_document ON sf_version (document_id, version_number);
CREATE TABLE IF NOT EXISTS sf_document_link (
  id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES sf_document(id), linked_entity_id TEXT NOT NULL,
  share_type TEXT NOT NULL, visibility TEXT NOT NULL, system_modstamp TEXT NOT NULL, UNIQUE (document_id, linked_entity_id)
) STRICT;
CREATE INDEX IF NOT EXISTS sf_document_link_by_entity ON sf_document_link (linked_entity_id);
CREATE TABLE IF NOT EXISTS sf_sequence (prefix TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sf_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sf_session (token_hash TEXT PRIMARY KEY, life_minutes INTEGER NOT NULL, expires_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sf_usage (hour TEXT PRIMARY KEY, calls INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sf_query_cursor (
  id TEXT PRIMARY KEY, soql TEXT NOT NULL, scope TEXT NOT NULL, batch_size INTEGER NOT NULL, record_ids TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_fault (
  number INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER, remaining INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sf_delivery (
  number INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL UNIQUE, opportunity_id TEXT NOT NULL,
  stage_name TEXT NOT NULL, system_modstamp TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT, last_at TEXT, last_status INTEGER, last_error TEXT, channel TEXT NOT NULL DEFAULT 'flow', drop_at TEXT
) STRICT;
`;

/** Columns that a database lacks which was made before they were thought of, by table. */
const LATER_COLUMNS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['sf_delivery', { channel: "TEXT NOT NULL DEFAULT 'flow'", drop_at: 'TEXT' }],
  ['sf_fault', { method: 'TEXT' }],
  ['sf_account', {
    type: 'TEXT', industry: 'TEXT', phone: 'TEXT', website: 'TEXT', billing_street: 'TEXT', billing_city: 'TEXT', billing_postal_code: 'TEXT',
    billing_country: 'TEXT', number_of_employees: 'INTEGER', description: 'TEXT',
  }],
  ['sf_opportunity', { next_step: 'TEXT', description: 'TEXT', type: 'TEXT', lead_source: 'TEXT', last_activity_date: 'TEXT' }],
]);

const LATER_CHANGES = `
DROP TABLE IF EXISTS sf_locator;
DROP INDEX IF EXISTS sf_delivery_due;
CREATE INDEX IF NOT EXISTS sf_delivery_by_channel ON sf_delivery (channel, state, number, next_at);
`;

/** Makes the tables where they are missing and teaches the database Salesforce's way of comparing text. */
export function prepareSchema(database: Database): void {
  database.exec(TABLES);
  for (const [table, later] of LATER_COLUMNS) {
    const columns = new Set(database.prepare('SELECT name FROM pragma_table_info(?)').all(table).map((row) => row['name']));
    for (const [name, definition] of Object.entries(later)) {
      if (!columns.has(name)) database.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${definition}`);
    }
  }
  database.exec(LATER_CHANGES);
  database.function('sf_fold', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null));
  const patterns = new Map<string, RegExp>();
  database.function('sf_like', { deterministic: true }, (pattern: unknown, text: unknown) => {
    if (typeof pattern !== 'string' || typeof text !== 'string') return 0;
    let expression = patterns.get(pattern);
    if (!expression) {
      if (patterns.size > 100) patterns.clear();
      expression = new RegExp(pattern, 'su');
      patterns.set(pattern, expression);
    }
    return expression.test(fold(text)) ? 1 : 0;
  });
}

/** The form under which text compares: letter case does not count, beyond ASCII too. */
export function fold(text: string): string {
  // A sigma at the end of a word has a small letter of its own, which depends on what follows.
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}
