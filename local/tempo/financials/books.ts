import type { Clock } from '../../clock';
import type { JiraItems } from '../api/environment';
import type { TempoStore } from '../store/tempo-store';
import { uuidOf } from './ids';
import type { TempoProject } from './model';
import { issuesOfSource, nextSyncOf } from './synchronisation';

/** All that figures are computed of. */
export interface Books {
  readonly store: TempoStore;
  readonly jira: JiraItems;
  readonly clock: Clock;
}

/** The server's day, which is UTC's. */
export const todayOf = ({ clock }: Books): string => clock.now().toISOString().slice(0, 10);

/** How Tempo itself calls a person. */
export const tempoUserId = (accountId: string): string => uuidOf('user', accountId);

/** The project as it stands now: one whose synchronisation has fallen due since it was last looked at is synchronised. */
export function openProject(books: Books, id: string): TempoProject | undefined {
  const project = books.store.projects.find(id);
  if (project === undefined) return undefined;
  const next = nextSyncOf(project.scope);
  return next !== undefined && next <= books.clock.now().toISOString() ? synchronise(books, project) : project;
}

/** Finds a project's issues anew, and lets in the time logged until now. */
export function synchronise({ store, jira, clock }: Books, project: TempoProject): TempoProject {
  const { scope } = project;
  if (scope.type === 'JIRA_PROJECTS') return project;
  return store.projects.change(project, { scope: { ...scope, issueIds: issuesOfSource(jira, scope), syncedAt: clock.now().toISOString() } });
}
