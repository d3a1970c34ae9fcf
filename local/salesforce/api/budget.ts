import type { Clock } from '../../clock';
import type { Database } from '../../database';

const HOURS = 24;

/** The org's allocation of API calls over the last 24 hours, counted by the hour. */
export class CallBudget {
  constructor(private readonly database: Database, private readonly clock: Clock, readonly max: number) {}

  used(): number {
    const since = new Date(this.clock.now().getTime() - HOURS * 3_600_000).toISOString().slice(0, 13);
    return Number(this.database.prepare('SELECT COALESCE(SUM(calls), 0) AS calls FROM sf_usage WHERE hour > ?').get(since)?.['calls']);
  }

  /** Counts one call. @returns false where none is left. */
  spend(): boolean {
    if (this.used() >= this.max) return false;
    this.add(1);
    return true;
  }

  useUp(): void {
    this.add(Math.max(0, this.max - this.used()));
  }

  /** Makes the calls that count as used this share of all, from 0 to 1, whatever they were before. @throws RangeError */
  setUsedShare(share: number): void {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share from 0 to 1.`);
    this.restore();
    this.add(Math.ceil(this.max * share));
  }

  restore(): void {
    this.database.prepare('DELETE FROM sf_usage').run();
  }

  private add(calls: number): void {
    this.database
      .prepare('INSERT INTO sf_usage (hour, calls) VALUES (?, ?) ON CONFLICT (hour) DO UPDATE SET calls = calls + excluded.calls')
      .run(this.clock.now().toISOString().slice(0, 13), calls);
  }
}
