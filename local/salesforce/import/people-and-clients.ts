import { createHash } from 'node:crypto';
import { canonicalId, FIRST_UNRESERVED_NUMBER, KEY_PREFIX } from '../record-ids';
import { fold } from '../schema';
import type { SalesforceStore } from '../store/store';
import { RowError } from './import-error';

/** A number for a record that follows from a text alone, beyond those that callers and pages give. */
export function numberFor(text: string): number {
  return FIRST_UNRESERVED_NUMBER * 1_000 + createHash('sha256').update(text).digest().readUIntBE(0, 6);
}

/** Finds the clients and users that rows name, and creates those that the org does not have. */
export class PeopleAndClients {
  newClients = 0;
  newUsers = 0;
  private readonly clients = new Map<string, string>();
  private readonly users = new Map<string, string>();

  constructor(private readonly store: SalesforceStore) {}

  /** @returns the client's id; undefined where the row names none. @throws RowError */
  client(id: string, name: string): string | undefined {
    if (id === '' && name === '') return undefined;
    return this.settle(this.clients, id, name, () => {
      const known = id === '' ? this.store.accounts.findByName(name) : this.store.accounts.find(salesforceId(id, KEY_PREFIX.account));
      if (known?.deleted === true) throw new RowError(`the client ${id} is deleted or merged into another`);
      if (known) return known.id;
      this.newClients += 1;
      return this.store.createAccount(id === '' ? { number: numberFor(fold(name)), name } : { id: salesforceId(id, KEY_PREFIX.account), name: name || id }).id;
    });
  }

  /** @returns the user's id; undefined where the row names none. @throws RowError */
  user(id: string, name: string): string | undefined {
    if (id === '' && name === '') return undefined;
    return this.settle(this.users, id, name, () => {
      const known = id === '' ? this.store.people.findByName(name) : this.store.people.find(salesforceId(id, KEY_PREFIX.user));
      if (known) return known.id;
      this.newUsers += 1;
      return this.store.createUser(id === '' ? { number: numberFor(fold(name)), name } : { id: salesforceId(id, KEY_PREFIX.user), name: name || id }).id;
    });
  }

  private settle(known: Map<string, string>, id: string, name: string, find: () => string): string {
    const key = id === '' ? `name ${fold(name)}` : `id ${id}`;
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  }
}

function salesforceId(text: string, prefix: string): string {
  const id = canonicalId(text);
  if (!id?.startsWith(prefix)) throw new RowError(`"${text}" is not a Salesforce id that begins with ${prefix}`);
  return id;
}
