import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId, dealId } from '../../src/domain/fixture/values';
import { newLink } from '../../src/domain/linked-deal';
import { company, openCompany, type MemoryWorld } from '../world/memory-world';

export const client = { id: clientId(1), name: 'Żółw SA' };

/** A company whose project ALFA has one deal, with this client; the head of sales sees it, the stranger manages another project. */
export async function openLinkedClient(): Promise<MemoryWorld> {
  const memory = await openCompany();
  const deal = { ...sampleDeal(), id: dealId(1), client };
  memory.salesforce.put(deal);
  await memory.as().dealStore.add(newLink(company.project, deal, memory.clock.now()), undefined);
  return memory;
}

type Somebody = 'accountManager' | 'productOwner' | 'headOfSales' | 'administrator' | 'stranger';

/** Who calls, and the world as they see it. */
export const caller = (memory: MemoryWorld, who: Somebody) => [memory.as(company[who]), { accountId: company[who] }] as const;
