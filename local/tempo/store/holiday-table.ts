import * as z from 'zod/mini';
import type { Database } from '../../database';
import { polishHolidays, type Holiday } from '../holidays';

const holidayRow = z.object({ date: z.string(), name: z.string() });

/** The one holiday scheme of the company: days off by Polish law. */
export class HolidayTable {
  constructor(private readonly database: Database) {}

  /** Fills in the years around the given one; days already known are kept. */
  fill(year: number): void {
    const put = this.database.prepare('INSERT OR IGNORE INTO holiday VALUES (?, ?)');
    for (let each = year - 2; each <= year + 4; each += 1) {
      for (const holiday of polishHolidays(each)) put.run(holiday.date, holiday.name);
    }
  }

  /** Names of the holidays by date, from the first to the last date, both included. */
  between(from: string, to: string): Map<string, string> {
    const rows = this.database.prepare('SELECT * FROM holiday WHERE date BETWEEN ? AND ?').all(from, to);
    return new Map(
      rows.map((row): [string, string] => {
        const holiday: Holiday = holidayRow.parse(row);
        return [holiday.date, holiday.name];
      }),
    );
  }
}
