import * as z from 'zod/mini';
import type { Database } from '../../database';
import { polishHolidays, type Holiday } from '../holidays';

const holidayRow = z.object({ date: z.string(), name: z.string() });

/** The one holiday scheme of the company: days off by Polish law. */
export class HolidayTable {
  private readonly knownYears = new Set<number>();
  private readonly names = new Map<string, string>();

  constructor(private readonly database: Database) {}

  private learn(year: number): void {
    if (this.knownYears.has(year)) return;
    const put = this.database.prepare('INSERT OR IGNORE INTO holiday VALUES (?, ?)');
    for (const holiday of polishHolidays(year)) put.run(holiday.date, holiday.name);
    const prefix = String(year).padStart(4, '0');
    for (const row of this.database.prepare('SELECT * FROM holiday WHERE date BETWEEN ? AND ?').all(`${prefix}-01-01`, `${prefix}-12-31`)) {
      const holiday: Holiday = holidayRow.parse(row);
      this.names.set(holiday.date, holiday.name);
    }
    this.knownYears.add(year);
  }

  /** Names of holidays by date: all of the years that the dates lie in, and perhaps of others. */
  covering(from: string, to: string): ReadonlyMap<string, string> {
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) this.learn(year);
    return this.names;
  }
}
