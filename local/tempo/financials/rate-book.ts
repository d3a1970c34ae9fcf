import type { TempoStore } from '../store/tempo-store';
import { uuidOf } from './ids';
import type { HourlyRate, RateCategory, RateOwner, TempoProject } from './model';

/** A rate of a team member, and where it comes from. */
export interface MemberRate extends HourlyRate {
  readonly source: 'PROJECT' | 'TEAM_MEMBER' | 'ROLE';
  /** Only a rate that was set for the member has one. */
  readonly id?: string | undefined;
}

/**
 * The rates of one project's people (Financial Manager's help, "Project cost rates and billing rates", "Flexible rates"):
 * the company's by role override where the project uses them; then what was set for the member; then the project's default;
 * then the company's all the same.
 */
export class RateBook {
  private readonly known = new Map<string, readonly MemberRate[]>();
  private readonly defaultRoleId: number | undefined;

  constructor(
    private readonly store: TempoStore,
    private readonly project: TempoProject,
  ) {
    this.defaultRoleId = store.teams.roles().find(({ isDefault }) => isDefault)?.id;
  }

  roleOf(accountId: string): number | undefined {
    return this.project.roles[accountId] ?? this.defaultRoleId;
  }

  /** All rates of a member, earliest first. */
  ratesOf(accountId: string, category: RateCategory): readonly MemberRate[] {
    const key = `${category} ${accountId}`;
    const known = this.known.get(key) ?? this.read(accountId, category);
    this.known.set(key, known);
    return known;
  }

  /** The rate of an hour worked on a day; undefined where nobody has set one. */
  on(day: string, accountId: string, category: RateCategory): MemberRate | undefined {
    return this.ratesOf(accountId, category).findLast(({ effectiveDate = '' }) => effectiveDate <= day);
  }

  private read(accountId: string, category: RateCategory): readonly MemberRate[] {
    const { project, store } = this;
    const ofCompany = this.ofRole(this.roleOf(accountId), category);
    const usesCompany = category === 'COST' ? project.isUsingGlobalCostRates : project.isUsingAccountRates;
    if (usesCompany && ofCompany.length > 0) return ofCompany;
    const owner = { projectId: project.id, accountId };
    const own = store.rates.of(owner, category).map((rate): MemberRate => ({ ...rate, source: 'TEAM_MEMBER', id: rateId(owner, category, rate) }));
    if (own[0] !== undefined && own[0].effectiveDate === undefined) return own;
    const byDefault = category === 'COST' ? project.defaultCostRate : project.defaultBillingRate;
    if (byDefault !== undefined) return [{ minor: byDefault, source: 'PROJECT' }, ...own];
    return own.length > 0 ? own : ofCompany;
  }

  private ofRole(roleId: number | undefined, category: RateCategory): readonly MemberRate[] {
    const ofOwner = (owner: RateOwner): MemberRate[] => this.store.rates.of(owner, category).map((rate) => ({ ...rate, source: 'ROLE' }));
    const own = roleId === undefined ? [] : ofOwner({ roleId });
    return own.length > 0 ? own : ofOwner({ roleId: null });
  }
}

/** How the API calls a rate that was set for a member. */
function rateId({ projectId, accountId }: Exclude<RateOwner, { roleId: unknown }>, category: RateCategory, { effectiveDate = '' }: HourlyRate): string {
  return uuidOf('rate', projectId, accountId, category, effectiveDate);
}
