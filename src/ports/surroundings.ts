import type { Instant } from '../domain/plain-date';

/** The one clock. */
export interface Clock {
  now(): Instant;
}

/** Waits, for whoever may not be quicker than another system can bear. */
export type Pause = (milliseconds: number) => Promise<void>;

export interface Log {
  /** One line: an event's name, an id and plain facts; no secret, no name. */
  info(event: string, facts: Readonly<Record<string, string | number>>): void;
  error(event: string, id: string, error: unknown): void;
}

export interface RandomIds {
  /** Lower-case letters and digits, enough of them never to meet twice. */
  next(): string;
}
