import type { Database } from '../../database';

/** Named texts that outlive a restart. */
export class Settings {
  constructor(private readonly database: Database) {}

  read(name: string): string | undefined {
    const value = this.database.prepare('SELECT value FROM sf_setting WHERE name = ?').get(name)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  write(name: string, value: string): void {
    this.database
      .prepare('INSERT INTO sf_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(name, value);
  }
}
