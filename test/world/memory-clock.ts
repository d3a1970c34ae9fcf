import { addDays, addSeconds, dayAt } from '../../src/domain/calendar';
import type { Instant, PlainDate } from '../../src/domain/plain-date';
import { instant } from '../../src/domain/fixture/values';
import type { Clock, RandomIds } from '../../src/ports/surroundings';

/** A clock that stands still until a test moves it. */
export class MemoryClock implements Clock {
  private at: Instant = instant('2026-03-02T09:00:00.000Z');

  now(): Instant {
    return this.at;
  }

  advance(seconds: number): void {
    this.at = addSeconds(this.at, seconds);
  }

  advanceDays(days: number): void {
    this.advance(days * 86_400);
  }

  /** The company's day, in Warsaw. */
  today(): PlainDate {
    return dayAt(this.at, 'Europe/Warsaw');
  }

  dayFromNow(days: number): PlainDate {
    return addDays(this.today(), days);
  }
}

/** Ids that count up. */
export class MemoryIds implements RandomIds {
  private given = 0;

  next(): string {
    this.given += 1;
    return `id${String(this.given).padStart(6, '0')}`;
  }
}
