import { createDealStore } from '../../src/adapters/forge/deal-store';
import { clientStore } from '../../src/adapters/forge/client-store';
import { storedDocuments } from '../../src/adapters/forge/documents';
import { createFiledRecords } from '../../src/adapters/forge/filed-records';
import { createRevisedRecords } from '../../src/adapters/forge/revised-records';
import { unseen } from '../../src/domain/client-standing';
import { defaultDocumentRules } from '../../src/domain/document-rules';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId, dealId, instant, projectId } from '../../src/domain/fixture/values';
import { nothingByHand, type DocumentEntry, type SeenDocuments } from '../../src/domain/formal-document';
import { newLink } from '../../src/domain/linked-deal';
import { StoreConflict } from '../../src/ports/errors';
import type { Filed } from '../../src/ports/filed-records';
import { openStorage, type InProcessStorage } from './kvs-in-process';

/** What is kept of formal documents, over the real @forge/kvs. */

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

const client = clientId(1);
const at = instant('2026-03-02T09:00:00.000Z');
const entry = (deal: ReturnType<typeof dealId> | null, revision = 1): Filed<DocumentEntry> => ({
  owner: client, id: `order-${deal ?? 'client'}`, list: 'all', at, revision, content: { requirement: 'order', dealId: deal, byHand: nothingByHand },
});

it('keeps what is said by hand apart for each document, and one of two who began from the same', async () => {
  const entries = createFiledRecords<DocumentEntry>('formalDocument');
  const sights = createFiledRecords<SeenDocuments>('documentSight');
  await entries.save(entry(dealId(1)));
  await entries.save(entry(null));
  await expect(entries.save(entry(dealId(1)))).rejects.toThrow(StoreConflict);
  const ends = await Promise.allSettled([entries.save(entry(dealId(1), 2)), entries.save(entry(dealId(1), 2))]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await sights.save({ owner: client, id: 'last', list: 'all', at, revision: 1, content: { asOf: at, sights: [] } });
  expect((await entries.ofOwner(client)).map(({ id, revision }) => [id, revision]).sort()).toEqual([['order-client', 1], [`order-${dealId(1)}`, 2]].sort());
  expect(await sights.one(client, 'last')).toMatchObject({ content: { asOf: at } });
  expect(await entries.ofOwner(clientId(2))).toEqual([]);
});

it('begins with the initial rules, and keeps those of one of two', async () => {
  const rules = createRevisedRecords('documentRules', defaultDocumentRules);
  expect(await rules.read('company')).toEqual(defaultDocumentRules);
  const ends = await Promise.allSettled([rules.save('company', { ...defaultDocumentRules, revision: 1 }), rules.save('company', { ...defaultDocumentRules, revision: 1 })]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rules.read('company')).toEqual({ ...defaultDocumentRules, revision: 1 });
});

it('tells the gate what is missing as clients were last looked at', async () => {
  const project = projectId('10001');
  const dealStore = createDealStore(1);
  const documents = storedDocuments({ dealStore, clients: clientStore });
  expect(await documents.missing(project)).toEqual({ kind: 'notConnected' });
  await dealStore.add(newLink(project, sampleDeal({ id: dealId(1), name: 'Portal', client: { id: client, name: 'Bank' } }), at), undefined);
  await clientStore.enrol(client);
  expect(await documents.missing(project)).toEqual({ kind: 'notConnected' });
  const missing = [{ requirement: 'nda', dealId: null }, { requirement: 'order', dealId: dealId(1) }, { requirement: 'order', dealId: dealId(2) }] as const;
  await clientStore.save({ ...unseen(client), revision: 1, documents: { percent: 0, missing, renewals: [], asOf: at } });
  expect(await documents.missing(project)).toEqual({ kind: 'known', value: [{ requirement: 'nda', of: 'Bank' }, { requirement: 'order', of: 'Portal' }] });
});
