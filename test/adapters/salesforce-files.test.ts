import { createHttp } from '../../src/adapters/http/http';
import { createClientFiles } from '../../src/adapters/salesforce/files';
import { createOrganisation } from '../../src/adapters/salesforce/organisation';
import { clientId, dealId, fileId, fileVersionId } from '../../src/domain/fixture/values';
import type { ClientFiles } from '../../src/ports/client-files';
import { startAnswering, type AnsweringServer, type PlainAnswer, type PlainRequest } from './answering-server';
import { credentials } from './salesforce-harness';

let server: AnsweringServer;
let data: (request: PlainRequest) => PlainAnswer;
let files: ClientFiles;

const ok = (value: unknown): PlainAnswer => ({ status: 200, body: JSON.stringify(value) });
const refused = (status: number, errorCode: string, message = 'no'): PlainAnswer => ({ status, body: JSON.stringify([{ errorCode, message }]) });

beforeEach(async () => {
  const token = ok({ access_token: '00D!token', id: 'https://login.salesforce.com/id/00D5g000001abcDEAQ/0055g000001abcDAAQ', token_type: 'Bearer' });
  server = await startAnswering((request) => (request.method === 'POST' ? token : data(request)));
  const http = createHttp({
    system: 'salesforce', timeoutMs: 5_000, attempts: 2, random: () => 0, pause: async () => undefined,
    fetch: (address, init) => fetch(address.replace(/^https:\/\/[^/]+/, server.url), init),
  });
  const tokens = { read: async () => undefined, save: async () => undefined };
  files = createClientFiles(createOrganisation({ http, connection: async () => credentials, secret: async () => credentials.clientSecret, tokens }));
});
afterEach(() => server.close());

const [client, deal] = [clientId(1), dealId(1)];
const document = { attributes: { type: 'ContentDocument' }, Title: 'NDA', FileExtension: 'PDF', ContentSize: 1024, ContentModifiedDate: '2026-03-01T10:00:00.000+0000', SystemModstamp: '2026-03-02T10:00:00.000+0000', LatestPublishedVersionId: fileVersionId(1) };
const link = (record: string, file: string = fileId(1), changes: Partial<Record<keyof typeof document, unknown>> = {}) => ({ attributes: { type: 'ContentDocumentLink' }, LinkedEntityId: record, ContentDocumentId: file, ContentDocument: { ...document, ...changes } });
const answering = (...records: readonly unknown[]) => {
  data = () => ok({ totalSize: records.length, done: true, records });
};
const queries = () => server.requests.filter(({ method }) => method === 'GET').map(({ target }) => target);

it('reads the files of a client and its deals in one call, each once with all it is linked to, the newest first', async () => {
  answering(link(client), link(deal), link(deal, fileId(2), { Title: 'SOW 1', FileExtension: null, ContentModifiedDate: '2026-04-01T10:00:00.000+0000' }));
  await expect(files.ofRecords([client, deal, client])).resolves.toEqual({
    kind: 'files',
    files: [
      { id: fileId(2), versionId: fileVersionId(1), title: 'SOW 1', extension: null, size: 1024, modifiedAt: '2026-04-01T10:00:00.000Z', on: [deal] },
      { id: fileId(1), versionId: fileVersionId(1), title: 'NDA', extension: 'pdf', size: 1024, modifiedAt: '2026-03-01T10:00:00.000Z', on: [client, deal] },
    ],
  });
  expect(queries()).toHaveLength(1);
  expect(queries()[0]).toContain(`FROM ContentDocumentLink WHERE LinkedEntityId IN ('${client}','${deal}')`);
});

it('asks in parts for more records than a query can name, and for none not at all', async () => {
  answering();
  await files.ofRecords([client, ...Array.from({ length: 300 }, (_, at) => dealId(at))]);
  expect(queries()).toHaveLength(2);
  await expect(files.ofRecords([])).resolves.toEqual({ kind: 'files', files: [] });
  expect(queries()).toHaveLength(2);
});

it('follows the pages of many files', async () => {
  data = ({ target }) => target.endsWith('01g-2') ? ok({ done: true, records: [link(deal, fileId(2))] }) : ok({ done: false, nextRecordsUrl: '/services/data/v66.0/query/01g-2', records: [link(client)] });
  await expect(files.ofRecords([client, deal])).resolves.toMatchObject({ files: [{ id: fileId(1) }, { id: fileId(2) }] });
});

it('leaves out what the user may not see, and shows a title of nothing or of odd characters as far as it can be shown', async () => {
  answering({ ...link(client), ContentDocument: null }, link(client, fileId(2), { Title: '\u202e ', ContentModifiedDate: null, LatestPublishedVersionId: null }), link(client, fileId(3), { Title: 'a\u0000b\u2028c', FileExtension: '../x', ContentSize: null }));
  await expect(files.ofRecords([client])).resolves.toMatchObject({
    files: [{ id: fileId(2), title: fileId(2), modifiedAt: '2026-03-02T10:00:00.000Z', versionId: null }, { id: fileId(3), title: 'a b c', extension: null, size: 0 }],
  });
});

it.each([
  ['the organisation has no files', refused(400, 'INVALID_TYPE', "sObject type 'ContentDocumentLink' is not supported.")],
  ['a field is hidden', refused(400, 'INVALID_FIELD', "No such column 'ContentSize' on entity 'ContentDocument'.")],
  ['the user lacks the right', refused(403, 'INSUFFICIENT_ACCESS')],
])('says that files are hidden where %s', async (_, answer) => {
  data = () => answer;
  await expect(files.ofRecords([client])).resolves.toEqual({ kind: 'hidden' });
});

it.each([
  ['unavailable', refused(503, 'SERVER_UNAVAILABLE')],
  ['rateLimited', refused(403, 'REQUEST_LIMIT_EXCEEDED')],
  ['rejected', refused(400, 'MALFORMED_QUERY', 'Implementation restriction: ContentDocumentLink requires a filter by a single Id')],
  ['unexpectedAnswer', ok({ done: true, records: [{ LinkedEntityId: 5 }] })],
  ['unexpectedAnswer', ok({ done: true, records: [link('0055g000001abcDAAQ')] })],
  ['unexpectedAnswer', ok({ done: true, records: [link(client, dealId(1))] })],
  ['unexpectedAnswer', ok({ done: true, records: [link(client, fileId(1), { ContentModifiedDate: 'yesterday' })] })],
] as const)('fails with %s, and never with nothing being there', async (failure, answer) => {
  data = () => answer;
  await expect(files.ofRecords([client])).rejects.toMatchObject({ name: 'OutsideError', failure });
});

it('asks again after an answer that was lost', async () => {
  let first = true;
  data = () => {
    const answer = first ? { status: 502, body: '' } : ok({ done: true, records: [link(client)] });
    first = false;
    return answer;
  };
  await expect(files.ofRecords([client])).resolves.toMatchObject({ files: [{ id: fileId(1) }] });
});
