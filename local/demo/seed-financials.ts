import { minorUnits } from '../salesforce/money';
import type { TempoProject } from '../tempo/financials/model';
import type { TempoStore } from '../tempo/store/tempo-store';
import type { NewProject } from '../tempo/store/tempo-project-table';
import { pastWorkingDay } from './company/days';
import { financialProjects, ratesOfOthers, ratesSince } from './company/financials';
import { people, type PersonName } from './company/people';
import { projects } from './company/projects';
import { rates, roles } from './company/rates';

type DemoFinancials = (typeof financialProjects)[number];

const memberRole = 'Member';
const tenth = 10;

/**
 * Gives Financial Manager roles with their rates, and its projects with their expenses and fixed revenue.
 * What is there already is not made again.
 */
export function seedFinancials(store: TempoStore, today: string, issuesOf: (projectId: string) => readonly string[]): void {
  const roleIds = seedRoles(store);
  seedRates(store, roleIds);
  // Opiekun plans on projects: here they count, so that a forecast can be looked at.
  store.financialSettings.set({ projectPlansCount: true });
  for (const given of financialProjects) {
    const project = store.projects.all().find(({ name }) => name === given.name) ?? store.projects.create(contentOf(given, roleIds, issuesOf));
    seedEntries(store, project, given, today);
  }
}

function seedRoles({ teams }: TempoStore): ReadonlyMap<string, number> {
  const known = new Map(teams.roles().map(({ name, id }) => [name, id]));
  if (!known.has(memberRole)) known.set(memberRole, teams.createRole(memberRole, true).id);
  for (const { role } of rates) if (!known.has(role)) known.set(role, teams.createRole(role).id);
  return known;
}

/** A role that is not sold is billed at nothing. */
function seedRates(store: TempoStore, roleIds: ReadonlyMap<string, number>): void {
  for (const { role, cost, billing = '0.00' } of rates) {
    const roleId = roleIds.get(role);
    if (roleId === undefined) continue;
    const minor = minorUnits(cost);
    store.rates.put({ roleId }, 'COST', { minor: minor - Math.floor(minor / tenth) });
    store.rates.put({ roleId }, 'COST', { effectiveDate: ratesSince, minor });
    store.rates.put({ roleId }, 'BILLING', { minor: minorUnits(billing) });
  }
  store.rates.put({ roleId: null }, 'COST', { minor: minorUnits(ratesOfOthers.cost) });
  store.rates.put({ roleId: null }, 'BILLING', { minor: minorUnits(ratesOfOthers.billing) });
}

function contentOf(given: DemoFinancials, roleIds: ReadonlyMap<string, number>, issuesOf: (projectId: string) => readonly string[]): NewProject {
  const { name, over, filter, owner, budget, currency = 'PLN', isFixedPrice = false, billingRate, costRate, otherRoles = {} } = given;
  const jiraProjectIds = over.map((project) => projects[project].id);
  const inRoles = Object.entries<string>({ ...roles, ...otherRoles }).flatMap(([person, role]) => {
    const roleId = roleIds.get(role);
    return isPersonName(person) && roleId !== undefined ? [[people[person].accountId, roleId] as const] : [];
  });
  return {
    name,
    ownerId: people[owner].accountId,
    currency,
    isFixedPrice,
    isUsingGlobalCostRates: costRate === undefined,
    isUsingAccountRates: billingRate === undefined,
    defaultCostRate: costRate === undefined ? undefined : minorUnits(costRate),
    defaultBillingRate: billingRate === undefined ? undefined : minorUnits(billingRate),
    budget: budget === undefined ? undefined : minorUnits(budget),
    roles: Object.fromEntries(inRoles),
    scope:
      filter === undefined
        ? { type: 'JIRA_PROJECTS', jiraProjectIds }
        : { type: 'FILTER', ...filter, finds: jiraProjectIds, issueIds: jiraProjectIds.flatMap((id) => issuesOf(id)), schedule: 'OFF' },
  };
}

const isPersonName = (name: string): name is PersonName => Object.hasOwn(people, name);

function seedEntries({ moneyEntries }: TempoStore, project: TempoProject, { entries }: DemoFinancials, today: string): void {
  for (const { kind, description, day, amount, currency = project.currency, category, months } of entries) {
    if (moneyEntries.of(project.id, kind).some((entry) => entry.description === description)) continue;
    moneyEntries.add({
      kind,
      projectId: project.id,
      date: pastWorkingDay(today, day),
      amount: { currency, minor: minorUnits(amount) },
      description,
      category,
      ...(months === undefined ? {} : { recurrence: { everyMonths: 1, count: months } }),
    });
  }
}
