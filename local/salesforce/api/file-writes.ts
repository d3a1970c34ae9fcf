import type { Context } from 'hono';
import { CONTENT_DOCUMENT_LINK_FIELDS, OBJECT_FACTS } from '../describe/object-facts';
import { KEY_PREFIX } from '../record-ids';
import { NotModelledError } from '../soql/errors';
import type { ShareType, Visibility } from '../store/files';
import type { SalesforceStore } from '../store/store';
import { checkReference } from './references';
import { WriteError } from './write-error';
import { tooLarge, WrittenFields } from './written-fields';

/** Largest content in base64: 37.5 MB (REST API Developer Guide, "Insert or Update Blob Data"). */
const LONGEST_BASE64 = 39_321_600;
const VERSION_FIELDS = OBJECT_FACTS.get('ContentVersion')?.fields ?? [];
const SHARE_TYPES: readonly ShareType[] = ['V', 'C', 'I'];
const VISIBILITIES: readonly Visibility[] = ['AllUsers', 'InternalUsers', 'SharedUsers'];

/** Creates files and their links to records (Object Reference, "ContentVersion" and "ContentDocumentLink"). Two equal requests make two records. */
export class FileWrites {
  constructor(private readonly store: SalesforceStore) {}

  /** @returns the id of the new ContentVersion. @throws WriteError @throws NotModelledError */
  async createVersion(context: Context): Promise<string> {
    this.checkAccess();
    const fields = await WrittenFields.read(context, 'ContentVersion', VERSION_FIELDS, 'create');
    if (fields.has('OwnerId')) throw new NotModelledError('ContentVersion for another owner');
    fields.require('PathOnClient', 'VersionData');
    const title = fields.text('Title');
    if (title === undefined) throw new NotModelledError('ContentVersion without a Title');
    const documentId = fields.text('ContentDocumentId');
    const locationId = fields.text('FirstPublishLocationId');
    // The documentation says that only one of them is to be given, and not with which error two are refused.
    if (documentId !== undefined && locationId !== undefined) {
      throw new WriteError('FIELD_INTEGRITY_EXCEPTION', 'FirstPublishLocationId cannot be set for a new version of a document.', ['FirstPublishLocationId']);
    }
    if (documentId !== undefined) this.checkDocument(documentId);
    if (locationId !== undefined) this.checkPlace('FirstPublishLocationId', locationId);
    return this.store.files.put({
      title, pathOnClient: fields.text('PathOnClient') ?? '', data: decoded(fields.text('VersionData') ?? ''), documentId, locationId,
      description: fields.text('Description'), reasonForChange: fields.text('ReasonForChange'),
    }).id;
  }

  /** @returns the id of the new ContentDocumentLink. @throws WriteError @throws NotModelledError */
  async createLink(context: Context): Promise<string> {
    this.checkAccess();
    const fields = await WrittenFields.read(context, 'ContentDocumentLink', CONTENT_DOCUMENT_LINK_FIELDS, 'create');
    fields.require('ContentDocumentId', 'LinkedEntityId', 'ShareType');
    const documentId = fields.text('ContentDocumentId') ?? '';
    const recordId = fields.text('LinkedEntityId') ?? '';
    this.checkDocument(documentId);
    this.checkPlace('LinkedEntityId', recordId);
    if (this.store.files.isLinked(documentId, recordId)) {
      throw new WriteError('DUPLICATE_VALUE', 'duplicate value found: <unknown> duplicates value on record with id: <unknown>', []);
    }
    const shareType = SHARE_TYPES.find((one) => one === fields.text('ShareType'));
    const visibility = VISIBILITIES.find((one) => one === fields.text('Visibility'));
    return this.store.files.link(documentId, recordId, shareType, visibility);
  }

  private checkAccess(): void {
    if (this.store.features.read().files === 'readOnly') {
      throw new WriteError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', [], 403);
    }
  }

  private checkDocument(id: string): void {
    checkReference('ContentDocumentId', id, KEY_PREFIX.contentDocument, this.store.files.findDocument(id));
  }

  private checkPlace(field: string, id: string): void {
    const standing = this.store.files.standingOf(id);
    if (standing === 'otherKind') throw new NotModelledError(`${field} of a record that is no Account, Contact or Opportunity`);
    checkReference(field, id, '', standing === 'unknown' ? undefined : { deleted: standing === 'deleted' });
  }
}

function decoded(base64: string): Uint8Array {
  if (base64.length > LONGEST_BASE64) throw tooLarge();
  if (base64.length % 4 !== 0 || !/^[0-9A-Za-z+/]*={0,2}$/.test(base64)) {
    throw new WriteError('JSON_PARSER_ERROR', 'Cannot deserialize instance of base64 from value VersionData or request may be missing a required field');
  }
  return Buffer.from(base64, 'base64');
}
