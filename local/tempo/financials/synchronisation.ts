import { addDays } from '../../plain-date';
import type { JiraItems } from '../api/environment';
import { weekday } from '../calendar';
import type { ProjectScope } from './model';

const FRIDAY = 5;
const SATURDAY = 6;

/** When a scope is next synchronised by itself, in UTC: daily from Monday to Friday, weekly on Saturdays, after midnight. Undefined for never. */
export function nextSyncOf(scope: ProjectScope): string | undefined {
  if (scope.type === 'JIRA_PROJECTS' || scope.schedule === 'OFF') return undefined;
  const isDue = scope.schedule === 'DAILY' ? (day: string) => weekday(day) <= FRIDAY : (day: string) => weekday(day) === SATURDAY;
  let day = addDays(scope.syncedAt.slice(0, 10), 1);
  while (!isDue(day)) day = addDays(day, 1);
  return `${day}T00:00:00.000Z`;
}

/** The issues that a source finds now; where it finds none by itself those that it has. */
export function issuesOfSource(jira: JiraItems, scope: Exclude<ProjectScope, { type: 'JIRA_PROJECTS' }>): readonly string[] {
  return scope.finds.length === 0 ? scope.issueIds : scope.finds.flatMap((id) => jira.issuesOf?.(id) ?? []);
}
