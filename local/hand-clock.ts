import type { Clock } from './clock';

/** A clock that stands still until a test moves it. */
export class HandClock implements Clock {
  private milliseconds: number;

  /** @param start a UTC instant, as are all others here */
  constructor(start: string) {
    this.milliseconds = Date.parse(start);
  }

  now(): Date {
    return new Date(this.milliseconds);
  }

  advance(seconds: number): void {
    this.milliseconds += Math.round(seconds * 1000);
  }

  set(instant: string): void {
    this.milliseconds = Date.parse(instant);
  }
}
