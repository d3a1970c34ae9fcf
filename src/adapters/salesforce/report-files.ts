import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { parseFileId, parseFileVersionId, type ClientId, type FileId, type FileVersionId } from '../../domain/ids';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import type { KeptFile, ReportFile, ReportFiles } from '../../ports/report-files';
import { parseAnswer } from '../http/parse-answer';
import { apiVersion } from './api-version';
import type { Organisation } from './organisation';
import { query } from './query';
import type { Session } from './session';
import { idList } from './soql';

/**
 * Text files as ContentVersion (REST API Developer Guide, "Insert or Update Blob Data"; Object Reference, "ContentVersion" and
 * "ContentDocumentLink"). A first version is published on the account; a later one names its document.
 */
export const createReportFiles = ({ session }: Organisation): ReportFiles => ({
  async keep(file) {
    const opened = await session();
    const before = ours(await filesOn(opened, file.clientId), file);
    const checksum = createHash('md5').update(file.text, 'utf8').digest('hex');
    if (before?.checksum === checksum) return { fileId: before.fileId, versionId: before.versionId, isNew: false };
    const versionId = await post(opened, file, before?.fileId ?? null);
    return { ...(await madeBy(opened, file.clientId, versionId)), isNew: true };
  },
});

interface FoundFile extends Omit<KeptFile, 'isNew'> {
  readonly title: string;
  /** MD5 of the latest version, in hexadecimal digits. */
  readonly checksum: string | null;
}

/** The file that is known, as long as it stands on the account, else the one of that title. */
const ours = (found: readonly FoundFile[], { fileId, title }: ReportFile): FoundFile | undefined =>
  found.find((one) => one.fileId === fileId) ?? found.find((one) => one.title === title);

const linkedFile = whenFirstUsed(() => z.object({
  ContentDocumentId: z.string(),
  ContentDocument: z.object({ Title: z.string(), LatestPublishedVersionId: z.nullable(z.string()), LatestPublishedVersion: z.nullish(z.object({ Checksum: z.nullable(z.string()) })) }),
}));

/** Every file of the account: a title is compared here and not in the query, whose equality knows no letter case. */
async function filesOn(session: Session, clientId: ClientId): Promise<readonly FoundFile[]> {
  const fields = 'ContentDocumentId,ContentDocument.Title,ContentDocument.LatestPublishedVersionId,ContentDocument.LatestPublishedVersion.Checksum';
  const records = await query(session, `SELECT ${fields} FROM ContentDocumentLink WHERE LinkedEntityId IN ${idList([clientId])} ORDER BY ContentDocumentId`, linkedFile());
  return records.flatMap(({ ContentDocumentId, ContentDocument: { Title, LatestPublishedVersionId, LatestPublishedVersion } }) => {
    const [fileId, versionId] = [parseFileId(ContentDocumentId), parseFileVersionId(LatestPublishedVersionId ?? '')];
    return fileId === undefined || versionId === undefined ? [] : [{ fileId, versionId, title: Title, checksum: LatestPublishedVersion?.Checksum ?? null }];
  });
}

const created = whenFirstUsed(() => z.object({ id: z.string(), success: z.literal(true) }));

async function post(session: Session, { clientId, title, fileName, text }: ReportFile, fileId: FileId | null): Promise<FileVersionId> {
  const answer = await session.change('POST', `/services/data/${apiVersion}/sobjects/ContentVersion`, {
    Title: title,
    PathOnClient: fileName,
    VersionData: Buffer.from(text, 'utf8').toString('base64'),
    ...(fileId === null ? { FirstPublishLocationId: clientId } : { ContentDocumentId: fileId }),
  });
  const versionId = parseFileVersionId(parseAnswer('salesforce', created(), answer).id);
  if (versionId === undefined) throw new OutsideError('salesforce', 'unexpectedAnswer', 'no id of a file’s version');
  return versionId;
}

/** Which file a version became part of, and that it stands on the account. */
async function madeBy(session: Session, clientId: ClientId, versionId: FileVersionId): Promise<Omit<KeptFile, 'isNew'>> {
  const found = (await filesOn(session, clientId)).find((one) => one.versionId === versionId);
  if (found === undefined) throw new OutsideError('salesforce', 'unexpectedAnswer', 'the file does not stand on the account');
  return { fileId: found.fileId, versionId };
}
