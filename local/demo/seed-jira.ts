import type { Jira } from '../jira/jira';
import type { JiraStore } from '../jira/store';
import { seedSoftwareWorkflow, softwareIssueType, softwareStatus, softwareWorkflowId } from '../jira/software-workflow';
import { morning } from './company/days';
import { internalIssueId, internalProject, type InternalIssue } from './company/internal';
import { everyone, people } from './company/people';
import type { DemoProject } from './company/project';
import { everyProject } from './company/projects';
import { seedProject } from './seed-project';

const administrators = 'jira-administrators';
const salesLeaders = 'sales-leaders';
const ungatedWorkflowId = 'analysis-workflow';

/** The roles people have in projects. Whoever has none in a project does not see it. */
export const projectRole = { team: '10100', accountManager: '10101' } as const;

/** What everybody who works on a project may do in it. */
const teamPermissions = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADD_COMMENTS', 'ASSIGNABLE_USER', 'LINK_ISSUES', 'MOVE_ISSUES', 'DELETE_ISSUES'];
/** An account manager reads and comments; the tasks are the project manager's. */
const accountManagerPermissions = ['BROWSE_PROJECTS', 'ADD_COMMENTS'];
const accountManagerModules = ['set-guidelines', 'decide-gate'];

/** Fills Jira with the company's people, permissions, projects and issues: all of it or nothing. */
export function seedJira({ store }: Jira, permissionKey: (moduleKey: string) => string, today: string): void {
  store.seed.inOneTransaction(() => {
    seedPeople(store);
    seedSoftwareWorkflow(store.seed, 'delivery-gate');
    seedUngatedWorkflow(store);
    for (const project of everyProject) {
      seedProject(store.seed, project, project.gate ? softwareWorkflowId : ungatedWorkflowId, today);
      seedMembers(store, project);
    }
    seedInternalProject(store, today);
    grantPermissions(store, permissionKey);
  });
}

function seedPeople({ seed }: JiraStore): void {
  for (const { accountId, name, email, active, theme, avatarColour, jobTitle } of everyone) {
    const settings = { locale: 'pl_PL', timeZone: 'Europe/Warsaw', theme } as const;
    seed.createUser({ accountId, displayName: name, emailAddress: email, active, avatarColour, jobTitle, ...settings });
  }
  seed.createGroup({ id: administrators, name: administrators }, [people.ewa.accountId]);
  seed.createGroup({ id: salesLeaders, name: salesLeaders }, [people.andrzej.accountId]);
  seed.createProjectRole({ id: projectRole.team, name: { pl: 'Zespół projektu', en: 'Project team' } });
  seed.createProjectRole({ id: projectRole.accountManager, name: { pl: 'Opiekun klienta', en: 'Account manager' } });
}

/** The same steps without the gate, which an administrator may attach. */
function seedUngatedWorkflow({ seed, workflows }: JiraStore): void {
  const gated = workflows.find(softwareWorkflowId);
  if (gated === undefined) throw new Error('the software workflow is not there');
  const transitions = gated.transitions.map((transition) => ({ ...transition, validators: [] }));
  seed.createWorkflow({ ...gated, id: ungatedWorkflowId, name: 'Analysis workflow', transitions });
}

function seedMembers({ seed }: JiraStore, project: DemoProject): void {
  for (const member of new Set([project.productOwner, project.projectManager, ...project.team])) {
    seed.addRoleMember(project.id, projectRole.team, people[member].accountId);
  }
  seed.addRoleMember(project.id, projectRole.accountManager, people[project.accountManager].accountId);
}

function seedInternalProject({ seed }: JiraStore, today: string): void {
  const { id, key, name, description, issues } = internalProject;
  seed.createProject({
    id, key, name, description, projectTypeKey: 'business', style: 'next-gen', leadAccountId: people.ewa.accountId, workflowId: ungatedWorkflowId,
  });
  for (const person of everyone.filter(({ active }) => active)) seed.addRoleMember(id, projectRole.team, person.accountId);
  const names: readonly InternalIssue[] = ['holiday', 'training', 'hiring', 'sickness'];
  names.forEach((issue, place) => {
    seed.createIssue({
      id: internalIssueId(issue),
      key: `${key}-${place + 1}`,
      projectId: id,
      typeId: softwareIssueType.task,
      statusId: softwareStatus.inProgress,
      summary: issues[issue],
      reporter: people.ewa.accountId,
      created: morning(today, -300),
    });
  });
}

function grantPermissions({ permissions }: JiraStore, permissionKey: (moduleKey: string) => string): void {
  const toRole = (roleId: string, keys: readonly string[]): void => {
    for (const key of keys) permissions.addGrant({ permissionKey: key, holder: { type: 'projectRole', roleId } });
  };
  const toGroup = (groupId: string, keys: readonly string[]): void => {
    for (const key of keys) permissions.addGrant({ permissionKey: key, holder: { type: 'group', groupId } });
  };
  toRole(projectRole.team, teamPermissions);
  toRole(projectRole.accountManager, [...accountManagerPermissions, ...accountManagerModules.map(permissionKey)]);
  toGroup(administrators, ['ADMINISTER', 'ADMINISTER_PROJECTS', 'BROWSE_PROJECTS']);
  toGroup(salesLeaders, ['BROWSE_PROJECTS', permissionKey('see-portfolio')]);
  for (const { id, projectManager } of everyProject) {
    permissions.addGrant({ permissionKey: 'ADMINISTER_PROJECTS', holder: { type: 'user', accountId: people[projectManager].accountId }, projectId: id });
  }
}
