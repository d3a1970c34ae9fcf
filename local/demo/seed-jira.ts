import type { Jira } from '../jira/jira';
import { seedSoftwareWorkflow, softwareIssueType, softwareStatus, softwareWorkflowId } from '../jira/software-workflow';
import { morning, workingDay } from './company/days';
import { everyone, people, type PersonName } from './company/people';
import { projects, type DemoProject } from './company/projects';

const administrators = 'jira-administrators';
const team = '10100';
/** What everybody on a project may do in it. */
const teamPermissions = ['BROWSE_PROJECTS', 'TRANSITION_ISSUES', 'EDIT_ISSUES', 'ADD_COMMENTS', 'ASSIGNABLE_USER'];

/** Fills Jira with the company's people, permissions, projects and issues. */
export function seedJira({ store }: Jira, permissionKey: (moduleKey: string) => string, today: string): void {
  const { seed, permissions } = store;
  seed.inOneTransaction(() => {
    for (const person of everyone) {
      seed.createUser({
        accountId: person.accountId,
        displayName: person.name,
        emailAddress: person.email,
        active: person.active,
        locale: 'pl_PL',
        timeZone: 'Europe/Warsaw',
        theme: person.theme,
        avatarColour: person.avatarColour,
        jobTitle: person.jobTitle,
      });
    }
    seed.createGroup({ id: administrators, name: administrators }, [people.ewa.accountId]);
    seed.createGroup({ id: 'sales-leaders', name: 'sales-leaders' }, [people.andrzej.accountId]);
    seed.createProjectRole({ id: team, name: { pl: 'Zespół projektu', en: 'Project team' } });
    seedSoftwareWorkflow(seed, 'delivery-gate');
    for (const project of Object.values<DemoProject>(projects)) seedProject(store, project, today);
  });
  permissions.addGrant({ permissionKey: 'ADMINISTER', holder: { type: 'group', groupId: administrators } });
  permissions.addGrant({ permissionKey: permissionKey('see-portfolio'), holder: { type: 'group', groupId: 'sales-leaders' } });
  for (const key of teamPermissions) permissions.addGrant({ permissionKey: key, holder: { type: 'projectRole', roleId: team } });
  for (const groupId of [administrators, 'sales-leaders']) permissions.addGrant({ permissionKey: 'BROWSE_PROJECTS', holder: { type: 'group', groupId } });
  for (const project of Object.values<DemoProject>(projects)) {
    const holder = { type: 'user', accountId: people[project.accountManager].accountId } as const;
    for (const key of ['set-guidelines', 'decide-gate']) permissions.addGrant({ permissionKey: permissionKey(key), holder, projectId: project.id });
    permissions.addGrant({ permissionKey: 'ADMINISTER_PROJECTS', holder: { type: 'user', accountId: people[project.projectManager].accountId }, projectId: project.id });
  }
}

function seedProject({ seed }: Jira['store'], project: DemoProject, today: string): void {
  const { id, key, name, style } = project;
  seed.createProject({ id, key, name, leadAccountId: people[project.projectManager].accountId, workflowId: softwareWorkflowId, ...(style === undefined ? {} : { style }) });
  const members: readonly PersonName[] = [project.accountManager, project.productOwner, project.projectManager, ...project.team];
  for (const member of new Set(members)) seed.addRoleMember(id, team, people[member].accountId);
  const versionIds = project.versions.map(([versionName, releases], place) => {
    const version = { id: `${id}${place + 1}`, projectId: id, name: versionName, releaseDate: workingDay(today, releases), released: releases < 0 };
    seed.createVersion(version);
    return version.id;
  });
  const summaries = [...project.stories.map((summary) => ({ summary, bug: false })), ...project.bugs.map((summary) => ({ summary, bug: true }))];
  summaries.forEach(({ summary, bug }, place) => {
    const share = place / project.stories.length;
    const assignee = project.team[place % project.team.length];
    const begun = share >= 0.7 && !bug ? undefined : assignee;
    seed.createIssue({
      id: `${id}${String(place + 1).padStart(3, '0')}`,
      key: `${key}-${place + 1}`,
      projectId: id,
      typeId: bug ? softwareIssueType.bug : place % 5 === 4 ? softwareIssueType.task : softwareIssueType.story,
      statusId: bug ? softwareStatus.inProgress : statusAt(share),
      summary,
      description: bug ? 'Zgłoszone przez klienta podczas testów odbiorczych.' : `Jako klient chcę tego dokonać samodzielnie: ${summary.toLowerCase()}.`,
      reporter: people[project.productOwner].accountId,
      priority: bug ? '2' : '3',
      created: morning(today, -90 + place * 2),
      updated: morning(today, -14 + Math.min(13, place)),
      ...(begun === undefined ? {} : { assignee: people[begun].accountId }),
      ...(share < 0.7 ? { dueDate: workingDay(today, Math.round(share * 80) - 14) } : {}),
      ...(versionIds.length === 0 ? {} : { fixVersionIds: [versionIds[Math.min(versionIds.length - 1, Math.floor(share * versionIds.length))] ?? ''] }),
    });
  });
  // The first bug stands in the way of a story that is in review.
  if (project.bugs.length > 0 && project.stories.length > 5) {
    seed.linkIssues(`${id}901`, `${id}${String(project.stories.length + 1).padStart(3, '0')}`, `${id}005`);
  }
  seed.createComment({ id: `${id}01`, issueId: `${id}005`, author: people[project.productOwner].accountId, text: 'Klient obejrzał to na pokazie i prosi o przekazanie w tym tygodniu.', created: morning(today, -2, 9) });
}

function statusAt(share: number): string {
  if (share < 0.2) return softwareStatus.done;
  if (share < 0.45) return softwareStatus.inReview;
  return share < 0.7 ? softwareStatus.inProgress : softwareStatus.toDo;
}

