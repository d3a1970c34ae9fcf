import type { Answer, TempoFixture } from './tempo-fixture';
import type { TempoProject, TempoProjectContent } from './financials/model';

export const DEVELOPER = 'dev:piotr';
export const MANAGER = 'am-anna';
export const JIRA_PROJECT = '10001';
export const ISSUE = '20001';

/** A project over one Jira project, owned by nobody in particular: cost 100.00 and billing 250.00 an hour, budget 10 000.00. */
export function openProject(tempo: TempoFixture, changes: Partial<TempoProjectContent> = {}): TempoProject {
  return tempo.store.projects.create({
    name: 'Portal', ownerId: 'owner', scope: { type: 'JIRA_PROJECTS', jiraProjectIds: [JIRA_PROJECT] },
    defaultCostRate: 10_000, defaultBillingRate: 25_000, budget: 1_000_000, ...changes,
  });
}

interface Logged {
  readonly day: string;
  readonly seconds: number;
  readonly billable?: number;
  readonly by?: string;
  readonly issue?: string;
}

export function log(tempo: TempoFixture, { day, seconds, billable = seconds, by = DEVELOPER, issue = ISSUE }: Logged): void {
  tempo.store.worklogs.add({ issueId: issue, projectId: JIRA_PROJECT, authorId: by, day, seconds, billableSeconds: billable, description: '' });
}

export const readProject = (tempo: TempoFixture, { id }: TempoProject, path: string, headers?: Record<string, string>): Promise<Answer> =>
  tempo.call('GET', `/4/projects/${id}${path}`, undefined, headers);

/** An amount as the API writes it. */
export const amount = (value: number, currencyCode = 'PLN') => ({ currencyCode, value });
