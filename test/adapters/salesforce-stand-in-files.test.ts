import { createClientFiles } from '../../src/adapters/salesforce/files';
import { parseClientId, parseDealId, type ClientId, type DealId } from '../../src/domain/ids';
import type { ClientFiles } from '../../src/ports/client-files';
import { startHarness, type Harness } from './salesforce-harness';

let harness: Harness;
let files: ClientFiles;
let client: ClientId;
let deal: DealId;
beforeEach(async () => {
  harness = await startHarness();
  files = createClientFiles(harness.organisation());
  const { store } = harness.org;
  const account = store.createAccount({ name: 'Bank Północny' });
  const opportunity = store.createOpportunity({ name: 'Portal', stageName: 'Closed Won', closeDate: '2026-12-31', accountId: account.id });
  const ids = [parseClientId(account.id), parseDealId(opportunity.id)] as const;
  if (ids[0] === undefined || ids[1] === undefined) throw new Error('no ids');
  [client, deal] = [ids[0], ids[1]];
});
afterEach(() => harness.close());

const put = (title: string, locationId: string, more: { documentId?: string } = {}) => harness.org.store.files.put({ title, pathOnClient: `${title}.pdf`, data: Buffer.from('x'), locationId, ...more });
const titles = async () => {
  const found = await files.ofRecords([client, deal]);
  return found.kind === 'hidden' ? found.kind : found.files.map(({ title, extension, on }) => [title, extension, on.length]);
};
const queries = () => harness.requests.filter((request) => request.startsWith('GET /services/data/v66.0/query')).length;

it('reads what a client and its deals have, in one call', async () => {
  expect(await titles()).toEqual([]);
  const nda = put('NDA podpisane', client);
  harness.org.store.files.link(nda.documentId, deal);
  harness.org.clock.advance(60);
  put('Zamówienie', deal);
  expect(await titles()).toEqual([['Zamówienie', 'pdf', 1], ['NDA podpisane', 'pdf', 2]]);
  expect(queries()).toBe(2);
});

it('sees the newest version, and no file that was deleted or is of others', async () => {
  const nda = put('NDA draft', client);
  put('SOW', harness.org.store.createAccount({ name: 'Other' }).id);
  harness.org.clock.advance(60);
  harness.org.store.files.put({ title: 'NDA signed', pathOnClient: 'nda.docx', data: Buffer.from('y'), documentId: nda.documentId });
  expect(await titles()).toEqual([['NDA signed', 'docx', 1]]);
  harness.org.store.files.delete(nda.documentId);
  expect(await titles()).toEqual([]);
});

it('tells an organisation whose files are switched off from one that has none', async () => {
  put('NDA', client);
  harness.org.store.features.set({ files: 'off' });
  expect(await titles()).toBe('hidden');
  harness.org.store.features.set({ files: 'readOnly' });
  expect(await titles()).toEqual([['NDA', 'pdf', 1]]);
});

it('comes through faults that pass, and fails by name on those that stay', async () => {
  put('NDA', client);
  await titles();
  const order = (kind: 'status' | 'halfAnswer' | 'loseAnswer' | 'wrongShape', times: number, status?: number) => harness.org.faults.add({ path: '/query', kind, times, ...(status === undefined ? {} : { status }) });
  order('status', 1, 503);
  expect(await titles()).toEqual([['NDA', 'pdf', 1]]);
  order('loseAnswer', 1);
  expect(await titles()).toEqual([['NDA', 'pdf', 1]]);
  order('halfAnswer', 3);
  await expect(titles()).rejects.toMatchObject({ failure: 'unavailable' });
  order('wrongShape', 1);
  await expect(titles()).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  expect(await titles()).toEqual([['NDA', 'pdf', 1]]);
});

it('reads more files than a page of a query holds', async () => {
  for (let number = 0; number < 2_050; number += 1) put(`file ${number}`, client);
  const found = await files.ofRecords([client]);
  expect(found.kind === 'files' && new Set(found.files.map(({ id }) => id)).size).toBe(2_050);
  expect(queries()).toBe(2);
});
