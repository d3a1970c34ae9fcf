import { dealId } from '../../src/domain/fixture/values';
import { accountFields } from '../../src/domain/freshness';
import { NotConnected, OutsideError } from '../../src/ports/errors';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { readFreshness } from '../../src/use-cases/freshness/read-freshness';
import type { MemoryWorld } from '../world/memory-world';
import { caller, client, openLinkedClient } from './linked-client';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openLinkedClient();
  memory.clientRecords.records.set(client.id, {
    account: { filled: new Set(['website', 'owner']) },
    deals: [{ id: dealId(1), name: 'Portal', stageName: 'Negotiation', isClosed: false, isWon: false, filled: new Set(['closeDate', 'nextStep']), closeDate: memory.clock.dayFromNow(-1), touchedOn: memory.clock.today() }],
    hidden: new Set(['phone']),
  });
});

it('says what is to be put right, record by record', async () => {
  expect(await readFreshness(...caller(memory, 'headOfSales'), { clientId: client.id })).toEqual({
    untouchedDays: 30,
    hidden: ['phone'],
    findings: [
      { rule: 'account.industry', kind: 'missing', recordId: client.id, deal: null },
      { rule: 'account.billingCity', kind: 'missing', recordId: client.id, deal: null },
      { rule: 'deal.amount', kind: 'missing', recordId: dealId(1), deal: 'Portal' },
      { rule: 'deal.overdue', kind: 'stale', recordId: dealId(1), deal: 'Portal' },
    ],
  });
  await expect(readFreshness(...caller(memory, 'stranger'), { clientId: client.id })).rejects.toMatchObject({ code: 'notFound' });
});

it('keeps how a client stands, and on a day without Salesforce what stood before', async () => {
  expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ freshness: { missing: 3, stale: 1 }, failure: null });
  memory.clientRecords.failure = new OutsideError('salesforce', 'unavailable', 'down');
  expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ client, freshness: { missing: 3, stale: 1 }, failure: 'unavailable' });
  memory.clientRecords.failure = null;
  memory.clientRecords.records.set(client.id, { account: { filled: new Set(accountFields) }, deals: [], hidden: new Set() });
  expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ freshness: { missing: 0, stale: 0 }, failure: null });
});

it('keeps what the app itself knows of a client although Salesforce was never read', async () => {
  memory.clientRecords.failure = new NotConnected('salesforce');
  expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ client, freshness: null, relation: { openNeeds: 0 }, failure: 'notConnected' });
});
