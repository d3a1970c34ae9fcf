import { createHash } from 'node:crypto';
import { base64, furnishClient, send } from '../test-client';
import type { TestClient } from '../test-client';
import { fieldOf, startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
let client: TestClient;
beforeEach(async () => {
  org = await startTestOrg();
  client = furnishClient(org);
});
afterEach(() => org.close());

const VERSIONS = '/sobjects/ContentVersion';
const REPORT = '# Zażółć';
const valid = (): Record<string, unknown> => ({ Title: '2026-11 report', PathOnClient: '2026-11-report.txt', VersionData: base64(REPORT), FirstPublishLocationId: client.account.id });
const post = async (fields: Record<string, unknown>): Promise<string> => String(fieldOf(await (await send(org, 'POST', VERSIONS, fields)).json(), 'id'));
const documentOf = (versionId: string): string => org.store.files.findVersion(versionId)?.documentId ?? '';

test('a file is kept with its checksum, linked to the record, and its bytes are read back', async () => {
  const made = await send(org, 'POST', VERSIONS, valid());
  const body: unknown = await made.json();
  expect([made.status, body]).toEqual([201, { id: expect.stringMatching(/^068[0-9A-Za-z]{15}$/), success: true, errors: [] }]);
  const id = String(fieldOf(body, 'id'));
  const version: unknown = await (await org.data(`${VERSIONS}/${id}`)).json();
  const data = `/services/data/v68.0/sobjects/ContentVersion/${id}/VersionData`;
  expect(version).toMatchObject({
    Title: '2026-11 report', PathOnClient: '2026-11-report.txt', FileExtension: 'txt', FileType: 'TEXT', ContentSize: 12, VersionNumber: '1', IsLatest: true,
    Checksum: createHash('md5').update(REPORT).digest('hex'), FirstPublishLocationId: client.account.id, VersionData: data,
  });
  expect(await (await org.data(data.replace('/services/data/v68.0', ''))).text()).toBe(REPORT);
  const links = await org.query(`SELECT ContentDocumentId, ShareType, Visibility, ContentDocument.Title, ContentDocument.FileExtension, ContentDocument.LatestPublishedVersionId,
    ContentDocument.LatestPublishedVersion.Checksum, ContentDocument.ContentModifiedDate, ContentDocument.LastModifiedDate
    FROM ContentDocumentLink WHERE LinkedEntityId = '${client.account.id}' AND ContentDocument.Title LIKE '2026-11%'`);
  expect(await links.json()).toMatchObject({ totalSize: 1, records: [{
    ContentDocumentId: documentOf(id), ShareType: 'V', Visibility: 'AllUsers',
    ContentDocument: { Title: '2026-11 report', FileExtension: 'txt', LatestPublishedVersionId: id, LatestPublishedVersion: { Checksum: createHash('md5').update(REPORT).digest('hex') } },
  }] });
});

test('the same file twice makes two documents, and a new version of a document replaces the latest', async () => {
  const [first, second] = [await post(valid()), await post(valid())];
  expect(documentOf(first)).not.toBe(documentOf(second));
  org.clock.advance(60);
  const { FirstPublishLocationId: _, ...fields } = valid();
  const next = await post({ ...fields, Title: 'Report, corrected', VersionData: base64('new'), ContentDocumentId: documentOf(first), ReasonForChange: 'A typo' });
  const versions = await org.query(`SELECT Id, Title, VersionNumber, IsLatest, ReasonForChange FROM ContentVersion WHERE ContentDocumentId = '${documentOf(first)}' ORDER BY VersionNumber`);
  expect(await versions.json()).toMatchObject({ records: [{ Id: first, VersionNumber: '1', IsLatest: false }, { Id: next, VersionNumber: '2', IsLatest: true, ReasonForChange: 'A typo' }] });
  expect(await (await org.data(`/sobjects/ContentDocument/${documentOf(first)}`)).json()).toMatchObject({
    Title: 'Report, corrected', LatestPublishedVersionId: next, ContentSize: 3, ContentModifiedDate: '2026-11-23T09:01:00.000+0000', SystemModstamp: '2026-11-23T09:01:00.000+0000',
  });
  expect(org.store.files.of(client.account.id).map(({ id }) => id)).toEqual([next, second]);
});

test.each<[string, Record<string, unknown>, number, string]>([
  ['no path and no content', { PathOnClient: undefined, VersionData: '' }, 400, 'REQUIRED_FIELD_MISSING'],
  ['a title of 256 characters', { Title: 'x'.repeat(256) }, 400, 'STRING_TOO_LONG'],
  ['content that is no base64', { VersionData: 'a*b=' }, 400, 'JSON_PARSER_ERROR'],
  ['content cut off', { VersionData: 'YWJ' }, 400, 'JSON_PARSER_ERROR'],
  ['an unknown place', { FirstPublishLocationId: '001Op00000000ZZ' }, 400, 'INVALID_CROSS_REFERENCE_KEY'],
  ['no id for a place', { FirstPublishLocationId: 'here' }, 400, 'MALFORMED_ID'],
  ['an unknown document', { FirstPublishLocationId: undefined, ContentDocumentId: '069Op00000000ZZ' }, 400, 'INVALID_CROSS_REFERENCE_KEY'],
  ['no document\'s id', { FirstPublishLocationId: undefined, ContentDocumentId: '001Op0000000001' }, 400, 'FIELD_INTEGRITY_EXCEPTION'],
  ['a place and a document', { ContentDocumentId: '069Op00000000ZZ' }, 400, 'FIELD_INTEGRITY_EXCEPTION'],
  ['a checksum', { Checksum: 'x' }, 400, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
  ['an unknown field', { Colour: 'red' }, 400, 'INVALID_FIELD'],
  ['too much', { VersionData: 'A'.repeat(39_321_604) }, 413, 'REQUEST_ENTITY_TOO_LARGE'],
  ['no title', { Title: undefined }, 501, ''],
  ['a user for a place', { FirstPublishLocationId: '005Op0000000001' }, 501, ''],
])('%s is refused', async (_what, change, status, errorCode) => {
  const answer = await send(org, 'POST', VERSIONS, { ...valid(), ...change });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject(errorCode === '' ? { error: 'not modelled' } : [{ message: expect.any(String), errorCode }]);
  expect(org.store.files.of(client.account.id)).toEqual([]);
});

test('a place that was deleted is refused, and a deleted document is gone with its versions and links', async () => {
  const id = await post({ ...valid(), FirstPublishLocationId: client.deal.id });
  org.store.opportunities.delete(client.deal.id);
  expect(await (await send(org, 'POST', VERSIONS, { ...valid(), FirstPublishLocationId: client.deal.id })).json()).toMatchObject([{ errorCode: 'ENTITY_IS_DELETED' }]);
  org.store.files.delete(documentOf(id));
  for (const path of [`${VERSIONS}/${id}`, `${VERSIONS}/${id}/VersionData`]) {
    const answer = await org.data(path);
    expect([answer.status, await answer.json()]).toMatchObject([404, [{ errorCode: 'ENTITY_IS_DELETED' }]]);
  }
  expect((await org.data(`${VERSIONS}/068Op00000000ZZ/VersionData`)).status).toBe(404);
  expect(await (await org.query(`SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '${client.deal.id}'`)).json()).toMatchObject({ totalSize: 0 });
});

test('a document is linked to a second record, once', async () => {
  const ContentDocumentId = documentOf(await post(valid()));
  const link = { ContentDocumentId, LinkedEntityId: client.deal.id, ShareType: 'I', Visibility: 'InternalUsers' };
  const made = await send(org, 'POST', '/sobjects/ContentDocumentLink', link);
  const id = String(fieldOf(await made.json(), 'id'));
  expect([made.status, id]).toEqual([201, expect.stringMatching(/^06A/)]);
  expect(await (await org.data(`/sobjects/ContentDocumentLink/${id}`)).json()).toMatchObject({ ...link, Id: id });
  for (const [change, errorCode] of [[{}, 'DUPLICATE_VALUE'], [{ ShareType: 'X' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'], [{ ShareType: undefined }, 'REQUIRED_FIELD_MISSING']] as const) {
    expect(await (await send(org, 'POST', '/sobjects/ContentDocumentLink', { ...link, ...change })).json()).toMatchObject([{ errorCode }]);
  }
});

test.each([
  ['SELECT Id FROM ContentDocumentLink', 400], ["SELECT Id FROM ContentDocumentLink WHERE ShareType = 'V'", 400], ["SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId != '001Op0000000001'", 400],
  ["SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId NOT IN ('001Op0000000001')", 400], ["SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '001Op0000000001' OR ShareType = 'V'", 400],
  ["SELECT COUNT() FROM ContentDocumentLink WHERE (NOT LinkedEntityId = '001Op0000000001')", 400], ["SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = null", 400],
  ["SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '001Op0000000001'", 200], ["SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId IN ('069Op0000000001') AND ShareType = 'V'", 200],
  ["SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '069Op0000000001' AND ContentDocument.Title = 'x'", 501],
])('%s is answered %d', async (soql, status) => {
  const answer = await org.query(soql);
  expect(answer.status).toBe(status);
  if (status === 400) expect(await answer.json()).toEqual([{ message: expect.stringContaining('requires a filter'), errorCode: 'MALFORMED_QUERY' }]);
});

test('files can be read only, or out of sight', async () => {
  const id = await post(valid());
  org.store.features.set({ files: 'readOnly' });
  for (const object of ['ContentVersion', 'ContentDocumentLink']) {
    const answer = await send(org, 'POST', `/sobjects/${object}`, valid());
    expect([answer.status, await answer.json()]).toMatchObject([403, [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]]);
  }
  expect((await org.data(`${VERSIONS}/${id}`)).status).toBe(200);
  org.store.features.set({ files: 'off' });
  for (const soql of ['SELECT Id FROM ContentVersion', 'SELECT Id FROM ContentDocument', `SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '${client.account.id}'`]) {
    expect(await (await org.query(soql)).json()).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  }
  for (const answer of [await send(org, 'POST', VERSIONS, valid()), await org.data(`${VERSIONS}/${id}/VersionData`), await org.data(`${VERSIONS}/describe`)]) {
    expect([answer.status, await answer.json()]).toMatchObject([404, [{ errorCode: 'NOT_FOUND' }]]);
  }
});
