import type { Clock, Company, SecretStore, SettingsStore, SignalMemory } from '../../src/ports';
import type { MemoryStorage } from './memory-storage';

/** The key of tables that hold one record. */
export const only = 'only';

export const defaultCompany: Company = { language: 'pl', timeZone: 'Europe/Warsaw' };

export function memorySettings(storage: MemoryStorage): SettingsStore {
  return {
    salesforce: async () => storage.salesforce.get(only),
    saveSalesforce: async (connection) => storage.write(storage.salesforce.put(only, connection)),
    tempo: async () => storage.tempo.get(only),
    saveTempo: async (connection) => storage.write(storage.tempo.put(only, connection)),
    company: async () => storage.company.get(only) ?? defaultCompany,
    saveCompany: async (company) => storage.write(storage.company.put(only, company)),
    mapping: async () => storage.mapping.get(only) ?? {},
    saveMapping: async (mapping) => storage.write(storage.mapping.put(only, mapping)),
    signalSecretSetAt: async () => storage.instants.get('signalSecretSetAt'),
    saveSignalSecretSetAt: async (at) => storage.write(storage.instants.put('signalSecretSetAt', at)),
    lastSignalAt: async () => storage.instants.get('lastSignalAt'),
    saveLastSignalAt: async (at) => storage.write(storage.instants.put('lastSignalAt', at)),
    watermark: async () => storage.watermark.get(only),
    saveWatermark: async (watermark) => storage.write(storage.watermark.put(only, watermark)),
  };
}

export function memorySecrets(storage: MemoryStorage): SecretStore {
  const keep = async (key: string, value: string | undefined): Promise<void> => storage.write(storage.secrets.put(key, value));
  return {
    salesforceSecret: async () => storage.secrets.get('salesforce'),
    saveSalesforceSecret: (secret) => keep('salesforce', secret),
    tempoToken: async () => storage.secrets.get('tempo'),
    saveTempoToken: (token) => keep('tempo', token),
    signalSecret: async () => storage.secrets.get('signal'),
    saveSignalSecret: (secret) => keep('signal', secret),
  };
}

/** Forgets a signal when its seconds are over, by the given clock. */
export const memorySignals = (storage: MemoryStorage, clock: Clock): SignalMemory => ({
  async firstSeen(eventId, seconds) {
    const until = storage.signals.get(eventId);
    if (until !== undefined && until > Date.parse(clock.now())) return false;
    storage.write(storage.signals.put(eventId, Date.parse(clock.now()) + seconds * 1000));
    return true;
  },
  forget: async (eventId) => storage.write(storage.signals.put(eventId, undefined)),
});
