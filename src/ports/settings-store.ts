import type { StageMapping } from '../domain/deal';
import type { OrganisationId } from '../domain/ids';
import type { Language } from '../domain/person';
import type { Instant } from '../domain/plain-date';
import type { SignalRefusal, SignalWay } from '../domain/signal';
import type { TempoRegion } from './planner';

export interface SalesforceConnection {
  readonly myDomain: string;
  readonly clientId: string;
  readonly organisationId: OrganisationId | null;
  readonly connectedAt: Instant;
}

export interface TempoConnection {
  readonly region: TempoRegion;
  readonly connectedAt: Instant;
}

export interface Company {
  readonly language: Language;
  /** IANA name: in which day the company is. */
  readonly timeZone: string;
}

export interface SettingsStore {
  salesforce(): Promise<SalesforceConnection | undefined>;
  saveSalesforce(connection: SalesforceConnection | undefined): Promise<void>;
  tempo(): Promise<TempoConnection | undefined>;
  saveTempo(connection: TempoConnection | undefined): Promise<void>;
  company(): Promise<Company>;
  saveCompany(company: Company): Promise<void>;
  mapping(): Promise<StageMapping>;
  saveMapping(mapping: StageMapping): Promise<void>;
  signalSecretDates(way: SignalWay): Promise<SignalSecretDates | undefined>;
  saveSignalSecretDates(way: SignalWay, dates: SignalSecretDates): Promise<void>;
  lastSignals(): Promise<LastSignals>;
  saveAcceptedSignal(signal: NonNullable<LastSignals['accepted']>): Promise<void>;
  saveRefusedSignal(signal: NonNullable<LastSignals['refused']>): Promise<void>;
  lastPlanSignalAt(): Promise<Instant | undefined>;
  saveLastPlanSignalAt(at: Instant): Promise<void>;
}

export interface SignalSecretDates {
  readonly setAt: Instant;
  /** The secret before is good until then; null when there is none. */
  readonly previousGoodUntil: Instant | null;
}

export interface LastSignals {
  readonly accepted: { readonly at: Instant; readonly via: SignalWay; readonly deals: number } | null;
  readonly refused: { readonly at: Instant; readonly via: SignalWay; readonly why: SignalRefusal } | null;
}
