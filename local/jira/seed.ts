import type { Database } from '../database';
import { transaction } from '../database';
import { textToDocument } from './document-format';
import type {
  Group,
  Issue,
  IssueType,
  LocalisedText,
  Project,
  ProjectRole,
  Status,
  User,
  Version,
  Workflow,
} from './model';

type WithDefaults<T, Key extends keyof T> = Omit<T, Key> & Partial<Pick<T, Key>>;

export type NewProject = Omit<WithDefaults<Project, 'description' | 'projectTypeKey' | 'style'>, 'state' | 'stateChangedAt' | 'stateChangedBy'>;
/** The number in the key is the caller's: 'CRM-7' is issue seven of the project with key CRM. */
export type NewIssue = WithDefaults<Issue, 'description' | 'assignee' | 'priority' | 'parentId' | 'fixVersionIds' | 'dueDate' | 'updated'>;
export type NewVersion = WithDefaults<Version, 'description' | 'released' | 'archived' | 'startDate' | 'releaseDate'>;

/**
 * Writes rows as the caller gives them, ids included, so that a data set is the same at every start.
 * No permission is asked, no validator runs and no app hears of it. A second row with the same id is an error.
 */
export class JiraSeed {
  constructor(private readonly database: Database) {}

  /** All of the work is written, or none. */
  inOneTransaction(work: () => void): void {
    transaction(this.database, work);
  }

  createUser(user: User): void {
    this.insert('user', {
      accountId: user.accountId,
      displayName: user.displayName,
      emailAddress: user.emailAddress,
      active: user.active,
      locale: user.locale,
      timeZone: user.timeZone,
      theme: user.theme,
      avatarColour: user.avatarColour,
      jobTitlePl: user.jobTitle.pl,
      jobTitleEn: user.jobTitle.en,
    });
  }

  createGroup(group: Group, memberAccountIds: readonly string[] = []): void {
    this.insert('user_group', { id: group.id, name: group.name });
    for (const accountId of memberAccountIds) this.insert('group_member', { groupId: group.id, accountId });
  }

  createProjectRole({ id, name }: ProjectRole): void {
    this.insert('project_role', { id, ...names(name) });
  }

  addRoleMember(projectId: string, roleId: string, accountId: string): void {
    this.insert('role_member', { projectId, roleId, accountId });
  }

  createStatus({ id, name, category }: Status): void {
    this.insert('status', { id, ...names(name), category });
  }

  createIssueType({ id, name, hierarchyLevel }: Omit<IssueType, 'subtask'>): void {
    this.insert('issue_type', { id, ...names(name), hierarchyLevel });
  }

  /** The workflow's statuses must be there already. */
  createWorkflow({ id, name, initialStatusId, transitions }: Workflow): void {
    this.insert('workflow', { id, name, initialStatusId });
    transitions.forEach((transition, position) => {
      this.insert('workflow_transition', {
        workflowId: id,
        id: transition.id,
        position,
        ...names(transition.name),
        fromStatusIds: JSON.stringify(transition.from),
        toStatusId: transition.to,
        validators: JSON.stringify(transition.validators),
      });
    });
  }

  createProject(project: NewProject): void {
    this.insert('project', {
      id: project.id,
      key: project.key,
      name: project.name,
      description: project.description ?? '',
      projectTypeKey: project.projectTypeKey ?? 'software',
      style: project.style ?? 'classic',
      leadAccountId: project.leadAccountId,
      workflowId: project.workflowId,
      state: 'live',
      lastIssueNumber: 0,
    });
  }

  createVersion(version: NewVersion): void {
    this.insert('version', {
      id: version.id,
      projectId: version.projectId,
      name: version.name,
      description: version.description ?? '',
      released: version.released ?? false,
      archived: version.archived ?? false,
      startDate: version.startDate ?? null,
      releaseDate: version.releaseDate ?? null,
    });
  }

  createIssue(issue: NewIssue): void {
    const number = Number(issue.key.slice(issue.key.lastIndexOf('-') + 1));
    this.insert('issue', {
      id: issue.id,
      key: issue.key,
      number,
      projectId: issue.projectId,
      typeId: issue.typeId,
      summary: issue.summary,
      description: issue.description ?? '',
      statusId: issue.statusId,
      assignee: issue.assignee ?? null,
      reporter: issue.reporter,
      priority: issue.priority ?? '3',
      parentId: issue.parentId ?? null,
      dueDate: issue.dueDate ?? null,
      created: issue.created,
      updated: issue.updated ?? issue.created,
    });
    for (const versionId of issue.fixVersionIds ?? []) this.insert('issue_fix_version', { issueId: issue.id, versionId });
    this.database.prepare('UPDATE project SET lastIssueNumber = max(lastIssueNumber, ?) WHERE id = ?').run(number, issue.projectId);
  }

  /** `blockerId` blocks `blockedId`. */
  linkIssues(id: string, blockerId: string, blockedId: string): void {
    this.insert('issue_link', { id, blockerId, blockedId });
  }

  /** @param text plain text, blank line between paragraphs. */
  createComment(comment: { id: string; issueId: string; author: string; text: string; created: string }): void {
    this.insert('comment', {
      id: comment.id,
      number: Number(comment.id),
      issueId: comment.issueId,
      author: comment.author,
      body: JSON.stringify(textToDocument(comment.text)),
      created: comment.created,
      updated: comment.created,
    });
  }

  private insert(table: string, row: Readonly<Record<string, string | number | boolean | null>>): void {
    const values = Object.values(row).map((value) => (typeof value === 'boolean' ? Number(value) : value));
    this.database
      .prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`)
      .run(...values);
  }
}

function names({ pl, en }: LocalisedText): { namePl: string; nameEn: string } {
  return { namePl: pl, nameEn: en };
}
