import type { MissingDocument } from '../../domain/gate-evidence';
import { clientsOf } from '../../domain/linked-deal';
import type { ClientStore } from '../../ports/client-store';
import type { DealStore } from '../../ports/deal-store';
import type { Documents } from '../../ports/gate-facts';

/** What is missing for a project, as it was last looked at for its clients. */
export const storedDocuments = ({ dealStore, clients }: { readonly dealStore: Pick<DealStore, 'ofProject'>; readonly clients: Pick<ClientStore, 'standing'> }): Documents => ({
  async missing(projectId) {
    const deals = await dealStore.ofProject(projectId);
    const owners = clientsOf(deals);
    const nameOf = new Map(deals.map(({ deal }) => [deal.id, deal.name]));
    let isWhole = owners.length > 0;
    const found: MissingDocument[] = [];
    for (const { id, name } of owners) {
      const documents = (await clients.standing(id))?.documents ?? null;
      if (documents === null) isWhole = false;
      for (const { requirement, dealId } of documents?.missing ?? []) {
        const of = dealId === null ? name : nameOf.get(dealId);
        if (of !== undefined) found.push({ requirement, of });
      }
    }
    // That nothing is missing can be said of clients that were all looked at alone.
    return isWhole || found.length > 0 ? { kind: 'known', value: found } : { kind: 'notConnected' };
  },
});
