import * as z from 'zod/mini';
import type { Database } from '../database';

const settingRow = z.object({ value: z.string() });

/** Named texts that the site wants to keep, such as a signing secret or the demo data's version. */
export class Settings {
  constructor(private readonly database: Database) {}

  get(key: string): string | undefined {
    const row = this.database.prepare('SELECT value FROM setting WHERE key = ?').get(key);
    return row === undefined ? undefined : z.parse(settingRow, row).value;
  }

  set(key: string, value: string): void {
    this.database.prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
  }
}
