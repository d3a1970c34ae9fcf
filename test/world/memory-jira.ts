import type { WorkItem } from '../../src/domain/deliverable';
import type { AccountId, IssueId, ProjectId, VersionId } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person';
import type { PlainDate } from '../../src/domain/plain-date';
import type { AtWork, ChangedIssue, OwnPermission, TrackedProject, TrackedVersion, Tracker } from '../../src/ports/tracker';

interface Rights {
  readonly browse: readonly ProjectId[];
  readonly own: readonly OwnPermission[];
  readonly administers: boolean;
}

/** An issue, and what a gate asks of it. */
export interface MemoryIssue {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  readonly projectId: ProjectId;
  readonly status: WorkItem['progress'];
  readonly isHighest: boolean;
  readonly parent: IssueId | null;
  readonly versionIds: readonly VersionId[];
  readonly blocks: readonly IssueId[];
  readonly dueOn: PlainDate | null;
  readonly assignee: AccountId | null;
}

export const bareIssue = { status: 'inProgress', isHighest: false, parent: null, versionIds: [], blocks: [], dueOn: null, assignee: null } as const;

/** Jira as far as the port shows it: who is who, who may what, which issues and versions there are. */
export class MemoryJira {
  readonly issues = new Map<IssueId, MemoryIssue>();
  readonly versions = new Map<VersionId, TrackedVersion>();
  readonly projects = new Map<ProjectId, TrackedProject>();
  private readonly rights = new Map<AccountId, Rights>();
  private readonly people = new Map<AccountId, Person>();

  addPerson(person: Person, rights: Partial<Rights> = {}): void {
    this.people.set(person.accountId, person);
    this.rights.set(person.accountId, { browse: [], own: [], administers: false, ...rights });
  }

  change(id: IssueId, change: Partial<MemoryIssue>): void {
    const issue = this.issues.get(id);
    if (issue === undefined) throw new Error('there is no such issue');
    this.issues.set(id, { ...issue, ...change });
  }

  /** As one caller sees it. */
  as(accountId: AccountId | undefined): Tracker {
    const rights = accountId === undefined ? undefined : this.rights.get(accountId);
    const browses = (projectId: ProjectId): boolean => rights?.browse.includes(projectId) ?? false;
    const mine = (id: IssueId): MemoryIssue | undefined => {
      const issue = this.issues.get(id);
      return issue !== undefined && browses(issue.projectId) ? issue : undefined;
    };
    return {
      me: async () => {
        const person = accountId === undefined ? undefined : this.people.get(accountId);
        if (person === undefined) throw new Error('nobody calls');
        return person;
      },
      mayBrowse: async (projectId) => browses(projectId),
      may: async (permission, projectId) => browses(projectId) && (rights?.own.includes(permission) ?? false),
      mayAny: async (permissions, projectId) => browses(projectId) && permissions.some((permission) => rights?.own.includes(permission) ?? false),
      projectsWithAny: async (permissions, ids) => new Set(ids.filter((id) => browses(id) && permissions.some((permission) => rights?.own.includes(permission) ?? false))),
      isAdministrator: async () => rights?.administers ?? false,
      seesPortfolio: async () => rights?.own.includes('seePortfolio') ?? false,
      myIssue: async (id) => mine(id),
      issueByKey: async (key) => this.all().filter((issue) => issue.key === key).map((issue) => this.changed(issue))[0],
      issueById: async (id) => this.all().filter((issue) => issue.id === id).map((issue) => this.changed(issue))[0],
      myVersions: async (projectId) => (browses(projectId) ? [...this.versions.values()].filter((version) => version.projectId === projectId) : []),
      version: async (id) => this.versions.get(id),
      myVersion: async (id) => {
        const version = this.versions.get(id);
        return version !== undefined && browses(version.projectId) ? version : undefined;
      },
      myIssueWork: async (id) => {
        const issue = mine(id);
        return issue && { status: issue.status, items: this.all().filter(({ parent }) => parent === id).map(item), blockers: this.blockersOf(id).map(item), dueOn: issue.dueOn };
      },
      myVersionWork: async (id) => {
        const version = this.versions.get(id);
        if (version === undefined || !browses(version.projectId)) return undefined;
        const issues = this.all().filter(({ versionIds }) => versionIds.includes(id));
        return { status: null, items: issues.map(item), blockers: issues.filter(isUrgent).map(item), dueOn: version.releasesOn };
      },
      project: async (id) => this.projects.get(id),
      people: async (ids) => [...this.people.values()].filter((one) => ids.includes(one.accountId)),
      myFindPeople: async (projectId, text) => (browses(projectId) ? [...this.people.values()].filter((one) => one.name.includes(text)) : []),
      myPeopleAtWork: async (projectId) => {
        const open = browses(projectId) ? this.all().filter((issue) => issue.projectId === projectId && issue.status !== 'done') : [];
        const people = new Map<AccountId, AtWork>();
        for (const { id, key, summary, assignee } of open) {
          const worker = assignee === null ? undefined : this.people.get(assignee);
          if (worker !== undefined && !people.has(worker.accountId)) people.set(worker.accountId, { person: worker, issue: { id, key, summary } });
        }
        return { people: [...people.values()], hasMore: false };
      },
      myFindColleagues: async (text) => [...this.people.values()].filter((one) => one.name.includes(text)),
    };
  }

  private readonly all = (): readonly MemoryIssue[] => [...this.issues.values()];

  private readonly blockersOf = (id: IssueId): readonly MemoryIssue[] => this.all().filter(({ blocks, status }) => status !== 'done' && blocks.includes(id));

  private changed(issue: MemoryIssue): ChangedIssue {
    const blockers = this.blockersOf(issue.id).map(({ id, key }) => ({ issueId: id, issueKey: key }));
    return { ...issue, statusId: issue.status, blockers, isDone: issue.status === 'done', isUrgent: isUrgent(issue) };
  }
}

const isUrgent = ({ status, isHighest }: MemoryIssue): boolean => isHighest && status !== 'done';
const item = ({ id, key, summary, status }: MemoryIssue): WorkItem => ({ issueId: id, issueKey: key, summary, status, progress: status });
