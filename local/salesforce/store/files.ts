import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { canonicalId, KEY_PREFIX } from '../record-ids';
import { atomically } from './atomically';
import { fileKind } from './file-names';
import type { Numbering } from './numbering';
import { INTEGRATION_USER_ID } from './people';
import { NoSuchRecordError, RecordRuleError } from './record-errors';
import { keptText } from './text-field';

const versionRow = z.object({
  id: z.string(), document_id: z.string(), title: z.string(), path_on_client: z.string(), file_extension: z.nullable(z.string()), file_type: z.string(),
  content_size: z.number(), checksum: z.string(), version_number: z.number(), created_date: z.string(), owner_id: z.string(),
});

/** All of a version but its content, which may be large. */
const VERSION_COLUMNS = 'v.id, v.document_id, v.title, v.path_on_client, v.file_extension, v.file_type, v.content_size, v.checksum, v.version_number, v.created_date, v.owner_id';

export type ShareType = 'V' | 'C' | 'I';
export type Visibility = 'AllUsers' | 'InternalUsers' | 'SharedUsers';

export interface FileVersion {
  /** ContentVersion's. */
  readonly id: string;
  /** ContentDocument's. */
  readonly documentId: string;
  readonly title: string;
  readonly pathOnClient: string;
  readonly extension: string | undefined;
  readonly fileType: string;
  readonly size: number;
  /** MD5 of the content, in hexadecimal digits. */
  readonly checksum: string;
  /** From 1. */
  readonly number: number;
  /** UTC instant. */
  readonly createdDate: string;
  readonly ownerId: string;
}

export interface NewFile {
  /** The same number gives the same ids of the version, and of its document where that is new. */
  readonly number?: number;
  readonly title: string;
  readonly pathOnClient: string;
  readonly data: Uint8Array;
  /** The document of which this is a new version; without it a new document comes to be. */
  readonly documentId?: string | undefined;
  /** The record that a new document is linked to from the start. */
  readonly locationId?: string | undefined;
  readonly description?: string | undefined;
  readonly reasonForChange?: string | undefined;
  readonly ownerId?: string | undefined;
  /** UTC instant for a past that is told afterwards; now where left out. */
  readonly at?: string;
}

/** Records that a file can be linked to here, by the first characters of their id. */
const LINKABLE = { '001': 'sf_account', '003': 'sf_contact', '006': 'sf_opportunity' } as const;

