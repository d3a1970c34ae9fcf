import * as z from 'zod/mini';
import type { Database } from '../../database';
import { REGIONS, type Region, type Settings } from '../model';

const settingRow = z.object({ name: z.string(), value: z.string() });

const settingsSchema = z.partial(
  z.object({
    region: z.enum(REGIONS),
    planApprovalEnabled: z.boolean(),
    requestsPerSecond: z.number(),
    retryAfterHeader: z.boolean(),
    errorForm: z.enum(['array', 'object']),
  }),
);

export class SettingsTable {
  constructor(
    private readonly database: Database,
    private readonly initialRegion: Region,
  ) {}

  get(): Settings {
    const rows = this.database.prepare('SELECT * FROM setting').all().map((row) => settingRow.parse(row));
    const stored = settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value)])));
    return {
      region: stored.region ?? this.initialRegion,
      planApprovalEnabled: stored.planApprovalEnabled ?? false,
      requestsPerSecond: stored.requestsPerSecond ?? 5,
      retryAfterHeader: stored.retryAfterHeader ?? false,
      errorForm: stored.errorForm ?? 'array',
    };
  }

  set(changes: Partial<Settings>): void {
    const put = this.database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)');
    for (const [name, value] of Object.entries(changes)) put.run(name, JSON.stringify(value));
  }
}
