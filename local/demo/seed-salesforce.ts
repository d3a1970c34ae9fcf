import type { Salesforce } from '../salesforce/salesforce';
import { clients, type DemoClient } from './company/clients';
import { morning, workingDay } from './company/days';
import { deals, stages, type DemoDeal, type DemoStage } from './company/deals';
import { people, type PersonName } from './company/people';

/** Fills the Salesforce organisation with users, clients, stages and deals, each deal with its past. */
export function seedSalesforce({ store }: Salesforce, today: string): void {
  store.batch(() => {
    const managers: readonly PersonName[] = ['zofia', 'tomasz', 'malgorzata'];
    const owners = new Map(managers.map((name, place) => [name, store.createUser({ number: 10 + place, name: people[name].name, email: people[name].email }).id]));
    for (const { mappedTo: _, ...stage } of stages satisfies readonly DemoStage[]) store.createStage(stage);
    const accounts = new Map(
      Object.values<DemoClient>(clients).map((client) => {
        const ownerId = owners.get(client.accountManager);
        return [client.number, store.createAccount({ number: client.number, name: client.name, ...(ownerId === undefined ? {} : { ownerId }) }).id];
      }),
    );
    for (const deal of Object.values<DemoDeal>(deals)) {
      const client = clients[deal.client];
      const accountId = accounts.get(client.number);
      const ownerId = owners.get(client.accountManager);
      const [first, ...later] = deal.path;
      if (first === undefined) continue;
      const { id } = store.createOpportunity({
        number: deal.number,
        name: deal.name,
        stageName: first[0],
        amount: deal.amount,
        closeDate: workingDay(today, deal.closes),
        createdDate: morning(today, first[1]),
        ...(deal.currency === undefined ? {} : { currency: deal.currency }),
        ...(accountId === undefined ? {} : { accountId }),
        ...(ownerId === undefined ? {} : { ownerId }),
      });
      for (const [stageName, day] of later) {
        store.changeOpportunity(id, { stageName, at: morning(today, day, 10), ...(ownerId === undefined ? {} : { byUserId: ownerId }) });
      }
    }
  });
}
