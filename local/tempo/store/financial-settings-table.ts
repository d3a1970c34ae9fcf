import * as z from 'zod/mini';
import type { Database } from '../../database';
import { PROJECT_PERMISSIONS, type FinancialSettings } from '../financials/model';

const row = z.object({ value: z.string() });
const NAME = 'financialManager';

const settings = z.object({ isLicensed: z.boolean(), permission: z.enum(PROJECT_PERMISSIONS), projectPlansCount: z.boolean() });
const atFirst: FinancialSettings = { isLicensed: true, permission: 'administrator', projectPlansCount: false };

export class FinancialSettingsTable {
  constructor(private readonly database: Database) {}

  get(): FinancialSettings {
    const found: unknown = this.database.prepare('SELECT value FROM setting WHERE name = ?').get(NAME);
    return found === undefined ? atFirst : settings.parse(JSON.parse(row.parse(found).value));
  }

  set(changes: Partial<FinancialSettings>): void {
    this.database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(NAME, JSON.stringify({ ...this.get(), ...changes }));
  }
}
