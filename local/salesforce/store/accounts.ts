import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { wholeSecond } from '../instants';
import { KEY_PREFIX } from '../record-ids';
import { fold } from '../schema';
import { atomically } from './atomically';
import type { Numbering } from './numbering';
import { INTEGRATION_USER_ID } from './people';
import { NoSuchRecordError, RecordRuleError } from './record-errors';

const accountRow = z.object({
  id: z.string(), name: z.string(), owner_id: z.string(), is_deleted: z.number(), master_record_id: z.nullable(z.string()),
});

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly deleted: boolean;
  /** The client into which this one was merged. */
  readonly mergedInto: string | undefined;
}

export interface NewAccount {
  /** The same number gives the same id. */
  readonly number?: number;
  /** A Salesforce id to keep, in place of a number. */
  readonly id?: string;
  readonly name: string;
  readonly ownerId?: string;
}

/** Clients. */
export class Accounts {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  create(account: NewAccount): Account {
    const id = account.id ?? this.numbering.id(KEY_PREFIX.account, account.number);
    const now = wholeSecond(this.clock.now());
    const ownerId = account.ownerId ?? INTEGRATION_USER_ID;
    if (account.name.trim() === '') throw new RecordRuleError('Name', 'A client needs a name.');
    this.database
      .prepare('INSERT INTO sf_account (id, name, owner_id, created_date, last_modified_date, system_modstamp) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, account.name, ownerId, now, now, now);
    return { id, name: account.name, ownerId, deleted: false, mergedInto: undefined };
  }

  /** Deleted and merged clients are found too; see `deleted`. */
  find(id: string): Account | undefined {
    const row = this.database.prepare('SELECT * FROM sf_account WHERE id = ?').get(id);
    return row && toAccount(row);
  }

  findByName(name: string): Account | undefined {
    const row = this.database.prepare('SELECT * FROM sf_account WHERE is_deleted = 0 AND sf_fold(name) = ? ORDER BY id LIMIT 1').get(fold(name));
    return row && toAccount(row);
  }

  all(): Account[] {
    return this.database.prepare('SELECT * FROM sf_account WHERE is_deleted = 0 ORDER BY sf_fold(name), id').all().map(toAccount);
  }

  rename(id: string, name: string): void {
    if (name.trim() === '') throw new RecordRuleError('Name', 'A client needs a name.');
    const now = wholeSecond(this.clock.now());
    const { changes } = this.database
      .prepare('UPDATE sf_account SET name = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ? AND is_deleted = 0')
      .run(name, now, now, id);
    if (changes === 0) throw new NoSuchRecordError(`client ${id}`);
  }

  /** The merged client vanishes, and its deals, contacts and files pass to the one that stays, as with Salesforce's Merge Accounts. */
  merge(keptId: string, mergedId: string): void {
    if (keptId === mergedId) throw new RecordRuleError('AccountId', 'A client cannot be merged into itself.');
    atomically(this.database, () => {
      for (const id of [keptId, mergedId]) {
        if (this.find(id)?.deleted !== false) throw new NoSuchRecordError(`client ${id}`);
      }
      const now = wholeSecond(this.clock.now());
      this.database
        .prepare('UPDATE sf_opportunity SET account_id = ?, last_modified_date = ?, system_modstamp = ? WHERE account_id = ?')
        .run(keptId, now, now, mergedId);
      this.database
        .prepare('UPDATE sf_contact SET account_id = ?, last_modified_date = ?, system_modstamp = ? WHERE account_id = ?')
        .run(keptId, now, now, mergedId);
      // A file that both clients have is linked to the one that stays already.
      this.database
        .prepare('UPDATE OR IGNORE sf_document_link SET linked_entity_id = ?, system_modstamp = ? WHERE linked_entity_id = ?')
        .run(keptId, now, mergedId);
      this.database
        .prepare('UPDATE sf_account SET is_deleted = 1, master_record_id = ?, last_modified_date = ?, system_modstamp = ? WHERE id = ?')
        .run(keptId, now, now, mergedId);
      this.database.prepare('UPDATE sf_account SET last_modified_date = ?, system_modstamp = ? WHERE id = ?').run(now, now, keptId);
    });
  }
}

function toAccount(row: unknown): Account {
  const { id, name, owner_id: ownerId, is_deleted: deleted, master_record_id: master } = accountRow.parse(row);
  return { id, name, ownerId, deleted: deleted === 1, mergedInto: master ?? undefined };
}
