import type { PlanContent, WorklogContent } from '../tempo/model';
import type { Tempo } from '../tempo/tempo';
import { workingDay } from './company/days';
import { internalIssueId } from './company/internal';
import { everyone, people } from './company/people';
import { genericResources, plans, teams, type DemoPlan } from './company/plans';
import { projects } from './company/projects';
import { worklogs, type DemoWorklog } from './company/worklogs';
import { seedFinancials } from './seed-financials';

/**
 * Fills Tempo with people, roles, teams, the plans that were entered by hand, logged time, and the projects of Financial Manager.
 * What is there already is not made again, so that a start that broke off is continued.
 */
export function seedTempo({ store }: Tempo, today: string, issueId: (key: string) => string, issuesOf: (projectId: string) => readonly string[]): void {
  for (const { accountId, name, jobTitle, active, hoursPerDay, department } of everyone) {
    store.createPerson({
      accountId, displayName: name, role: jobTitle.pl, active, secondsPerDay: hoursPerDay * 3600, reviewer: department === 'delivery' || accountId === people.ewa.accountId,
    });
  }
  const resources = new Set(store.resources.all().map(({ name }) => name));
  for (const name of genericResources) if (!resources.has(name)) store.createGenericResource(name);
  const known = new Set(store.teams.all().map(({ name }) => name));
  for (const { name, lead, members, projects: linked } of teams) {
    if (known.has(name)) continue;
    store.createTeam({
      name,
      leadId: people[lead].accountId,
      memberIds: members.map((member) => people[member].accountId),
      projectIds: linked.map((project) => projects[project].id),
    });
  }
  const planned = new Set(store.plans.search({}).map(nameOf));
  for (const content of plans.map((plan) => contentOf(plan, today))) {
    if (!planned.has(nameOf(content))) store.createPlan(content, people.ewa.accountId);
  }
  if (store.worklogs.isEmpty()) store.worklogs.addAll(worklogs(today).map((worklog) => loggedOf(worklog, issueId)));
  seedFinancials(store, today, issuesOf);
}

/** Each on the project's first issue: which one it is nobody asks here. */
function loggedOf({ project, person, day, hours, billable }: DemoWorklog, issueId: (key: string) => string): WorklogContent {
  const { id, key } = projects[project];
  return { issueId: issueId(`${key}-1`), projectId: id, authorId: people[person].accountId, day, seconds: hours * 3600, billableSeconds: billable * 3600, description: '' };
}

/** What tells two of these plans apart. */
const nameOf = ({ assigneeId, planItemId, startDate, description }: PlanContent): string => [assigneeId, planItemId, startDate, description].join('\n');

function contentOf(plan: DemoPlan, today: string): PlanContent {
  return {
    assigneeId: people[plan.person].accountId,
    assigneeType: 'USER',
    ...('project' in plan.on
      ? { planItemId: projects[plan.on.project].id, planItemType: 'PROJECT' }
      : { planItemId: internalIssueId(plan.on.internal), planItemType: 'ISSUE' }),
    startDate: workingDay(today, plan.from),
    endDate: workingDay(today, plan.to),
    effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: plan.hours * 3600 },
    includeNonWorkingDays: false,
    description: plan.description,
  };
}
