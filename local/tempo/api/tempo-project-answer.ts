import { nextSyncOf } from '../financials/synchronisation';
import type { TempoProject } from '../financials/model';
import { amountAnswer } from '../financials/money';
import { userAnswer } from './financial-answers';
import type { SeenProject } from './financial-access';

export interface ProjectSurroundings {
  readonly origin: string;
  readonly isLicensed: boolean;
  /** What a Jira project is called. */
  nameOf(jiraProjectId: string): string | undefined;
}

const urlOf = (origin: string, { id }: TempoProject): string => `${origin}/4/projects/${id}`;

/** Schema Project of Tempo REST API 4.0. "Financial information is only returned when Financial Manager is installed and licensed." */
export function tempoProjectAnswer(around: ProjectSurroundings, { project, isFull }: SeenProject): object {
  const self = urlOf(around.origin, project);
  return {
    self,
    id: project.id,
    name: project.name,
    owner: userAnswer(around.origin, project.ownerId),
    status: project.status,
    editable: isFull,
    generalAccess: project.generalAccess,
    ...autoSync(project),
    scope: scopeAnswer(around, project),
    timeframe: { self: `${self}/timeframe` },
    roles: { self: `${self}/team-members/roles` },
    ...(around.isLicensed ? financials(self, project, isFull) : {}),
  };
}

/** Schema Scope. */
export function scopeAnswer({ origin, nameOf }: Pick<ProjectSurroundings, 'origin' | 'nameOf'>, project: TempoProject): object {
  const self = `${urlOf(origin, project)}/scope`;
  const { scope } = project;
  const source =
    scope.type === 'JIRA_PROJECTS'
      ? { type: scope.type, reference: scope.jiraProjectIds.join(','), title: scope.jiraProjectIds.map((id) => nameOf(id) ?? id).join(', ') }
      : { type: scope.type, reference: scope.reference, title: scope.title };
  return { self, source, tasks: { self: `${self}/tasks` } };
}

/** "Auto sync cannot be set for projects with a Jira project based scope, as these projects sync automatically." */
function autoSync({ scope }: TempoProject): object {
  if (scope.type === 'JIRA_PROJECTS') return {};
  const next = nextSyncOf(scope);
  return { autoSync: { schedule: scope.schedule, ...(next === undefined ? {} : { nextScheduledSyncAt: next, timeZoneOffsetInHours: 0 }) } };
}

/** "Default cost rates and default billing rates are not returned for time-based projects", nor are rates and expenses. */
function financials(self: string, project: TempoProject, isFull: boolean): object {
  const { type, currency, budget, defaultCostRate, defaultBillingRate } = project;
  const money = (minor: number): object => amountAnswer({ currency, minor });
  const own = {
    type,
    isFixedPrice: project.isFixedPrice,
    isTrackingRevenue: project.isTrackingRevenue,
    isUsingAccountRates: project.isUsingAccountRates,
    isUsingGlobalCostRates: project.isUsingGlobalCostRates,
    tags: project.tags,
    attributeValues: [],
    budgetMilestones: { self: `${self}/budget-milestones` },
    laborActuals: { self: `${self}/actuals/labor` },
  };
  if (type === 'TIME_BASED') return own;
  return {
    ...own,
    ...(budget === undefined ? {} : { budget: { self: `${self}/budget`, amount: money(budget) } }),
    ...(isFull && defaultCostRate !== undefined ? { defaultCostRate: money(defaultCostRate) } : {}),
    ...(isFull && defaultBillingRate !== undefined ? { defaultBillingRate: money(defaultBillingRate) } : {}),
    expenseActuals: { self: `${self}/actuals/expenses` },
    expenses: { self: `${self}/expenses` },
    rates: { self: `${self}/team-members/rates` },
  };
}
