import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { KEY_PREFIX } from '../record-ids';
import { atomically } from './atomically';
import type { Numbering } from './numbering';
import { INTEGRATION_USER_ID } from './people';
import { NoSuchRecordError, RecordRuleError } from './record-errors';
import { keptText } from './text-field';

const contactRow = z.object({
  id: z.string(), account_id: z.nullable(z.string()), first_name: z.nullable(z.string()), last_name: z.string(), title: z.nullable(z.string()),
  department: z.nullable(z.string()), email: z.nullable(z.string()), phone: z.nullable(z.string()), mobile_phone: z.nullable(z.string()),
  reports_to_id: z.nullable(z.string()), owner_id: z.string(), is_deleted: z.number(), last_modified_date: z.string(),
});

/** What a person can write of a contact (Object Reference, "Contact"). */
export interface ContactFields {
  readonly firstName?: string | undefined;
  readonly lastName: string;
  readonly title?: string | undefined;
  readonly department?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly mobilePhone?: string | undefined;
  readonly reportsToId?: string | undefined;
}

export interface Contact extends ContactFields {
  readonly id: string;
  readonly accountId: string | undefined;
  /** First and last name. */
  readonly name: string;
  readonly ownerId: string;
  readonly deleted: boolean;
  /** UTC instant. */
  readonly lastModifiedDate: string;
}

export interface NewContact extends ContactFields {
  /** The same number gives the same id. */
  readonly number?: number;
  readonly accountId?: string;
  readonly ownerId?: string;
  /** UTC instant of creation and last change, for a past that is told afterwards; now where left out. */
  readonly at?: string;
}

/** The people at clients. */
export class Contacts {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  /** @throws RecordRuleError for a missing last name, a text too long, or a client or superior that is not there. */
  create(contact: NewContact): Contact {
    return atomically(this.database, () => {
      const id = this.numbering.id(KEY_PREFIX.contact, contact.number);
      const now = wholeSecond(this.clock.now());
      const at = contact.at === undefined ? now : wholeSecond(new Date(contact.at));
      const accountId = contact.accountId ?? null;
      if (accountId !== null && !this.database.prepare('SELECT 1 AS present FROM sf_account WHERE id = ? AND is_deleted = 0').get(accountId)) {
        throw new RecordRuleError('AccountId', 'There is no such client.');
      }
      this.database
        .prepare(`INSERT INTO sf_contact (first_name, last_name, title, department, email, phone, mobile_phone, reports_to_id,
          id, account_id, owner_id, created_date, last_modified_date, system_modstamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(...this.written(id, contact), id, accountId, contact.ownerId ?? INTEGRATION_USER_ID, at, at, now);
      return this.required(id);
    });
  }

  /** Deleted contacts are found too; see `deleted`. */
  find(id: string): Contact | undefined {
    const row = this.database.prepare('SELECT * FROM sf_contact WHERE id = ?').get(id);
    return row && toContact(row);
  }

  required(id: string): Contact {
    const found = this.find(id);
    if (!found) throw new NoSuchRecordError(`contact ${id}`);
    return found;
  }

  /** A client's contacts by name, the deleted ones last. */
  of(accountId: string): Contact[] {
    return this.database.prepare('SELECT * FROM sf_contact WHERE account_id = ? ORDER BY is_deleted, sf_fold(last_name), id').all(accountId).map(toContact);
  }

  /** Replaces all that a person can write of a contact. @throws NoSuchRecordError @throws RecordRuleError */
  change(id: string, fields: ContactFields): Contact {
    return atomically(this.database, () => {
      if (this.required(id).deleted) throw new NoSuchRecordError(`contact ${id}`);
      const now = wholeSecond(this.clock.now());
      this.database
        .prepare(`UPDATE sf_contact SET first_name = ?, last_name = ?, title = ?, department = ?, email = ?, phone = ?, mobile_phone = ?, reports_to_id = ?,
          last_modified_date = ?, system_modstamp = ? WHERE id = ?`)
        .run(...this.written(id, fields), now, now, id);
      return this.required(id);
    });
  }

  /** To the recycle bin; roles on deals keep pointing at the contact (Object Reference, "OpportunityContactRole"). */
  delete(id: string): void {
    this.setDeleted(id, true);
  }

  undelete(id: string): void {
    this.setDeleted(id, false);
  }

  private setDeleted(id: string, deleted: boolean): void {
    const now = wholeSecond(this.clock.now());
    this.required(id);
    this.database
      .prepare('UPDATE sf_contact SET is_deleted = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ? AND is_deleted <> ?')
      .run(deleted ? 1 : 0, now, now, id, deleted ? 1 : 0);
  }

  private written(id: string, fields: ContactFields): (string | null)[] {
    const lastName = keptText('LastName', fields.lastName, 80);
    if (lastName === null) throw new RecordRuleError('LastName', 'A contact needs a last name.');
    const email = keptText('Email', fields.email, 80);
    if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new RecordRuleError('Email', `${email} is not an e-mail address.`);
    const reportsToId = keptText('ReportsToId', fields.reportsToId, 18);
    if (reportsToId !== null && (reportsToId === id || this.find(reportsToId) === undefined)) throw new RecordRuleError('ReportsToId', 'There is no such superior.');
    return [keptText('FirstName', fields.firstName, 40), lastName, keptText('Title', fields.title, 128), keptText('Department', fields.department, 80), email,
      keptText('Phone', fields.phone, 40), keptText('MobilePhone', fields.mobilePhone, 40), reportsToId];
  }
}

function toContact(row: unknown): Contact {
  const parsed = contactRow.parse(row);
  return {
    id: parsed.id, accountId: parsed.account_id ?? undefined, firstName: parsed.first_name ?? undefined, lastName: parsed.last_name,
    name: parsed.first_name === null ? parsed.last_name : `${parsed.first_name} ${parsed.last_name}`, title: parsed.title ?? undefined,
    department: parsed.department ?? undefined, email: parsed.email ?? undefined, phone: parsed.phone ?? undefined, mobilePhone: parsed.mobile_phone ?? undefined,
    reportsToId: parsed.reports_to_id ?? undefined, ownerId: parsed.owner_id, deleted: parsed.is_deleted === 1, lastModifiedDate: parsed.last_modified_date,
  };
}
