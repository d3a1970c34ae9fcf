import type { SignalWay } from '../domain/signal';

/** Remembers signals until they would be refused for their age anyway. */
export interface SignalMemory {
  /** Whether the event is new; remembers it for so many seconds. */
  firstSeen(eventId: string, seconds: number): Promise<boolean>;
  forget(eventId: string): Promise<void>;
}

/** Where signals arrive. */
export interface SignalAddress {
  salesforceUrl(way: SignalWay): Promise<string>;
  tempoUrl(): Promise<string>;
}
