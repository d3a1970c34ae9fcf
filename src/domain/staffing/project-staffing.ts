import { stageOf, type StageMapping } from '../deal';
import type { Guidelines } from '../guidelines';
import type { AccountId, DealId, ProjectId } from '../ids';
import { firstDeal, waitsForProject, type LinkedDeal } from '../linked-deal';
import type { Money } from '../money';
import type { PlainDate } from '../plain-date';
import type { PlannedStage } from '../release';
import type { Alternative } from './alternatives';
import { roleKey, type StaffedDeal, type StaffedLine } from './lines';

/** A deal as it is noted: its stage follows from the mapping when it is read, so that another mapping changes no record. */
export interface NotedDeal {
  readonly id: DealId;
  readonly name: string;
  /** `OpportunityStage.ApiName`. */
  readonly stageName: string;
  /** Under which stage its entries were brought back, where they were. */
  readonly reprieve: PlannedStage | null;
  readonly probability: number | null;
  readonly amount: Money | null;
}

/** That a deal in negotiation, once won, leaves a role or a person with more work than time. */
export interface StaffingRisk {
  readonly dealId: DealId;
  readonly dealName: string;
  readonly role: string;
  /** Null for the role as a whole. */
  readonly person: AccountId | null;
  /** Mondays of the first and the last week. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Minutes that are missing in the worst of these weeks. */
  readonly mostMinutes: number;
  readonly alternatives: readonly Alternative[];
}

/** Whom a project needs, and the deals on which that depends. */
export interface ProjectStaffing {
  readonly projectId: ProjectId;
  readonly project: { readonly key: string; readonly name: string } | null;
  readonly deals: readonly NotedDeal[];
  readonly lines: readonly StaffedLine[];
  /** Null where deals or lines changed since they were weighed. */
  readonly risks: readonly StaffingRisk[] | null;
}

/** What guidelines and deals come to; a closed project and a deal that Salesforce no longer has need nobody. */
export function staffingOf(projectId: ProjectId, guidelines: Guidelines | undefined, links: readonly LinkedDeal[]): Pick<ProjectStaffing, 'deals' | 'lines'> {
  const first = firstDeal(links)?.deal.id;
  const live = links.filter((link) => link.sync.kind !== 'gone' && !waitsForProject(link));
  const ids = new Set(live.map(({ deal }) => deal.id));
  return {
    deals: live.map(({ deal: { id, name, stageName, probability, amount }, reprieve }) => ({ id, name, stageName, reprieve: reprieve?.stage ?? null, probability, amount })),
    lines: (guidelines?.staffing ?? []).flatMap(({ id, dealId, role, person, from, to, minutesPerDay }) => {
      const deal = dealId ?? first;
      return deal !== undefined && ids.has(deal) ? [{ projectId, lineId: id, dealId: deal, role, person, from, to, minutesPerDay }] : [];
    }),
  };
}

export const staffedDeal = ({ id, name, stageName, reprieve, probability, amount }: NotedDeal, mapping: StageMapping): StaffedDeal => ({
  id, name, stage: reprieve ?? stageOf({ stageName }, mapping) ?? null, probability, amount,
});

/** The last day of any of the lines; undefined without any. */
export const lastDayOf = (lines: readonly Pick<StaffedLine, 'to'>[]): PlainDate | undefined =>
  lines.reduce<PlainDate | undefined>((last, { to }) => (last === undefined || to > last ? to : last), undefined);

/**
 * In which role each person is: as the company's rates say, and otherwise the one in which most lines name them, by its name where
 * two are even. Only people in roles that somebody asks for, and people who are named.
 */
export function holdersOf(lines: readonly StaffedLine[], people: readonly { readonly accountId: AccountId; readonly role: string }[]): ReadonlyMap<AccountId, string> {
  const asked = new Set(lines.map(({ role }) => roleKey(role)));
  const named = new Map<AccountId, Map<string, { readonly role: string; times: number }>>();
  for (const { person, role } of lines) {
    if (person === null) continue;
    const roles = named.get(person.accountId) ?? new Map<string, { readonly role: string; times: number }>();
    const seen = roles.get(roleKey(role)) ?? { role, times: 0 };
    seen.times += 1;
    named.set(person.accountId, roles.set(roleKey(role), seen));
  }
  const known = people.filter(({ accountId, role }) => named.has(accountId) || asked.has(roleKey(role)));
  const rest = [...named].map(([accountId, roles]) => {
    const [most] = [...roles.values()].sort((a, b) => b.times - a.times || (a.role < b.role ? -1 : 1));
    return [accountId, most?.role ?? ''] as const;
  });
  return new Map([...rest, ...known.map(({ accountId, role }) => [accountId, role] as const)]);
}
