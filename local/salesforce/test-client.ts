import type { Account } from './store/accounts';
import type { Contact } from './store/contacts';
import type { Opportunity } from './store/opportunities';
import type { TestOrg } from './test-org';

export interface TestClient {
  readonly account: Account;
  readonly deal: Opportunity;
  readonly anna: Contact;
  readonly jan: Contact;
}

/** A client with a deal and two people, one of whom reports to the other. */
export function furnishClient({ store }: TestOrg): TestClient {
  const account = store.createAccount({ number: 1, name: 'Żółw SA' });
  const deal = store.createOpportunity({ number: 1, name: 'Portal', accountId: account.id, stageName: 'Prospecting', amount: '100', closeDate: '2026-12-01' });
  const anna = store.contacts.create({ number: 1, accountId: account.id, firstName: 'Anna', lastName: 'Żak', title: 'Prezeska', email: 'anna.zak@zolw.example' });
  const jan = store.contacts.create({ number: 2, accountId: account.id, firstName: 'Jan', lastName: 'Lis', reportsToId: anna.id });
  return { account, deal, anna, jan };
}

/** Sends JSON to a path of the data API. */
export function send(org: TestOrg, method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Response> {
  return org.data(path, { method, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
}

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
