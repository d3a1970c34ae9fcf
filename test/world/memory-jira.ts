import type { AccountId, IssueId, ProjectId } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person';
import type { OwnPermission, TrackedIssue, TrackedProject, Tracker } from '../../src/ports/tracker';

interface Rights {
  readonly browse: readonly ProjectId[];
  readonly own: readonly Exclude<OwnPermission, 'seePortfolio'>[];
  readonly administers: boolean;
}

/** Jira as far as the port shows it: who is who, who may what, which issues there are. */
export class MemoryJira {
  readonly issues = new Map<IssueId, TrackedIssue>();
  readonly projects = new Map<ProjectId, TrackedProject>();
  private readonly rights = new Map<AccountId, Rights>();
  private readonly people = new Map<AccountId, Person>();

  addPerson(person: Person, rights: Partial<Rights> = {}): void {
    this.people.set(person.accountId, person);
    this.rights.set(person.accountId, { browse: [], own: [], administers: false, ...rights });
  }

  /** As one caller sees it. */
  as(accountId: AccountId | undefined): Tracker {
    const rights = accountId === undefined ? undefined : this.rights.get(accountId);
    const browses = (projectId: ProjectId): boolean => rights?.browse.includes(projectId) ?? false;
    return {
      me: async () => {
        const person = accountId === undefined ? undefined : this.people.get(accountId);
        if (person === undefined) throw new Error('nobody calls');
        return person;
      },
      mayBrowse: async (projectId) => browses(projectId),
      may: async (permission, projectId) => browses(projectId) && (rights?.own.includes(permission) ?? false),
      isAdministrator: async () => rights?.administers ?? false,
      myIssue: async (id) => {
        const issue = this.issues.get(id);
        return issue !== undefined && browses(issue.projectId) ? issue : undefined;
      },
      issueByKey: async (key) => [...this.issues.values()].find((issue) => issue.key === key),
      project: async (id) => this.projects.get(id),
      people: async (ids) => [...this.people.values()].filter((one) => ids.includes(one.accountId)),
      myFindPeople: async (projectId, text) => (browses(projectId) ? [...this.people.values()].filter((one) => one.name.includes(text)) : []),
    };
  }
}
