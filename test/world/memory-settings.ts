import type { SecretStore } from '../../src/ports/secret-store';
import type { Company, LastSignals, SettingsStore } from '../../src/ports/settings-store';
import type { SignalMemory } from '../../src/ports/signals';
import type { Clock } from '../../src/ports/surroundings';
import type { MemoryStorage } from './memory-storage';

/** The key of tables that hold one record. */
export const only = 'only';

export const defaultCompany: Company = { language: 'pl', timeZone: 'Europe/Warsaw' };

const lastSignals = (storage: MemoryStorage): LastSignals => storage.lastSignals.get(only) ?? { accepted: null, refused: null };

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
    signalSecretDates: async (way) => storage.signalDates.get(way),
    saveSignalSecretDates: async (way, dates) => storage.write(storage.signalDates.put(way, dates)),
    lastSignals: async () => lastSignals(storage),
    saveAcceptedSignal: async (accepted) => storage.write(storage.lastSignals.put(only, { ...lastSignals(storage), accepted })),
    saveRefusedSignal: async (refused) => storage.write(storage.lastSignals.put(only, { ...lastSignals(storage), refused })),
    lastPlanSignalAt: async () => storage.lastPlanSignal.get(only),
    saveLastPlanSignalAt: async (at) => storage.write(storage.lastPlanSignal.put(only, at)),
  };
}

export function memorySecrets(storage: MemoryStorage): SecretStore {
  const keep = async (key: string, value: string | undefined): Promise<void> => storage.write(storage.secrets.put(key, value));
  return {
    salesforceSecret: async () => storage.secrets.get('salesforce'),
    saveSalesforceSecret: (secret) => keep('salesforce', secret),
    tempoToken: async () => storage.secrets.get('tempo'),
    saveTempoToken: (token) => keep('tempo', token),
    signalSecrets: async (way) => storage.signalSecrets.get(way),
    saveSignalSecrets: async (way, secrets) => storage.write(storage.signalSecrets.put(way, secrets)),
    planSignalSecrets: async () => storage.planSignalSecrets.all(),
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
