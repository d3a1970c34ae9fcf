import { kvs } from '@forge/kvs';
import type { StageMapping } from '../../domain/deal';
import type { Instant } from '../../domain/plain-date';
import type { Company, SalesforceConnection, SecretStore, SettingsStore, TempoConnection, Watermark } from '../../ports';

export const companyKey = 'settings:company';
export const defaultCompany: Company = { language: 'pl', timeZone: 'Europe/Warsaw' };

const names = {
  salesforce: 'settings:salesforce',
  tempo: 'settings:tempo',
  mapping: 'settings:stage-mapping',
  signalSecretSetAt: 'settings:signal-secret-set-at',
  lastSignalAt: 'state:last-signal-at',
  watermark: 'state:watermark',
} as const;

const keep = (key: string, value: unknown): Promise<void> => (value === undefined ? kvs.delete(key) : kvs.set(key, value));

export const settingsStore: SettingsStore = {
  salesforce: () => kvs.get<SalesforceConnection>(names.salesforce),
  saveSalesforce: (connection) => keep(names.salesforce, connection),
  tempo: () => kvs.get<TempoConnection>(names.tempo),
  saveTempo: (connection) => keep(names.tempo, connection),
  company: async () => (await kvs.get<Company>(companyKey)) ?? defaultCompany,
  saveCompany: (company) => keep(companyKey, company),
  mapping: async () => (await kvs.get<StageMapping>(names.mapping)) ?? {},
  saveMapping: (mapping) => keep(names.mapping, mapping),
  signalSecretSetAt: () => kvs.get<Instant>(names.signalSecretSetAt),
  saveSignalSecretSetAt: (at) => keep(names.signalSecretSetAt, at),
  lastSignalAt: () => kvs.get<Instant>(names.lastSignalAt),
  saveLastSignalAt: (at) => keep(names.lastSignalAt, at),
  watermark: () => kvs.get<Watermark>(names.watermark),
  saveWatermark: (watermark) => keep(names.watermark, watermark),
};

const secretNames = { salesforce: 'salesforce-client-secret', salesforceToken: 'salesforce-access-token', tempo: 'tempo-token', signal: 'signal-secret' } as const;

const keepSecret = (key: string, value: string | undefined): Promise<void> =>
  value === undefined ? kvs.deleteSecret(key) : kvs.setSecret(key, value);

export const secretStore: SecretStore = {
  salesforceSecret: () => kvs.getSecret<string>(secretNames.salesforce),
  async saveSalesforceSecret(secret) {
    await keepSecret(secretNames.salesforce, secret);
    // A token got with other credentials must not outlive them.
    await kvs.deleteSecret(secretNames.salesforceToken);
  },
  tempoToken: () => kvs.getSecret<string>(secretNames.tempo),
  saveTempoToken: (token) => keepSecret(secretNames.tempo, token),
  signalSecret: () => kvs.getSecret<string>(secretNames.signal),
  saveSignalSecret: (secret) => keepSecret(secretNames.signal, secret),
};

/** Salesforce's access token, kept between invocations because it says nothing of when it ends. */
export const salesforceTokenCache = {
  read: (): Promise<string | undefined> => kvs.getSecret<string>(secretNames.salesforceToken),
  save: (token: string): Promise<void> => kvs.setSecret(secretNames.salesforceToken, token),
};
