import type { ClientRecords as Records } from '../../src/domain/freshness';
import type { ClientId } from '../../src/domain/ids';
import type { ClientRecords } from '../../src/ports/client-records';

const nothing: Records = { account: { filled: new Set() }, deals: [], hidden: new Set() };

/** What a test says that Salesforce has of clients; nothing in any field without. */
export class MemoryClientRecords {
  readonly records = new Map<ClientId, Records>();
  /** What every call is answered with, where set. */
  failure: Error | null = null;

  port(): ClientRecords {
    return {
      read: async (clientId) => {
        if (this.failure !== null) throw this.failure;
        return this.records.get(clientId) ?? nothing;
      },
    };
  }
}
