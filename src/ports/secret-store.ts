import type { Instant } from '../domain/plain-date';
import type { SignalWay } from '../domain/signal';

/** Secrets go in and are used; they never leave towards a browser. */
export interface SecretStore {
  salesforceSecret(): Promise<string | undefined>;
  saveSalesforceSecret(secret: string | undefined): Promise<void>;
  tempoToken(): Promise<string | undefined>;
  saveTempoToken(token: string | undefined): Promise<void>;
  /** What signals of this way are checked with. While a secret is exchanged there are two. */
  signalSecrets(way: SignalWay): Promise<SignalSecrets | undefined>;
  saveSignalSecrets(way: SignalWay, secrets: SignalSecrets): Promise<void>;
  /** What Tempo signs its signals with, one for each subscription. */
  planSignalSecrets(): Promise<readonly string[]>;
}

export interface SignalSecrets {
  readonly current: string;
  readonly previous: { readonly secret: string; readonly goodUntil: Instant } | null;
}
