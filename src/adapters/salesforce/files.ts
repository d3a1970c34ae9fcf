import * as z from 'zod/mini';
import type { ClientFile } from '../../domain/formal-document';
import { parseClientId, parseDealId, parseFileId, parseFileVersionId, type ClientId, type DealId } from '../../domain/ids';
import { whenFirstUsed } from '../../domain/when-first-used';
import type { ClientFiles } from '../../ports/client-files';
import { OutsideError } from '../../ports/errors';
import { isHidden } from './deal-queries';
import { instantFrom } from './deal-record';
import { displayText } from './display-text';
import type { Organisation } from './organisation';
import { query } from './query';
import { chunksOf, idList } from './soql';

/** ContentDocumentLink with its ContentDocument (Object Reference for the Salesforce Platform). */
const link = whenFirstUsed(() => z.object({
  LinkedEntityId: z.string(),
  ContentDocumentId: z.string(),
  /** Null where the user may see the link and not the file. */
  ContentDocument: z.nullable(z.object({
    Title: z.nullable(z.string()),
    FileExtension: z.nullable(z.string()),
    ContentSize: z.nullable(z.number()),
    ContentModifiedDate: z.nullable(z.string()),
    SystemModstamp: z.string(),
    LatestPublishedVersionId: z.nullable(z.string()),
  })),
}));
type Link = z.infer<ReturnType<typeof link>>;

const ofDocument = ['Title', 'FileExtension', 'ContentSize', 'ContentModifiedDate', 'SystemModstamp', 'LatestPublishedVersionId'].map((field) => `ContentDocument.${field}`);
const fields: readonly string[] = ['LinkedEntityId', 'ContentDocumentId', ...ofDocument];

/** Files by the records that they are linked to: without those, Salesforce refuses the query (Object Reference, "ContentDocumentLink"). */
export const createClientFiles = ({ session }: Pick<Organisation, 'session'>): ClientFiles => ({
  async ofRecords(records) {
    const links: Link[] = [];
    try {
      for (const chunk of chunksOf(records)) {
        links.push(...(await query(await session(), `SELECT ${fields.join(',')} FROM ContentDocumentLink WHERE LinkedEntityId IN ${idList(chunk)}`, link())));
      }
    } catch (error) {
      if (isHidden(error)) return { kind: 'hidden' };
      throw error;
    }
    return { kind: 'files', files: filesOf(links) };
  },
});

function filesOf(links: readonly Link[]): readonly ClientFile[] {
  const files = new Map<string, ClientFile>();
  for (const one of links) {
    const found = fileOf(one);
    if (found === undefined) continue;
    const before = files.get(found.id);
    files.set(found.id, before === undefined ? found : { ...before, on: [...new Set([...before.on, ...found.on])] });
  }
  return [...files.values()].sort((a, b) => (a.modifiedAt === b.modifiedAt ? (a.id < b.id ? -1 : 1) : a.modifiedAt > b.modifiedAt ? -1 : 1));
}

function fileOf({ LinkedEntityId, ContentDocumentId, ContentDocument: document }: Link): ClientFile | undefined {
  if (document === null) return undefined;
  const id = parseFileId(ContentDocumentId);
  if (id === undefined) throw new OutsideError('salesforce', 'unexpectedAnswer', 'ContentDocumentId: invalid_format');
  const on: ClientId | DealId | undefined = parseClientId(LinkedEntityId) ?? parseDealId(LinkedEntityId);
  if (on === undefined) throw new OutsideError('salesforce', 'unexpectedAnswer', 'LinkedEntityId: invalid_format');
  return {
    id,
    versionId: parseFileVersionId(document.LatestPublishedVersionId ?? '') ?? null,
    title: displayText(document.Title ?? '') || id,
    extension: /^[A-Za-z0-9]{1,12}$/.test(document.FileExtension ?? '') ? (document.FileExtension ?? '').toLowerCase() : null,
    size: Math.max(0, Math.trunc(document.ContentSize ?? 0)),
    modifiedAt: instantFrom(document.ContentModifiedDate ?? document.SystemModstamp, 'ContentModifiedDate'),
    on: [on],
  };
}
