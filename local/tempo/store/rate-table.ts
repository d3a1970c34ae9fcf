import * as z from 'zod/mini';
import type { Database } from '../../database';
import type { HourlyRate, RateCategory, RateOwner } from '../financials/model';

const row = z.object({ effective_date: z.string(), minor: z.number() });
const ownerRow = z.object({ owner: z.string() });

const ROLE = 'role ';
const EVERY_OTHER_ROLE = 'others';

function keyOf(owner: RateOwner): string {
  return 'roleId' in owner ? `${ROLE}${owner.roleId ?? EVERY_OTHER_ROLE}` : `member ${owner.projectId} ${owner.accountId}`;
}

/** What an hour costs and is sold for. */
export class RateTable {
  constructor(private readonly database: Database) {}

  /** Sets one rate, or another value for the same beginning. */
  put(owner: RateOwner, category: RateCategory, { effectiveDate = '', minor }: HourlyRate): void {
    this.database.prepare('INSERT OR REPLACE INTO rate (owner, category, effective_date, minor) VALUES (?, ?, ?, ?)').run(keyOf(owner), category, effectiveDate, minor);
  }

  remove(owner: RateOwner, category: RateCategory, effectiveDate = ''): void {
    this.database.prepare('DELETE FROM rate WHERE owner = ? AND category = ? AND effective_date = ?').run(keyOf(owner), category, effectiveDate);
  }

  /** Earliest first, the one from the beginning before all. */
  of(owner: RateOwner, category: RateCategory): HourlyRate[] {
    const rows = this.database.prepare('SELECT effective_date, minor FROM rate WHERE owner = ? AND category = ? ORDER BY effective_date').all(keyOf(owner), category);
    return rows.map((value) => {
      const { effective_date, minor } = row.parse(value);
      return effective_date === '' ? { minor } : { effectiveDate: effective_date, minor };
    });
  }

  /** The roles that have rates; null stands for all others, and comes first. */
  rolesWith(category: RateCategory): (number | null)[] {
    const rows = this.database.prepare('SELECT DISTINCT owner FROM rate WHERE category = ? AND substr(owner, 1, ?) = ?').all(category, ROLE.length, ROLE);
    const ids = rows.map((value) => ownerRow.parse(value).owner.slice(ROLE.length)).map((id) => (id === EVERY_OTHER_ROLE ? null : Number(id)));
    return ids.sort((one, other) => (one ?? 0) - (other ?? 0));
  }
}
