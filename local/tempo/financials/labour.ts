import type { Plan, Worklog } from '../model';
import { plannedDays } from '../planned-time';
import type { Books } from './books';
import type { TempoProject } from './model';
import { priceOf, type Amount } from './money';
import { RateBook } from './rate-book';

/** Somebody's time on one day, and what it costs and brings; what nobody has a rate for is left out. */
export interface Labour {
  readonly day: string;
  readonly accountId: string;
  readonly roleId: number | undefined;
  /** Undefined for a plan on a project. */
  readonly issueId: string | undefined;
  readonly seconds: number;
  readonly costRate?: Amount | undefined;
  readonly cost?: Amount | undefined;
  readonly billingRate?: Amount | undefined;
  readonly revenue?: Amount | undefined;
}

export interface LoggedLabour extends Labour {
  readonly worklogId: number;
  readonly billableSeconds: number;
}

export interface PlannedLabour extends Labour {
  readonly planId: number;
}

/** Time logged until a day, that day included, as far as the project counts it; by day. */
export function loggedLabour(books: Books, project: TempoProject, until: string): LoggedLabour[] {
  const worklogs = worklogsInScope(books, project).filter(({ day }) => day <= until && isInTimeframe(project, day));
  const price = pricing(books, project);
  // "If there are no hours logged specifically as Billable, the Billing Rate is applied to all hours" (help, "Enable project revenue tracking").
  const anyBillable = worklogs.some(({ billableSeconds }) => billableSeconds > 0);
  return worklogs.map(({ id, day, authorId, issueId, seconds, billableSeconds }) => ({
    ...price({ day, accountId: authorId, seconds, sold: anyBillable ? billableSeconds : seconds }),
    issueId,
    worklogId: id,
    billableSeconds,
  }));
}

/** What people are planned for from one day to another, both included; by day. Placeholders of roles are nobody's labour. */
export function plannedLabour(books: Books, project: TempoProject, { from, to }: { from?: string | undefined; to?: string | undefined }): PlannedLabour[] {
  const price = pricing(books, project);
  return plansInScope(books, project)
    .flatMap((plan) =>
      plannedDays(books.store, plan)
        .filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to) && isInTimeframe(project, date))
        .map(({ date, seconds }) => ({
          ...price({ day: date, accountId: plan.assigneeId, seconds, sold: seconds }),
          issueId: plan.planItemType === 'ISSUE' ? plan.planItemId : undefined,
          planId: plan.id,
        })),
    )
    .sort((one, other) => (one.day === other.day ? one.planId - other.planId : one.day < other.day ? -1 : 1));
}

/** The issues that a project consists of; undefined where Jira does not list them. */
export function issuesInScope({ jira }: Books, { scope }: TempoProject): readonly string[] | undefined {
  if (scope.type !== 'JIRA_PROJECTS') return scope.issueIds;
  return jira.issuesOf === undefined ? undefined : scope.jiraProjectIds.flatMap((id) => jira.issuesOf?.(id) ?? []);
}

/** "Any time logged or expense added" outside a fixed timeframe is not counted (help, "Financial Manager FAQ"). */
export function isInTimeframe({ timeframe }: TempoProject, day: string): boolean {
  return timeframe === undefined || (day >= timeframe.startDate && day <= timeframe.endDate);
}

function worklogsInScope({ store }: Books, { scope }: TempoProject): Worklog[] {
  if (scope.type === 'JIRA_PROJECTS') return store.worklogs.on({ projectIds: scope.jiraProjectIds });
  return store.worklogs.on({ issueIds: scope.issueIds }).filter(({ createdAt }) => createdAt <= scope.syncedAt);
}

function plansInScope(books: Books, project: TempoProject): Plan[] {
  const { store } = books;
  const issueIds = issuesInScope(books, project) ?? [];
  const onIssues = issueIds.length === 0 ? [] : store.plans.search({ issueIds, assigneeTypes: ['USER'] });
  if (project.scope.type !== 'JIRA_PROJECTS' || !store.financialSettings.get().projectPlansCount) return onIssues;
  return [...onIssues, ...store.plans.search({ projectIds: project.scope.jiraProjectIds, assigneeTypes: ['USER'] })];
}

interface Worked {
  readonly day: string;
  readonly accountId: string;
  readonly seconds: number;
  /** Of these, or of none logged as billable all, what the client pays for. */
  readonly sold: number;
}

function pricing({ store }: Books, project: TempoProject): (worked: Worked) => Omit<Labour, 'issueId'> {
  const rates = new RateBook(store, project);
  const { currency } = project;
  const hasMoney = project.type === 'MONETARY_BASED' && store.financialSettings.get().isLicensed;
  const isSold = hasMoney && project.isTrackingRevenue && !project.isFixedPrice;
  return ({ day, accountId, seconds, sold }) => {
    const cost = hasMoney ? rates.on(day, accountId, 'COST') : undefined;
    const billing = isSold ? rates.on(day, accountId, 'BILLING') : undefined;
    return {
      day,
      accountId,
      roleId: rates.roleOf(accountId),
      seconds,
      ...(cost === undefined ? {} : { costRate: { currency, minor: cost.minor }, cost: { currency, minor: priceOf(seconds, cost.minor) } }),
      ...(billing === undefined ? {} : { billingRate: { currency, minor: billing.minor }, revenue: { currency, minor: priceOf(sold, billing.minor) } }),
    };
  };
}
