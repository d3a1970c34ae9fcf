import { defaultClientSettings, unseen } from '../../src/domain/client-standing';
import type { ClientStore } from '../../src/ports/client-store';
import { StoreConflict } from '../../src/ports/errors';
import { memoryRevised } from './memory-filed';
import type { MemoryStorage } from './memory-storage';

export const memoryClients = (storage: MemoryStorage): ClientStore => ({
  standing: async (clientId) => storage.clients.get(clientId),
  standings: async () => storage.clients.all(),
  async save(standing) {
    if ((storage.clients.get(standing.clientId)?.revision ?? 0) !== standing.revision - 1) throw new StoreConflict('client standing');
    storage.write(storage.clients.put(standing.clientId, standing));
  },
  async enrol(clientId) {
    if (storage.clients.get(clientId) === undefined) storage.write(storage.clients.put(clientId, unseen(clientId)));
  },
  due: async (upTo, most) =>
    storage.clients.all().filter(({ nextAt }) => (nextAt ?? '') <= upTo).sort((a, b) => ((a.nextAt ?? '') < (b.nextAt ?? '') ? -1 : 1)).slice(0, most),
  settings: memoryRevised(storage, 'client', storage.clientSettings, defaultClientSettings),
});
