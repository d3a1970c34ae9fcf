import { kvs } from '@forge/kvs';
import type { StageMapping } from '../../domain/deal';
import type { Instant } from '../../domain/plain-date';
import type { SignalWay } from '../../domain/signal';
import type { SecretStore, SignalSecrets } from '../../ports/secret-store';
import type { Company, LastSignals, SalesforceConnection, SettingsStore, SignalSecretDates, TempoConnection } from '../../ports/settings-store';

export const companyKey = 'settings:company';
export const connectionKey = 'settings:salesforce';
export const defaultCompany: Company = { language: 'pl', timeZone: 'Europe/Warsaw' };

const names = {
  salesforce: connectionKey,
  tempo: 'settings:tempo',
  mapping: 'settings:stage-mapping',
  acceptedSignal: 'state:accepted-signal',
  refusedSignal: 'state:refused-signal',
  lastPlanSignalAt: 'state:last-plan-signal-at',
} as const;

const datesKey = (way: SignalWay): string => `settings:signal-secret:${way}`;

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
  signalSecretDates: (way) => kvs.get<SignalSecretDates>(datesKey(way)),
  saveSignalSecretDates: (way, dates) => keep(datesKey(way), dates),
  async lastSignals() {
    const [accepted, refused] = await Promise.all([
      kvs.get<NonNullable<LastSignals['accepted']>>(names.acceptedSignal),
      kvs.get<NonNullable<LastSignals['refused']>>(names.refusedSignal),
    ]);
    return { accepted: accepted ?? null, refused: refused ?? null };
  },
  saveAcceptedSignal: (signal) => keep(names.acceptedSignal, signal),
  saveRefusedSignal: (signal) => keep(names.refusedSignal, signal),
  lastPlanSignalAt: () => kvs.get<Instant>(names.lastPlanSignalAt),
  saveLastPlanSignalAt: (at) => keep(names.lastPlanSignalAt, at),
};

const secretNames = { salesforce: 'salesforce-client-secret', salesforceToken: 'salesforce-access-token', tempo: 'tempo-token', planSignals: 'tempo-signal-secrets' } as const;

const signalSecretKey = (way: SignalWay): string => `signal-secret:${way}`;

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
  signalSecrets: (way) => kvs.getSecret<SignalSecrets>(signalSecretKey(way)),
  saveSignalSecrets: (way, secrets) => kvs.setSecret(signalSecretKey(way), secrets),
  planSignalSecrets: async () => Object.values(await planSignalSecrets.read()),
};

/** What Tempo signs with, by the id of the subscription: it is told once, when that is made. */
export const planSignalSecrets = {
  read: async (): Promise<Readonly<Record<string, string>>> => (await kvs.getSecret<Record<string, string>>(secretNames.planSignals)) ?? {},
  save: (secrets: Readonly<Record<string, string>>): Promise<void> => kvs.setSecret(secretNames.planSignals, secrets),
};

/** Salesforce's access token, kept between invocations because it says nothing of when it ends. */
export const salesforceTokenCache = {
  read: (): Promise<string | undefined> => kvs.getSecret<string>(secretNames.salesforceToken),
  save: (token: string): Promise<void> => kvs.setSecret(secretNames.salesforceToken, token),
};
