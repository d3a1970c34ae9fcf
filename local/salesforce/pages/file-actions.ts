import { RecordRuleError } from '../store/record-errors';
import type { SalesforceStore } from '../store/store';
import { languageOf } from './language';
import type { Act } from './record-actions';

/** Largest upload on a page; the API takes more. */
const MOST_BYTES = 1_048_576;

/** Uploading and deleting files on a record's page. */
export function fileActions(act: Act, store: SalesforceStore, ownerOf: (recordId: string) => string): void {
  act('/files', async (id, form, upload, context) => {
    const { texts } = languageOf(context);
    if (upload === undefined || upload.name === '') throw new RecordRuleError('VersionData', texts.noFileChosen);
    if (upload.size > MOST_BYTES) throw new RecordRuleError('VersionData', texts.fileTooLarge);
    const data = new Uint8Array(await upload.arrayBuffer());
    const documentId = form('document') === '' ? undefined : form('document');
    const title = form('title').trim() === '' ? upload.name.replace(/\.[^.]+$/, '') : form('title');
    store.files.put({ title, pathOnClient: upload.name, data, documentId, locationId: documentId === undefined ? id : undefined, ownerId: ownerOf(id) });
  });
  act('/files/delete', (_id, form) => store.files.delete(form('document')));
}
