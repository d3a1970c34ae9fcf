import type { ClientRecords as Records } from '../domain/freshness';
import type { ClientId, DealId } from '../domain/ids';

/** What Salesforce has of a client and its deals, as far as it can be fresh or stale. */
export interface ClientRecords {
  /** Deals that are gone are left out. @throws NotConnected, OutsideError */
  read(clientId: ClientId, deals: readonly DealId[]): Promise<Records>;
}
