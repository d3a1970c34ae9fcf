import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';
import { importDeals } from './import-deals';
import type { ImportOptions } from './import-deals';
import { formatImportReport } from './report';
import type { ImportReport } from './report';

const SAMPLES = join(__dirname, 'samples');
let org: TestOrg;
let folder: string;
beforeEach(async () => {
  org = await startTestOrg();
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(async () => {
  await org.close();
  rmSync(folder, { recursive: true });
});

function load(sample: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importDeals({ store: org.store, path: join(SAMPLES, sample), ...options });
}

function loadText(content: string | Uint8Array, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const path = join(folder, 'deals.csv');
  writeFileSync(path, content);
  return importDeals({ store: org.store, path, ...options });
}

function deals() {
  return org.store.list({ offset: 0, limit: 10_000 }).deals.map(({ deal, client, owner }) => ({ ...deal, client, owner }));
}

test('a Salesforce report is loaded as it is: ids kept, US dates, grouped amounts, quoted line breaks', async () => {
  const report = await load('salesforce-report.csv');
  expect(report).toMatchObject({ read: 3, loaded: 3, rejected: [], dates: 'us', numbers: 'point', ignoredColumns: ['Next Step'], withoutClient: 1, newClients: 2, newUsers: 2 });
  expect(report.newStages).toEqual([{ apiName: 'Negotiation/Review', kind: 'open' }]);
  expect(deals().map(({ id }) => id).sort()).toEqual(['006Aq00000XyZ12IAF', '006Aq00000XyZ13IAF', '006Aq00000XyZ14IAF']);
  expect(deals()).toEqual(expect.arrayContaining([
    expect.objectContaining({ name: 'Claims portal, phase 2', client: 'Ubezpieczenia Bursztyn SA', amount: '1250000.50', currency: 'PLN', closeDate: '2026-03-28', probability: 70, owner: 'Maria Zawilec', createdDate: '2025-11-03T00:00:00.000Z', externalId: undefined }),
    expect.objectContaining({ name: 'Patient app\nwith "triage"', stageName: 'Closed Won', won: true, closeDate: '2026-01-15' }),
    expect.objectContaining({ name: 'Warehouse scanner', client: undefined, amount: undefined, currency: 'EUR' }),
  ]));
});

test('a Data Loader file is loaded with the ids of clients and users', async () => {
  const report = await load('data-loader.csv');
  expect(report).toMatchObject({ loaded: 2, rejected: [], dates: 'iso' });
  expect(report.newStages).toEqual([{ apiName: 'Value Proposition', kind: 'open' }]);
  expect(deals()).toEqual(expect.arrayContaining([
    expect.objectContaining({ name: 'Fleet telemetry', client: 'Transport Wilga', amount: '75000.00', probability: 50, closeDate: '2026-09-30', createdDate: '2026-01-12T00:00:00.000Z' }),
  ]));
  expect(org.store.accounts.find('001Aq00000AbC01IAF')).toMatchObject({ name: 'Transport Wilga' });
});

test('a Polish file is loaded: semicolons, day before month, decimal commas, and internally won is not closed', async () => {
  const report = await load('polish.csv');
  expect(report).toMatchObject({ loaded: 3, rejected: [], numbers: 'comma' });
  expect(report.newStages).toEqual([{ apiName: 'W negocjacji', kind: 'open' }, { apiName: 'Wygrana wewnętrznie', kind: 'open' }, { apiName: 'Wygrana', kind: 'won' }]);
  expect(deals()).toEqual(expect.arrayContaining([
    expect.objectContaining({ name: 'System rezerwacji', externalId: 'SZ-1', amount: '1234.56', currency: 'PLN', closeDate: '2026-09-30' }),
    expect.objectContaining({ name: 'Migracja danych', closed: false, probability: 90 }),
    expect.objectContaining({ name: 'Audyt', amount: '1000000.00', won: true, closeDate: '2026-03-01' }),
  ]));
});

const OTHER_CRM = 'id=ref,owner=rep,product=item,client=customer_name,stage=phase,createdDate=started,closeDate=done,amount=worth';

test('another file is loaded by a mapping; what Salesforce requires is filled in and counted', async () => {
  const report = await load('other-crm.csv', { map: OTHER_CRM });
  expect(report).toMatchObject({ read: 4, loaded: 4, filled: { closeDate: 2, name: 4 }, withoutClient: 1, ignoredColumns: [] });
  const byExternalId = new Map(deals().map((deal) => [deal.externalId, deal]));
  expect(byExternalId.get('K-100')).toMatchObject({ name: 'Firma Ostrokół – Hosting', closeDate: '2025-08-02' });
  expect(byExternalId.get('K-101')).toMatchObject({ closeDate: '2025-09-18', createdDate: '2025-06-20T00:00:00.000Z' });
  expect(byExternalId.get('K-102')).toMatchObject({ name: 'Hosting', closeDate: '2027-02-21' });
  expect(formatImportReport(report)).toContain('filled: 2 close dates');
});

test('the same file again changes nothing, on a later day too; a changed row changes its deal alone', async () => {
  await load('other-crm.csv', { map: OTHER_CRM });
  const before = deals();
  org.clock.advance(3 * 24 * 60 * 60);
  expect(await load('other-crm.csv', { map: OTHER_CRM })).toMatchObject({ loaded: 0, updated: 0, unchanged: 4, newClients: 0, newUsers: 0, newStages: [] });
  expect(deals()).toEqual(before);
  const changed = 'ref,phase\nK-101,Won\nK-102,Talking\n';
  expect((await loadText(changed, { map: 'id=ref,stage=phase' })).rejected).toEqual([{ line: 2, reason: 'a closed deal (Won) without a close date' }]);
  expect(await loadText('ref,phase,worth\nK-101,Talking,12\n', { map: 'id=ref,stage=phase,amount=worth' })).toMatchObject({ updated: 1, unchanged: 0 });
  expect(deals().find(({ externalId }) => externalId === 'K-101')).toMatchObject({ name: 'Firma Ostrokół – Support', client: 'Firma Ostrokół', amount: '12.00', closeDate: '2025-09-18' });
});

test('every row that cannot be loaded is listed with its line and reason, and leaves no trace', async () => {
  const report = await load('broken.csv');
  expect(report).toMatchObject({ read: 12, loaded: 3, updated: 0, unchanged: 0, newClients: 1 });
  expect(report.rejected).toEqual([
    { line: 4, reason: '"2026-02-30" is not a date (YYYY-MM-DD)' },
    { line: 5, reason: '"much" is not an amount' },
    { line: 8, reason: '3 columns where the header has 7' },
    { line: 9, reason: 'the id is empty' },
    { line: 10, reason: 'the same id as line 2' },
    { line: 11, reason: 'the stage is empty' },
    { line: 12, reason: 'a closed deal (Lost) without a close date' },
    { line: 13, reason: '"120" is not a probability from 0 to 100' },
    { line: 14, reason: '"1.2345" has more than two decimals' },
  ]);
  expect(formatImportReport(report).split('\n').filter((line) => line.includes('rejected:'))).toHaveLength(9);
  expect(deals().map(({ name }) => name).sort()).toEqual(['Good', 'Late and good', 'Two\nlines']);
  expect(org.store.stages.find('Lost')).toBeUndefined();
  expect(org.store.accounts.findByName('Firma Nowa')).toBeUndefined();
});

test('a file that does not tell its dates or numbers is refused whole until somebody says', async () => {
  await expect(load('ambiguous.csv')).rejects.toMatchObject({ code: 'ambiguousDates', message: expect.stringContaining('--dates us') });
  await expect(load('ambiguous.csv', { dates: 'eu' })).rejects.toMatchObject({ code: 'ambiguousNumbers', message: expect.stringContaining('--numbers point') });
  expect(deals()).toEqual([]);
  await load('ambiguous.csv', { dates: 'eu', numbers: 'point' });
  expect(deals().find(({ externalId }) => externalId === 'B1')).toMatchObject({ closeDate: '2026-04-03', amount: '1500.00' });
});

test('without ids a deal is recognised by what it is called, the second of one name as the second', async () => {
  expect(await load('without-ids.csv')).toMatchObject({ loaded: 2 });
  expect(await load('without-ids.csv')).toMatchObject({ loaded: 0, updated: 0, unchanged: 2 });
});

test('progress is told after every 500 rows and at the end', async () => {
  const rows = Array.from({ length: 1_100 }, (_, index) => `X${index},Open,2026-05-01`);
  const seen: number[] = [];
  await loadText(['id,stage,close_date', ...rows].join('\n'), { onProgress: ({ read }) => seen.push(read) });
  expect(seen).toEqual([500, 1000, 1100]);
});

test.each([
  ['Latin 2', Buffer.from('id,name,stage,close_date\nA,Ż\xB3w,Open,2026-05-01\n', 'latin1'), 'encoding'],
  ['UTF-16', Buffer.from('\uFEFFid,stage\nA,Open\n', 'utf16le'), 'encoding'],
  ['nothing', '', 'empty'],
  ['blank lines', '\n\n', 'empty'],
  ['no stage column', 'id,name\nA,B\n', 'columns'],
  ['no column that says which deal', 'stage,amount\nOpen,1\n', 'columns'],
  ['a quote that is never closed', 'id,stage\nA,"Open\nB,Open\n', 'malformed'],
])('a file of %s is refused with its reason', async (_what, content, code) => {
  await expect(loadText(content)).rejects.toMatchObject({ name: 'ImportError', code });
  expect(deals()).toEqual([]);
});

test('a file that is not there is refused with its reason', async () => {
  await expect(load('none.csv')).rejects.toMatchObject({ code: 'unreadable' });
});

test.each(['stage', 'stage=', 'stages=phase', 'stage=a,stage=b', 'stage=nowhere'])('the mapping %p is refused', async (map) => {
  await expect(load('other-crm.csv', { map })).rejects.toMatchObject({ code: 'mapping' });
});

test('a deal in the recycle bin and one in a stage out of use are left alone', async () => {
  await load('without-ids.csv');
  const [first, second] = deals();
  org.store.opportunities.delete(first?.id ?? '');
  org.store.stages.setActive('Open', false);
  expect((await load('without-ids.csv')).rejected).toHaveLength(1);
  expect(deals()).toEqual([second]);
});
