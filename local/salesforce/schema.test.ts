import { openDatabase } from '../database';
import { HandClock } from '../hand-clock';
import { createSalesforce } from './salesforce';
import { TEST_NOW, TEST_ORG } from './test-org';

test('a database from before there were outbound messages keeps the callouts that wait', async () => {
  const database = openDatabase(':memory:');
  database.exec(`
    CREATE TABLE sf_locator (id TEXT PRIMARY KEY) STRICT;
    CREATE TABLE sf_delivery (
      number INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL UNIQUE, opportunity_id TEXT NOT NULL,
      stage_name TEXT NOT NULL, system_modstamp TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
      next_at TEXT, last_at TEXT, last_status INTEGER, last_error TEXT
    ) STRICT;
    CREATE INDEX sf_delivery_due ON sf_delivery (state, next_at);
    INSERT INTO sf_delivery (event_id, opportunity_id, stage_name, system_modstamp, state, next_at)
      VALUES ('an-event', '006Op0000000001IAA', 'Negotiation', '2026-11-23T08:00:00.000Z', 'waiting', '2026-11-23T08:00:00.000Z');
  `);
  const open = () => createSalesforce({ database, clock: new HandClock(TEST_NOW), org: TEST_ORG, deliver: async () => ({ status: 202 }) });
  const first = open();
  await first.runDue();
  expect(first.flow.deliveries(5)).toMatchObject([{ eventId: 'an-event', state: 'delivered' }]);
  const second = open();
  expect(second.flow.deliveries(5)).toHaveLength(1);
  expect(second.outboundMessage.deliveries(5)).toEqual([]);
  database.close();
});

test('a database from before there were client files keeps what it has and gains the new fields', () => {
  const database = openDatabase(':memory:');
  database.exec(`
    CREATE TABLE sf_account (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, owner_id TEXT NOT NULL, is_deleted INTEGER NOT NULL DEFAULT 0, master_record_id TEXT,
      created_date TEXT NOT NULL, last_modified_date TEXT NOT NULL, system_modstamp TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sf_fault (number INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER, remaining INTEGER NOT NULL) STRICT;
    INSERT INTO sf_account VALUES ('001Op0000000001IAA', 'Old', '005Op0000000001IAA', 0, NULL, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
    INSERT INTO sf_fault (path, kind, status, remaining) VALUES ('/query', 'status', 503, 1);
  `);
  for (let start = 0; start < 2; start += 1) {
    const { store, faults } = createSalesforce({ database, clock: new HandClock(TEST_NOW), org: TEST_ORG, deliver: () => Promise.resolve({ status: 202 }) });
    expect(store.accountProfiles.of('001Op0000000001IAA')).toEqual({ lastModifiedDate: '2026-01-01T00:00:00.000Z' });
    expect(store.contacts.of('001Op0000000001IAA')).toEqual([]);
    expect(faults.all()).toEqual([{ path: '/query', kind: 'status', status: 503, times: 1 }]);
  }
  database.close();
});
