import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { BillingDocument } from '../../domain/billing-document';
import { isProjectId, type ProjectId } from '../../domain/ids';
import type { BillingStore } from '../../ports/billing-store';
import { queryAll } from './query-all';
import { entityNames, keys, type BillingDocumentRecord, type StateRecord } from './records';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.billingDocument;
/** One place of a transaction is the book's own revision. */
const documentsAtOnce = 24;

const bookName = (projectId: ProjectId): string => `billing:${projectId}`;
const books = kvs.entity<StateRecord<null>>(entityNames.state);

const recordOf = (projectId: ProjectId, document: BillingDocument): BillingDocumentRecord => ({
  projectId,
  documentId: document.id,
  list: document.settledOn === null ? 'open' : 'settled',
  dueOn: document.dueOn,
  content: document,
});

export const billingStore: BillingStore = {
  async book(projectId) {
    const [book, records] = await Promise.all([
      books.get(bookName(projectId)),
      queryAll<BillingDocumentRecord>({ entity: entityName, index: 'by-project', partition: [projectId] }),
    ]);
    return { revision: book?.revision ?? 0, documents: records.map(({ content }) => content) };
  },

  async change(projectId, revision, { put, remove }) {
    const name = bookName(projectId);
    // Conditions need a record to look at, so the first write makes one.
    if (revision === 0) await ensure(() => books.set(name, { name, revision: 0, content: null }, { keyPolicy: 'FAIL_IF_EXISTS' }));
    const steps = [...put.map((document) => ({ key: keys.billingDocument(projectId, document.id), document })), ...remove.map((id) => ({ key: keys.billingDocument(projectId, id), document: null }))];
    for (let first = 0, now = revision; first < steps.length; first += documentsAtOnce, now += 1) {
      const conditions = new Filter<StateRecord<null>>().and('revision', FilterConditions.equalTo(now));
      let transaction = kvs.transact().set(name, { name, revision: now + 1, content: null }, { entityName: entityNames.state, conditions });
      for (const { key, document } of steps.slice(first, first + documentsAtOnce)) {
        transaction = document === null ? transaction.delete(key, { entityName }) : transaction.set(key, recordOf(projectId, document), { entityName });
      }
      await conditionally('billing', () => transaction.execute());
    }
  },

  async due(upTo, most) {
    const records = await queryAll<BillingDocumentRecord>({ entity: entityName, index: 'by-list', partition: ['open'], upTo }, most);
    return records.flatMap(({ projectId, content }) => (isProjectId(projectId) ? [{ projectId, document: content }] : []));
  },
};
