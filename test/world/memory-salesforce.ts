import type { ConnectionCheck } from '../../src/domain/connection-check';
import type { ApiBudget } from '../../src/domain/connection-state';
import type { Deal, OrganisationStage, StageEntry } from '../../src/domain/deal';
import { organisationId } from '../../src/domain/fixture/values';
import type { DealId } from '../../src/domain/ids';
import type { Deals } from '../../src/ports/deals';
import { NotConnected } from '../../src/ports/errors';
import type { SecretStore } from '../../src/ports/secret-store';
import type { Clock } from '../../src/ports/surroundings';

/** Salesforce as far as the port shows it: deals that a test opens, moves and deletes. */
export class MemorySalesforce {
  readonly deals = new Map<DealId, Deal>();
  private readonly deleted = new Map<DealId, Deal>();
  private readonly histories = new Map<DealId, StageEntry[]>();
  readonly stages: OrganisationStage[] = [];
  calls = 0;
  budget: ApiBudget | undefined;
  checks: readonly ConnectionCheck[] = [];

  constructor(private readonly clock: Clock) {}

  put(deal: Deal): void {
    this.deals.set(deal.id, deal);
    this.histories.set(deal.id, [...(this.histories.get(deal.id) ?? []), { stageName: deal.stageName, at: this.clock.now() }]);
  }

  change(id: DealId, changes: Partial<Deal>): void {
    const deal = this.deals.get(id);
    if (deal !== undefined) this.put({ ...deal, modifiedAt: this.clock.now(), ...changes });
  }

  remove(id: DealId): void {
    const deal = this.deals.get(id);
    if (deal === undefined) return;
    this.deals.delete(id);
    this.deleted.set(id, { ...deal, modifiedAt: this.clock.now() });
  }

  undelete(id: DealId): void {
    const deal = this.deleted.get(id);
    if (deal === undefined) return;
    this.deleted.delete(id);
    this.deals.set(id, { ...deal, modifiedAt: this.clock.now() });
  }

  port(secrets: SecretStore): Deals {
    const connected = async (): Promise<void> => {
      this.calls += 1;
      if ((await secrets.salesforceSecret()) === undefined) throw new NotConnected('salesforce');
    };
    return {
      test: async () => ({ checks: this.checks, organisationId: organisationId(1) }),
      stages: async () => {
        await connected();
        return [...this.stages];
      },
      search: async (text, limit) => {
        await connected();
        return [...this.deals.values()].filter((deal) => `${deal.name} ${deal.client?.name ?? ''}`.includes(text)).slice(0, limit);
      },
      byIds: async (ids) => {
        await connected();
        return ids.flatMap((id) => {
          const deal = this.deals.get(id);
          return deal === undefined ? [] : [{ deal, history: [...(this.histories.get(id) ?? [])] }];
        });
      },
      changedSince: async (since) => {
        await connected();
        const lines = (deals: ReadonlyMap<DealId, Deal>, isDeleted: boolean) =>
          [...deals.values()].map(({ id, stageName, modifiedAt }) => ({ id, stageName, modifiedAt, isDeleted }));
        return [...lines(this.deals, false), ...lines(this.deleted, true)]
          .filter(({ modifiedAt }) => modifiedAt >= since)
          .sort((a, b) => (a.modifiedAt < b.modifiedAt ? -1 : 1));
      },
      budget: () => this.budget,
    };
  }
}
