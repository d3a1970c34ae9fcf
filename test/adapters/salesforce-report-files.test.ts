import { parseClientId, type ClientId } from '../../src/domain/ids';
import { createReportFiles } from '../../src/adapters/salesforce/report-files';
import type { ReportFile } from '../../src/ports/report-files';
import { startHarness, type Harness } from './salesforce-harness';

let harness: Harness;
let client: ClientId;
beforeEach(async () => {
  harness = await startHarness();
  client = idOf(harness.org.store.createAccount({ number: 1, name: 'Bałtyk S.A.' }).id);
});
afterEach(() => harness.close());

function idOf(text: string): ClientId {
  const id = parseClientId(text);
  if (id === undefined) throw new Error(`${text} is no account`);
  return id;
}

const files = (http?: Parameters<Harness['organisation']>[0]) => createReportFiles(harness.organisation(http));
const report = (changes: Partial<ReportFile> = {}): ReportFile => ({ clientId: client, title: '2026-11 Raport', fileName: '2026-11-raport.txt', text: 'Zażółć\n', fileId: null, ...changes });
const stored = () => harness.org.store.files.of(client);
const texts = () => stored().map(({ documentId }) => harness.org.store.files.versionsOf(documentId).map(({ id }) => Buffer.from(harness.org.store.files.dataOf(id) ?? []).toString('utf8')));

it('makes a text file on the account, and finds it again', async () => {
  const kept = await files().keep(report());
  expect(kept.isNew).toBe(true);
  expect(stored()).toHaveLength(1);
  expect(stored()[0]).toMatchObject({ title: '2026-11 Raport', documentId: kept.fileId });
  expect(await files().keep(report())).toEqual({ ...kept, isNew: false });
  expect(await files().keep(report({ fileId: kept.fileId }))).toEqual({ ...kept, isNew: false });
  expect(texts()).toEqual([['Zażółć\n']]);
});

it('makes another version of the same file where it says something else, also under another title', async () => {
  const first = await files().keep(report());
  const second = await files().keep(report({ text: 'Other', fileId: first.fileId }));
  const third = await files().keep(report({ text: 'Third', title: '2026-11 Report', fileId: first.fileId }));
  expect([second.fileId, third.fileId]).toEqual([first.fileId, first.fileId]);
  expect(new Set([first.versionId, second.versionId, third.versionId]).size).toBe(3);
  expect(stored()).toHaveLength(1);
});

it('takes over the file of that title whose making was not answered', async () => {
  harness.org.faults.add({ path: '/services/data/v66.0/sobjects/ContentVersion', method: 'POST', kind: 'loseAnswer', times: 1 });
  await expect(files().keep(report())).rejects.toMatchObject({ failure: 'unavailable' });
  expect(stored()).toHaveLength(1);
  expect((await files().keep(report())).isNew).toBe(false);
  expect(stored()).toHaveLength(1);
});

it.each(['loseAnswer', 'commitThenTimeout', 'wrongShape'] as const)('posts once, and once more at the most is looked up, when the answer is lost by %s', async (kind) => {
  harness.org.faults.add({ path: '/services/data/v66.0/sobjects/ContentVersion', method: 'POST', kind, times: 1 });
  await files({ timeoutMs: 200 }).keep(report()).catch(() => undefined);
  expect(harness.requests.filter((request) => request.startsWith('POST') && request.endsWith('/ContentVersion'))).toHaveLength(1);
  await files().keep(report());
  expect(texts()).toEqual([['Zażółć\n']]);
});

it('writes nothing where what is there cannot be read', async () => {
  for (const status of [403, 500]) {
    harness.org.faults.add({ path: '/services/data/v66.0/query', kind: 'status', status, times: 9 });
    await expect(files().keep(report())).rejects.toMatchObject({ system: 'salesforce' });
    harness.org.faults.clear();
  }
  expect(stored()).toEqual([]);
});

it('gets a new session once where the old one is over, and posts once', async () => {
  await files().keep(report());
  harness.box.token = harness.box.token?.replace(/"accessToken":"[^"]*"/, '"accessToken":"stale"');
  await files().keep(report({ title: 'Another' }));
  expect(stored()).toHaveLength(2);
});

it.each([
  ['off', 'rejected'],
  ['readOnly', 'refused'],
] as const)('says what an organisation whose files are %s refuses', async (state, failure) => {
  harness.org.store.features.set({ files: state });
  await expect(files().keep(report())).rejects.toMatchObject({ failure });
  expect(harness.requests.filter((request) => request.startsWith('POST') && request.includes('/sobjects/'))).toHaveLength(state === 'off' ? 0 : 1);
});

it('says that the account is gone', async () => {
  await expect(files().keep(report({ clientId: idOf('001Op00000ZZZZZ') }))).rejects.toMatchObject({ system: 'salesforce' });
});

it.each(["O'Hara \\ \"Sons\" / 100%_", '日本語 🎉 ‏עברית', 'x'.repeat(255), "'; DELETE --", '{"a":1}'])('keeps a title as it is: %s', async (title) => {
  const kept = await files().keep(report({ title }));
  expect((await files().keep(report({ title }))).versionId).toBe(kept.versionId);
  expect(stored().map((file) => file.title)).toEqual([title]);
});

it('keeps a megabyte', async () => {
  const text = 'Zażółć gęślą jaźń. '.repeat(50_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000);
  await files().keep(report({ text }));
  expect((await files().keep(report({ text }))).isNew).toBe(false);
  expect(texts()).toEqual([[text]]);
});

it('makes a new file where somebody deleted the old one', async () => {
  const first = await files().keep(report());
  harness.org.store.files.delete(first.fileId);
  const second = await files().keep(report({ fileId: first.fileId, text: 'Other' }));
  expect(second.fileId).not.toBe(first.fileId);
});

it('leaves files of other titles alone', async () => {
  harness.org.store.files.put({ title: 'Umowa ramowa', pathOnClient: 'umowa.pdf', data: Buffer.from('x'), locationId: client });
  await files().keep(report());
  expect(stored().map(({ title }) => title).sort()).toEqual(['2026-11 Raport', 'Umowa ramowa']);
});
