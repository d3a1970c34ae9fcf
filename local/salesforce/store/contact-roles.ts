import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { KEY_PREFIX } from '../record-ids';
import { atomically } from './atomically';
import type { Numbering } from './numbering';
import { NoSuchRecordError, RecordRuleError } from './record-errors';
import { keptText } from './text-field';

const roleRow = z.object({
  id: z.string(), opportunity_id: z.string(), contact_id: z.string(), role: z.nullable(z.string()), is_primary: z.number(), last_modified_date: z.string(),
});

/** The values that a new org has for Role (Salesforce Help, "Contact Roles"). */
export const STANDARD_CONTACT_ROLES = [
  'Business User', 'Decision Maker', 'Economic Buyer', 'Economic Decision Maker', 'Evaluator', 'Executive Sponsor', 'Influencer', 'Technical Buyer', 'Other',
] as const;

export interface ContactRole {
  readonly id: string;
  readonly opportunityId: string;
  /** May be a contact that was deleted. */
  readonly contactId: string;
  readonly role: string | undefined;
  readonly primary: boolean;
  /** UTC instant. */
  readonly lastModifiedDate: string;
}

export interface NewContactRole {
  /** The same number gives the same id. */
  readonly number?: number;
  readonly opportunityId: string;
  readonly contactId: string;
  readonly role?: string | undefined;
  readonly primary?: boolean;
  /** UTC instant for a past that is told afterwards; now where left out. */
  readonly at?: string;
}

export interface ContactRoleChange {
  readonly contactId?: string;
  readonly role?: string | undefined;
  readonly primary?: boolean;
}

/**
 * Who plays which part on a deal (Object Reference, "OpportunityContactRole"). Two roles of one contact on one deal are allowed,
 * a deal has one primary contact at most, and a role that is deleted by itself does not go to the recycle bin.
 */
export class ContactRoles {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  /** A new primary contact takes the place of the one before. @throws RecordRuleError for a deal or contact that is not there. */
  create(role: NewContactRole): ContactRole {
    return atomically(this.database, () => {
      if (!this.isLive('sf_opportunity', role.opportunityId)) throw new RecordRuleError('OpportunityId', 'There is no such deal.');
      this.checkContact(role.contactId);
      const id = this.numbering.id(KEY_PREFIX.opportunityContactRole, role.number);
      const now = wholeSecond(this.clock.now());
      const at = role.at === undefined ? now : wholeSecond(new Date(role.at));
      const primary = role.primary === true;
      if (primary) this.clearPrimary(role.opportunityId, id);
      this.database
        .prepare(`INSERT INTO sf_contact_role (id, opportunity_id, contact_id, role, is_primary, created_date, last_modified_date, system_modstamp)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(id, role.opportunityId, role.contactId, keptText('Role', role.role, 255), primary ? 1 : 0, at, at, now);
      return this.required(id);
    });
  }

  find(id: string): ContactRole | undefined {
    const row = this.database.prepare('SELECT * FROM sf_contact_role WHERE id = ?').get(id);
    return row && toRole(row);
  }

  required(id: string): ContactRole {
    const found = this.find(id);
    if (!found) throw new NoSuchRecordError(`contact role ${id}`);
    return found;
  }

  /** A deal's roles, the primary one first. */
  of(opportunityId: string): ContactRole[] {
    return this.database.prepare('SELECT * FROM sf_contact_role WHERE opportunity_id = ? ORDER BY is_primary DESC, created_date, id').all(opportunityId).map(toRole);
  }

  /** Changes what is given. @throws NoSuchRecordError @throws RecordRuleError */
  change(id: string, change: ContactRoleChange): ContactRole {
    return atomically(this.database, () => {
      const before = this.required(id);
      if (change.contactId !== undefined && change.contactId !== before.contactId) this.checkContact(change.contactId);
      const primary = change.primary ?? before.primary;
      if (primary && !before.primary) this.clearPrimary(before.opportunityId, id);
      const now = wholeSecond(this.clock.now());
      this.database
        .prepare('UPDATE sf_contact_role SET contact_id = ?, role = ?, is_primary = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ?')
        .run(change.contactId ?? before.contactId, keptText('Role', 'role' in change ? change.role : before.role, 255), primary ? 1 : 0, now, now, id);
      return this.required(id);
    });
  }

  /** @throws NoSuchRecordError */
  delete(id: string): void {
    const { changes } = this.database.prepare('DELETE FROM sf_contact_role WHERE id = ?').run(id);
    if (changes === 0) throw new NoSuchRecordError(`contact role ${id}`);
  }

  private checkContact(id: string): void {
    if (!this.isLive('sf_contact', id)) throw new RecordRuleError('ContactId', 'There is no such contact.');
  }

  private isLive(table: 'sf_opportunity' | 'sf_contact', id: string): boolean {
    return this.database.prepare(`SELECT 1 AS present FROM ${table} WHERE id = ? AND is_deleted = 0`).get(id) !== undefined;
  }

  private clearPrimary(opportunityId: string, exceptId: string): void {
    const now = wholeSecond(this.clock.now());
    this.database
      .prepare('UPDATE sf_contact_role SET is_primary = 0, last_modified_date = ?, system_modstamp = ? WHERE opportunity_id = ? AND is_primary = 1 AND id <> ?')
      .run(now, now, opportunityId, exceptId);
  }
}

function toRole(row: unknown): ContactRole {
  const parsed = roleRow.parse(row);
  return {
    id: parsed.id, opportunityId: parsed.opportunity_id, contactId: parsed.contact_id, role: parsed.role ?? undefined,
    primary: parsed.is_primary === 1, lastModifiedDate: parsed.last_modified_date,
  };
}
