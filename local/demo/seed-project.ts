import type { JiraSeed } from '../jira/seed';
import { softwareIssueType, softwareStatus } from '../jira/software-workflow';
import { morning, workingDay } from './company/days';
import { people } from './company/people';
import type { DemoEpic, DemoIssue, DemoProject } from './company/project';

/** Numeric id in Jira of a project's issue. */
export const issueId = (project: Pick<DemoProject, 'id'>, number: number): string => `${project.id}${String(number).padStart(3, '0')}`;

/** Writes a project with its versions, epics, issues, links and comments. */
export function seedProject(seed: JiraSeed, project: DemoProject, workflowId: string, today: string): void {
  const { id, key, name, description, style, projectManager } = project;
  seed.createProject({ id, key, name, description, leadAccountId: people[projectManager].accountId, workflowId, ...(style === undefined ? {} : { style }) });
  project.versions.forEach(([versionName, releases], place) => {
    seed.createVersion({ id: versionId(project, place), projectId: id, name: versionName, releaseDate: workingDay(today, releases), released: releases < 0 });
  });
  const issues = project.epics.flatMap((epic, place) => epic.issues.map((issue) => ({ epic, place, issue })));
  const epicNumber = (place: number): number => issues.length + place + 1;
  // Parents are written before their children, although they are numbered after them.
  project.epics.forEach((epic, place) => {
    const number = epicNumber(place);
    seed.createIssue({
      id: issueId(project, number),
      key: `${key}-${number}`,
      projectId: id,
      typeId: softwareIssueType.epic,
      statusId: softwareStatus[epicStatus(epic)],
      summary: epic.name,
      assignee: people[project.productOwner].accountId,
      reporter: people[project.productOwner].accountId,
      created: morning(today, -92),
      ...versionsOf(project, epic),
    });
  });
  issues.forEach(({ epic, place, issue }, index) => {
    const number = index + 1;
    const { created, updated } = lifeOf(issue, number, today);
    seed.createIssue({
      id: issueId(project, number),
      key: `${key}-${number}`,
      projectId: id,
      typeId: softwareIssueType[issue.type],
      statusId: softwareStatus[issue.status],
      summary: issue.summary,
      description: project.descriptions[number] ?? '',
      reporter: people[issue.type === 'bug' ? project.projectManager : project.productOwner].accountId,
      priority: issue.type === 'bug' ? '2' : '3',
      parentId: issueId(project, epicNumber(place)),
      created,
      updated,
      ...(issue.assignee === undefined ? {} : { assignee: people[issue.assignee].accountId }),
      ...(issue.due === undefined ? {} : { dueDate: workingDay(today, issue.due) }),
      ...versionsOf(project, epic),
    });
  });
  for (const [blocker, blocked] of project.blockers) {
    seed.linkIssues(`${issueId(project, blocker)}${String(blocked).padStart(3, '0')}`, issueId(project, blocker), issueId(project, blocked));
  }
  project.comments.forEach(({ issue, by, day, text }, place) => {
    const created = morning(today, day, 9 + (place % 5));
    seed.createComment({ id: `${id}${place + 1}`, issueId: issueId(project, issue), author: people[by].accountId, text, created });
  });
}

const versionId = (project: DemoProject, place: number): string => `${project.id}${place + 1}`;

const versionsOf = (project: DemoProject, { version }: DemoEpic): { fixVersionIds?: string[] } =>
  version === undefined ? {} : { fixVersionIds: [versionId(project, version)] };

/** An epic is under way from its first issue to its last. */
function epicStatus({ issues }: DemoEpic): DemoIssue['status'] {
  if (issues.every(({ status }) => status === 'done')) return 'done';
  return issues.every(({ status }) => status === 'toDo') ? 'toDo' : 'inProgress';
}

/** Work is written down some weeks before it is due, and was last touched when it was done, or lately. */
function lifeOf({ status, due }: DemoIssue, number: number, today: string): { created: string; updated: string } {
  const begun = due === undefined ? -30 + (number % 20) : Math.min(due - 26, -12 + (number % 4));
  const touched = status === 'done' && due !== undefined ? due : status === 'toDo' ? begun : -1 - (number % 6);
  return { created: morning(today, begun), updated: morning(today, Math.max(begun, touched), 10 + (number % 5)) };
}
