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
