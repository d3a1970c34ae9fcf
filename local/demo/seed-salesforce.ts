import type { Salesforce } from '../salesforce/salesforce';
import { clients, type ClientName, type DemoClient } from './company/clients';
import { morning, workingDay } from './company/days';
import { deals, stages, type DealName, type DemoDeal, type DemoStage } from './company/deals';
import { entriesOf } from './company/entries';
import { people, type PersonName } from './company/people';
import { seedClientFiles, type SeededRecord } from './seed-client-files';

/** Fills the Salesforce organisation with users, clients, their people and papers, stages and deals, each deal with its past. */
export function seedSalesforce({ store }: Salesforce, today: string): void {
  store.batch(() => {
    const managers: readonly PersonName[] = ['zofia', 'tomasz', 'malgorzata'];
    const owners = new Map(managers.map((name, place) => [name, store.createUser({ number: 10 + place, name: people[name].name, email: people[name].email }).id]));
    for (const { mappedTo: _, ...stage } of stages satisfies readonly DemoStage[]) store.createStage(stage);
    const ownerOf = (client: ClientName): string => {
      const owner = owners.get(clients[client].accountManager);
      if (owner === undefined) throw new Error(`${clients[client].accountManager} manages no accounts`);
      return owner;
    };
    const seededClients = new Map<ClientName, SeededRecord>();
    for (const [name, client] of entriesOf<ClientName, DemoClient>(clients)) {
      const ownerId = ownerOf(name);
      seededClients.set(name, { id: store.createAccount({ number: client.number, name: client.name, ownerId }).id, ownerId });
    }
    const seededDeals = new Map<DealName, SeededRecord>();
    for (const [name, deal] of entriesOf<DealName, DemoDeal>(deals)) {
      const ownerId = ownerOf(deal.client);
      const accountId = seededClients.get(deal.client)?.id;
      const [first, ...later] = deal.path;
      if (first === undefined) continue;
      const { id } = store.createOpportunity({
        number: deal.number,
        name: deal.name,
        stageName: first[0],
        amount: deal.amount,
        closeDate: workingDay(today, deal.closes),
        createdDate: morning(today, first[1]),
        ownerId,
        ...(deal.currency === undefined ? {} : { currency: deal.currency }),
        ...(accountId === undefined ? {} : { accountId }),
      });
      for (const [stageName, day] of later) store.changeOpportunity(id, { stageName, at: morning(today, day, 10), byUserId: ownerId });
      seededDeals.set(name, { id, ownerId });
    }
    seedClientFiles(store, today, { clients: seededClients, deals: seededDeals });
  });
}
