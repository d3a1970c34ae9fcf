import * as z from 'zod/mini';
import type { Database } from '../../database';
import { polishHolidays, type Holiday } from '../holidays';

const holidayRow = z.object({ date: z.string(), name: z.string() });

/** The one holiday scheme of the company: days off by Polish law. */
export class HolidayTable {
  private readonly filledYears = new Set<number>();

  constructor(private readonly database: Database) {}

  private fill(year: number): void {
    if (this.filledYears.has(year)) return;
    const put = this.database.prepare('INSERT OR IGNORE INTO holiday VALUES (?, ?)');
    for (const holiday of polishHolidays(year)) put.run(holiday.date, holiday.name);
    this.filledYears.add(year);
  }

  /** Names of the holidays by date, from the first to the last date, both included. */
  between(from: string, to: string): Map<string, string> {
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) this.fill(year);
    const rows = this.database.prepare('SELECT * FROM holiday WHERE date BETWEEN ? AND ?').all(from, to);
    return new Map(
      rows.map((row): [string, string] => {
        const holiday: Holiday = holidayRow.parse(row);
        return [holiday.date, holiday.name];
      }),
    );
  }
}
