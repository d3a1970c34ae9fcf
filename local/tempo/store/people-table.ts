import * as z from 'zod/mini';
import type { Database } from '../../database';
import type { Person } from '../model';

const personRow = z.object({
  account_id: z.string(),
  display_name: z.string(),
  role: z.string(),
  active: z.number(),
  seconds_per_day: z.number(),
  reviewer: z.number(),
});

function personOf(row: unknown): Person {
  const parsed = personRow.parse(row);
  return {
    accountId: parsed.account_id,
    displayName: parsed.display_name,
    role: parsed.role,
    active: parsed.active === 1,
    secondsPerDay: parsed.seconds_per_day,
    reviewer: parsed.reviewer === 1,
  };
}

export class PeopleTable {
  constructor(private readonly database: Database) {}

  /** Adds a person, or replaces what is known of one. */
  put(person: Person): Person {
    this.database
      .prepare('INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?)')
      .run(person.accountId, person.displayName, person.role, Number(person.active), person.secondsPerDay, Number(person.reviewer));
    return person;
  }

  find(accountId: string): Person | undefined {
    const row: unknown = this.database.prepare('SELECT * FROM person WHERE account_id = ?').get(accountId);
    return row === undefined ? undefined : personOf(row);
  }

  all(): Person[] {
    return this.database.prepare('SELECT * FROM person ORDER BY display_name').all().map(personOf);
  }

  /** @returns false when there is no such person */
  setActive(accountId: string, active: boolean): boolean {
    return this.database.prepare('UPDATE person SET active = ? WHERE account_id = ?').run(Number(active), accountId).changes > 0;
  }
}
