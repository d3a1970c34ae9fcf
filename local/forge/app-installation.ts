import * as z from 'zod/mini';
import type { Database } from '../database';

const installationRow = z.object({ uninstalledAt: z.nullable(z.string()) });

/** Whether the app is installed; it is, until an administrator takes it away. Outlives a restart. */
export class AppInstallation {
  constructor(private readonly database: Database) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS forge_installation (one INTEGER PRIMARY KEY CHECK (one = 1), uninstalledAt TEXT);
      INSERT OR IGNORE INTO forge_installation VALUES (1, NULL);
    `);
  }

  /** UTC ISO instant; null while the app is installed. */
  uninstalledAt(): string | null {
    return z.parse(installationRow, this.database.prepare('SELECT uninstalledAt FROM forge_installation').get()).uninstalledAt;
  }

  isInstalled(): boolean {
    return this.uninstalledAt() === null;
  }

  setUninstalledAt(at: string | null): void {
    this.database.prepare('UPDATE forge_installation SET uninstalledAt = ?').run(at);
  }
}
