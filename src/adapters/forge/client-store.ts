import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { defaultClientSettings, unseen, type ClientStanding } from '../../domain/client-standing';
import type { ClientStore } from '../../ports/client-store';
import { queryAll } from './query-all';
import { entityNames, type ClientStandingRecord } from './records';
import { createRevisedRecords } from './revised-records';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.clientStanding;
const clients = kvs.entity<ClientStandingRecord>(entityName);

const recordOf = (standing: ClientStanding): ClientStandingRecord => ({ clientId: standing.clientId, revision: standing.revision, list: 'all', nextAt: standing.nextAt ?? '', content: standing });

export const clientStore: ClientStore = {
  async standing(clientId) {
    return (await clients.get(clientId))?.content;
  },

  async standings() {
    return (await queryAll<ClientStandingRecord>({ entity: entityName, index: 'by-next-look', partition: ['all'] })).map(({ content }) => content);
  },

  async save(standing) {
    // Conditions need a record to look at, so the first write makes one.
    if (standing.revision === 1) await clientStore.enrol(standing.clientId);
    const conditions = new Filter<ClientStandingRecord>().and('revision', FilterConditions.equalTo(standing.revision - 1));
    await conditionally('client standing', () => kvs.transact().set(standing.clientId, recordOf(standing), { entityName, conditions }).execute());
  },

  async enrol(clientId) {
    await ensure(() => clients.set(clientId, recordOf(unseen(clientId)), { keyPolicy: 'FAIL_IF_EXISTS' }));
  },

  async due(instant, most) {
    return (await queryAll<ClientStandingRecord>({ entity: entityName, index: 'by-next-look', partition: ['all'], upTo: instant }, most)).map(({ content }) => content);
  },

  settings: createRevisedRecords('client', defaultClientSettings),
};