/** Salesforce Files: documents, their versions, and the records they are linked to (Object Reference, "ContentVersion" and "ContentDocumentLink"). */
export class Files {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  /**
   * Keeps a file: a new document with its first version, or a new version of a document. Putting the same twice makes two.
   * @throws RecordRuleError for a title or path that is empty or too long, or a location that is not there. @throws NoSuchRecordError for an unknown document
   */
  put(file: NewFile): FileVersion {
    return atomically(this.database, () => {
      const title = keptText('Title', file.title, 255);
      const path = keptText('PathOnClient', file.pathOnClient, 500);
      if (title === null) throw new RecordRuleError('Title', 'A file needs a title.');
      if (path === null) throw new RecordRuleError('PathOnClient', 'A file needs a name.');
      const now = wholeSecond(this.clock.now());
      const at = file.at === undefined ? now : wholeSecond(new Date(file.at));
      const ownerId = file.ownerId ?? INTEGRATION_USER_ID;
      const id = this.numbering.id(KEY_PREFIX.contentVersion, file.number);
      const documentId = file.documentId ?? this.numbering.id(KEY_PREFIX.contentDocument, file.number);
      if (file.documentId === undefined) {
        this.database
          .prepare('INSERT INTO sf_document (id, owner_id, latest_version_id, created_date, last_modified_date, system_modstamp) VALUES (?, ?, ?, ?, ?, ?)')
          .run(documentId, ownerId, id, at, at, now);
      } else if (this.findDocument(documentId)?.deleted !== false) {
        throw new NoSuchRecordError(`document ${documentId}`);
      }
      const { extension, type } = fileKind(path);
      const last = this.database.prepare('SELECT MAX(version_number) AS number FROM sf_version WHERE document_id = ?').get(documentId);
      this.database
        .prepare(`INSERT INTO sf_version (id, document_id, title, path_on_client, file_extension, file_type, content_size, checksum, version_number,
          reason_for_change, description, first_publish_location_id, owner_id, data, created_date, last_modified_date, system_modstamp)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(id, documentId, title, path, extension ?? null, type, file.data.length, createHash('md5').update(file.data).digest('hex'), Number(last?.['number'] ?? 0) + 1,
          keptText('ReasonForChange', file.reasonForChange, 1_000), keptText('Description', file.description, 1_000), file.locationId ?? ownerId, ownerId, file.data, at, at, now);
      this.database.prepare('UPDATE sf_document SET latest_version_id = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ?').run(id, at, now, documentId);
      if (file.documentId === undefined) {
        // Whoever makes a file sees it without being told so.
        this.insertLink(documentId, ownerId, 'I', 'AllUsers');
        if (file.locationId !== undefined && file.locationId !== ownerId) this.link(documentId, file.locationId);
      }
      return this.requiredVersion(id);
    });
  }

  /** Links a document to a record. @returns the link's id. @throws RecordRuleError where they are linked already, or the record is not there. */
  link(documentId: string, recordId: string, shareType: ShareType = 'V', visibility: Visibility = 'AllUsers'): string {
    if (this.findDocument(documentId)?.deleted !== false) throw new NoSuchRecordError(`document ${documentId}`);
    if (this.standingOf(recordId) !== 'live') throw new RecordRuleError('LinkedEntityId', 'There is no such record.');
    if (this.isLinked(documentId, recordId)) throw new RecordRuleError('LinkedEntityId', 'The file is linked to this record already.');
    return this.insertLink(documentId, recordId, shareType, visibility);
  }

  isLinked(documentId: string, recordId: string): boolean {
    return this.database.prepare('SELECT 1 AS present FROM sf_document_link WHERE document_id = ? AND linked_entity_id = ?').get(documentId, recordId) !== undefined;
  }

  /** Whether a file can be linked to a record: 'otherKind' for a record of a kind that is not modelled as a place for files. */
  standingOf(recordId: string): 'live' | 'deleted' | 'unknown' | 'otherKind' {
    const prefix = canonicalId(recordId)?.slice(0, 3);
    if (prefix !== '001' && prefix !== '003' && prefix !== '006') return 'otherKind';
    const row = this.database.prepare(`SELECT is_deleted FROM ${LINKABLE[prefix]} WHERE id = ?`).get(recordId);
    return row === undefined ? 'unknown' : row['is_deleted'] === 0 ? 'live' : 'deleted';
  }

  /** The newest version of each document that is linked to a record, the newest first. */
  of(recordId: string): FileVersion[] {
    return this.database
      .prepare(`SELECT ${VERSION_COLUMNS} FROM sf_document_link l JOIN sf_document d ON d.id = l.document_id JOIN sf_version v ON v.id = d.latest_version_id
        WHERE l.linked_entity_id = ? AND d.is_deleted = 0 ORDER BY v.created_date DESC, v.id DESC`)
      .all(recordId)
      .map(toVersion);
  }

  /** The versions of a document, the newest first. */
  versionsOf(documentId: string): FileVersion[] {
    return this.database.prepare(`SELECT ${VERSION_COLUMNS} FROM sf_version v WHERE v.document_id = ? ORDER BY v.version_number DESC`).all(documentId).map(toVersion);
  }

  findVersion(id: string): FileVersion | undefined {
    const row = this.database.prepare(`SELECT ${VERSION_COLUMNS} FROM sf_version v JOIN sf_document d ON d.id = v.document_id WHERE v.id = ? AND d.is_deleted = 0`).get(id);
    return row && toVersion(row);
  }

  /** The content of a version, or undefined for one that is not there or whose document was deleted. */
  dataOf(versionId: string): Uint8Array | undefined {
    const row = this.database.prepare('SELECT v.data FROM sf_version v JOIN sf_document d ON d.id = v.document_id WHERE v.id = ? AND d.is_deleted = 0').get(versionId);
    return row?.['data'] instanceof Uint8Array ? row['data'] : undefined;
  }

  /** Deleted documents are found too. */
  findDocument(id: string): { readonly deleted: boolean } | undefined {
    const row = this.database.prepare('SELECT is_deleted FROM sf_document WHERE id = ?').get(id);
    return row && { deleted: row['is_deleted'] !== 0 };
  }

  /** Deletes a document with all its versions and links. @throws NoSuchRecordError */
  delete(documentId: string): void {
    const now = wholeSecond(this.clock.now());
    const { changes } = this.database
      .prepare('UPDATE sf_document SET is_deleted = 1, last_modified_date = ?, system_modstamp = ? WHERE id = ? AND is_deleted = 0')
      .run(now, now, documentId);
    if (changes === 0) throw new NoSuchRecordError(`document ${documentId}`);
  }

  private requiredVersion(id: string): FileVersion {
    const found = this.findVersion(id);
    if (!found) throw new NoSuchRecordError(`file ${id}`);
    return found;
  }

  private insertLink(documentId: string, recordId: string, shareType: ShareType, visibility: Visibility): string {
    const id = this.numbering.id(KEY_PREFIX.contentDocumentLink, undefined);
    this.database
      .prepare('INSERT INTO sf_document_link (id, document_id, linked_entity_id, share_type, visibility, system_modstamp) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, documentId, recordId, shareType, visibility, wholeSecond(this.clock.now()));
    return id;
  }
}

function toVersion(row: unknown): FileVersion {
  const parsed = versionRow.parse(row);
  return {
    id: parsed.id, documentId: parsed.document_id, title: parsed.title, pathOnClient: parsed.path_on_client, extension: parsed.file_extension ?? undefined,
    fileType: parsed.file_type, size: parsed.content_size, checksum: parsed.checksum, number: parsed.version_number, createdDate: parsed.created_date, ownerId: parsed.owner_id,
  };
}
