import type { ClientFile } from '../domain/formal-document';
import type { ClientId, DealId } from '../domain/ids';

/** Files of Salesforce, told by their names; what is in them is never read. */
export interface ClientFiles {
  /**
   * The files of a client and its deals, each once, the newest first. `hidden` where the organisation has no files or its user may
   * see none: then nothing is known of them, which is not the same as none being there.
   * @throws NotConnected, OutsideError
   */
  ofRecords(records: readonly (ClientId | DealId)[]): Promise<{ readonly kind: 'files'; readonly files: readonly ClientFile[] } | { readonly kind: 'hidden' }>;
}
