import { dayAt } from '../../domain/calendar';
import type { StageMapping } from '../../domain/deal';
import type { GuidelinesVersion } from '../../domain/guidelines';
import type { DealId, ProjectId } from '../../domain/ids';
import { firstDeal } from '../../domain/linked-deal';
import type { PlainDate } from '../../domain/plain-date';
import type { SeenDeal } from '../../ports/deals';
import type { Company } from '../../ports/settings-store';
import type { World } from '../../ports/world';

/** What many deals' syncs have in common, read once. */
export interface Look {
  readonly mapping: StageMapping;
  readonly company: Company;
  readonly today: PlainDate;
  /** The deal as Salesforce has it now; undefined when it has it no more. @throws what kept Salesforce from being read. */
  deal(id: DealId): SeenDeal | undefined;
  project(id: ProjectId): Promise<ProjectFacts>;
}

export interface ProjectFacts {
  readonly guidelines: GuidelinesVersion | undefined;
  /** Carries the staffing lines that name no deal. */
  readonly firstDealId: DealId | undefined;
}

/** Looks at the deals in Salesforce, all at once. A failure is each deal's own, and told to who asks for one. */
export async function lookAtDeals({ deals, settings, guidelines, dealStore, clock }: World, ids: readonly DealId[]): Promise<Look> {
  const [mapping, company] = await Promise.all([settings.mapping(), settings.company()]);
  const seen = ids.length === 0 ? [] : await deals.byIds(ids).catch((error: unknown) => ({ error }));
  const byId = 'error' in seen ? undefined : new Map(seen.map((one) => [one.deal.id, one]));
  const projects = new Map<ProjectId, Promise<ProjectFacts>>();

  async function readProject(id: ProjectId): Promise<ProjectFacts> {
    const [version, siblings] = await Promise.all([guidelines.current(id), dealStore.ofProject(id)]);
    return { guidelines: version, firstDealId: firstDeal(siblings)?.deal.id };
  }

  return {
    mapping,
    company,
    today: dayAt(clock.now(), company.timeZone),
    deal(id) {
      if ('error' in seen) throw seen.error;
      return byId?.get(id);
    },
    project(id) {
      const known = projects.get(id) ?? readProject(id);
      projects.set(id, known);
      return known;
    },
  };
}
