import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { KEY_PREFIX, recordId } from '../record-ids';
import { fold } from '../schema';
import type { Numbering } from './numbering';

const userRow = z.object({ id: z.string(), name: z.string(), username: z.string(), email: z.string(), is_active: z.number() });

export interface SalesforceUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly active: boolean;
}

export interface NewUser {
  /** The same number gives the same id; 1 is the integration user. */
  readonly number?: number;
  /** A Salesforce id to keep, in place of a number. */
  readonly id?: string;
  readonly name: string;
  readonly email?: string;
  readonly active?: boolean;
}

/** The user as whom client-credentials sessions run, and who did what no other person did. */
export const INTEGRATION_USER_ID = recordId(KEY_PREFIX.user, 1);

/** The org's users and the org itself. */
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    org: { readonly id: string; readonly name: string },
  ) {
    const now = wholeSecond(clock.now());
    database.prepare('INSERT INTO sf_organization VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(org.id, org.name, now, now);
    if (!this.find(INTEGRATION_USER_ID)) this.create({ number: 1, name: 'Integration User' });
  }

  create(user: NewUser): SalesforceUser {
    const id = user.id ?? this.numbering.id(KEY_PREFIX.user, user.number);
    const now = wholeSecond(this.clock.now());
    const email = user.email ?? `${fold(user.name).normalize('NFD').replace(/[^a-z0-9]+/g, '.')}@example.invalid`;
    this.database
      .prepare('INSERT INTO sf_user (id, name, username, email, is_active, created_date, last_modified_date, system_modstamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(id, user.name, email, email, user.active === false ? 0 : 1, now, now, now);
    return { id, name: user.name, username: email, email, active: user.active !== false };
  }

  find(id: string): SalesforceUser | undefined {
    const row = this.database.prepare('SELECT * FROM sf_user WHERE id = ?').get(id);
    return row && toUser(row);
  }

  findByName(name: string): SalesforceUser | undefined {
    const row = this.database.prepare('SELECT * FROM sf_user WHERE sf_fold(name) = ? ORDER BY id LIMIT 1').get(fold(name));
    return row && toUser(row);
  }

  all(): SalesforceUser[] {
    return this.database.prepare('SELECT * FROM sf_user ORDER BY sf_fold(name), id').all().map(toUser);
  }
}

function toUser(row: unknown): SalesforceUser {
  const { id, name, username, email, is_active: active } = userRow.parse(row);
  return { id, name, username, email, active: active === 1 };
}
