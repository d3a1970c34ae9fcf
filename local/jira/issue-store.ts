import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { transaction } from '../database';
import type { EventOutbox } from './event-outbox';
import { issueEvent } from './issue-event';
import { accountOf, type HistoryEntry, type Issue, type IssueLink, type Page, type Principal } from './model';
import { countOf } from './rows';
import type { WorkflowStore } from './workflow-store';

const issueColumns = 'id, key, projectId, typeId, summary, description, statusId, assignee, reporter, priority, parentId, dueDate, created, updated';
const issueRow = z.object({
  id: z.string(),
  key: z.string(),
  projectId: z.string(),
  typeId: z.string(),
  summary: z.string(),
  description: z.string(),
  statusId: z.string(),
  assignee: z.nullable(z.string()),
  reporter: z.string(),
  priority: z.enum(['1', '2', '3', '4', '5']),
  parentId: z.nullable(z.string()),
  dueDate: z.nullable(z.string()),
  created: z.string(),
  updated: z.string(),
});
const linkRow = z.object({ id: z.string(), blockerId: z.string(), blockedId: z.string() });
const versionIdRow = z.object({ versionId: z.string() });
const historyRow = z.object({
  id: z.number(),
  issueId: z.string(),
  author: z.nullable(z.string()),
  created: z.string(),
  field: z.string(),
  fromValue: z.nullable(z.string()),
  fromText: z.nullable(z.string()),
  toValue: z.nullable(z.string()),
  toText: z.nullable(z.string()),
});

export interface IssueFilter {
  readonly text?: string;
  readonly statusId?: string;
  readonly fixVersionId?: string;
}

/** A SQL condition over table `issue`, with its values; made by the JQL reader, never from outside text. */
export interface IssueCondition {
  readonly where: string;
  readonly values: readonly string[];
  readonly orderBy: string;
}

/** New values of the fields that are to change; a field left out stays. */
export type IssueChange = Partial<Pick<Issue, 'summary' | 'description' | 'assignee' | 'priority' | 'dueDate' | 'fixVersionIds'>>;

export type NewIssueFields = Pick<Issue, 'projectId' | 'typeId' | 'summary' | 'reporter'> & IssueChange & Partial<Pick<Issue, 'parentId'>>;

/** Issues, their links and their history. Each change is recorded as the product event Jira would send. */
export class IssueStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventOutbox,
    private readonly workflows: WorkflowStore,
  ) {}

  /** @param idOrKey the number or the key, in any letter case; a key that the issue had before it was moved finds it too. */
  find(idOrKey: string): Issue | undefined {
    const key = idOrKey.toUpperCase();
    return this.read('WHERE id = ? OR key = ? OR id = (SELECT issueId FROM moved_issue WHERE key = ?)', idOrKey, key, key)[0];
  }

  /** A project's issues, newest number first. */
  ofProject(projectId: string, page: { startAt: number; maxResults: number }, filter: IssueFilter = {}): Page<Issue> {
    const conditions = ['projectId = ?'];
    const values = [projectId];
    if (filter.text !== undefined && filter.text.trim() !== '') {
      conditions.push('(instr(lower(summary), ?) > 0 OR key = ?)');
      values.push(filter.text.trim().toLowerCase(), filter.text.trim().toUpperCase());
    }
    if (filter.statusId !== undefined) {
      conditions.push('statusId = ?');
      values.push(filter.statusId);
    }
    if (filter.fixVersionId !== undefined) {
      conditions.push('id IN (SELECT issueId FROM issue_fix_version WHERE versionId = ?)');
      values.push(filter.fixVersionId);
    }
    return this.select({ where: conditions.join(' AND '), values, orderBy: 'number DESC' }, page);
  }

  select({ where, values, orderBy }: IssueCondition, { startAt, maxResults }: { startAt: number; maxResults: number }): Page<Issue> {
    return {
      values: this.read(`WHERE ${where} ORDER BY ${orderBy} LIMIT ? OFFSET ?`, ...values, maxResults, startAt),
      startAt,
      maxResults,
      total: countOf(this.database.prepare(`SELECT count(*) AS count FROM issue WHERE ${where}`).get(...values)),
    };
  }

  children(issueId: string): Issue[] {
    return this.read('WHERE parentId = ? ORDER BY number', issueId);
  }

  links(issueId: string): IssueLink[] {
    return this.database
      .prepare('SELECT id, blockerId, blockedId FROM issue_link WHERE blockerId = ? OR blockedId = ? ORDER BY id')
      .all(issueId, issueId)
      .map((row) => {
        const { id, blockerId, blockedId } = z.parse(linkRow, row);
        return blockerId === issueId
          ? { id, direction: 'blocks', issueId: blockedId }
          : { id, direction: 'isBlockedBy', issueId: blockerId };
      });
  }

  /** Oldest first. */
  history(issueId: string): HistoryEntry[] {
    return this.database.prepare('SELECT * FROM history WHERE issueId = ? ORDER BY id').all(issueId).map((row) => {
      const { id, fromValue, toValue, ...entry } = z.parse(historyRow, row);
      return { ...entry, id: String(id), from: fromValue, to: toValue };
    });
  }

  /** The next number of the project becomes the issue's key. It starts in the workflow's first status. */
  create(fields: NewIssueFields, actor: Principal): Issue {
    const issue = transaction(this.database, () => {
      const project = z.parse(
        z.object({ key: z.string(), lastIssueNumber: z.number(), initialStatusId: z.string() }),
        this.database
          .prepare('SELECT p.key, p.lastIssueNumber, w.initialStatusId FROM project p JOIN workflow w ON w.id = p.workflowId WHERE p.id = ?')
          .get(fields.projectId),
      );
      const number = project.lastIssueNumber + 1;
      const id = String(countOf(this.database.prepare('SELECT ifnull(max(CAST(id AS INTEGER)), 10000) + 1 AS count FROM issue').get()));
      const now = this.clock.now().toISOString();
      this.database
        .prepare(`INSERT INTO issue (${issueColumns}, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(
          id, `${project.key}-${number}`, fields.projectId, fields.typeId, fields.summary, fields.description ?? '',
          project.initialStatusId, fields.assignee ?? null, fields.reporter, fields.priority ?? '3', fields.parentId ?? null,
          fields.dueDate ?? null, now, now, number,
        );
      this.database.prepare('UPDATE project SET lastIssueNumber = ? WHERE id = ?').run(number, fields.projectId);
      this.setFixVersions(id, fields.fixVersionIds ?? []);
      const created = this.require(id);
      this.events.record('avi:jira:created:issue', issueEvent('avi:jira:created:issue', created, this.workflows, actor, []));
      return created;
    });
    void this.events.deliver();
    return issue;
  }

  update(id: string, change: IssueChange, actor: Principal): void {
    this.change(id, actor, (before) => {
      const after = { ...before, ...change };
      this.database
        .prepare('UPDATE issue SET summary = ?, description = ?, assignee = ?, priority = ?, dueDate = ? WHERE id = ?')
        .run(after.summary, after.description, after.assignee, after.priority, after.dueDate, id);
      if (change.fixVersionIds !== undefined) this.setFixVersions(id, change.fixVersionIds);
      const texts = { summary: 'summary', description: 'description', assignee: 'assignee', priority: 'priority', dueDate: 'duedate' } as const;
      const changed: FieldChange[] = [];
      for (const field of ['summary', 'description', 'assignee', 'priority', 'dueDate'] as const) {
        if (before[field] !== after[field]) changed.push(plainChange(texts[field], before[field], after[field]));
      }
      const [had, has] = [[...before.fixVersionIds].sort().join(','), [...after.fixVersionIds].sort().join(',')];
      if (had !== has) changed.push(plainChange('Fix Version', had === '' ? null : had, has === '' ? null : has));
      return changed;
    });
  }

  /**
   * Moves the issue from one status to another.
   * @returns false, with nothing written, when it is no longer in the status it should leave.
   */
  moveStatus(id: string, from: string, to: string, actor: Principal): boolean {
    let moved = false;
    this.change(id, actor, (before) => {
      if (before.statusId !== from) return [];
      moved = true;
      this.database.prepare('UPDATE issue SET statusId = ? WHERE id = ?').run(to, id);
      return [{ field: 'status', from, fromText: this.workflows.status(from).name.en, to, toText: this.workflows.status(to).name.en }];
    });
    return moved;
  }

  /** Any change of an issue: with its history and its event, or with neither. @param write says what it changed. */
  change(id: string, actor: Principal, write: (before: Issue) => FieldChange[]): void {
    transaction(this.database, () => {
      const changes = write(this.require(id));
      if (changes.length === 0) return;
      const now = this.clock.now().toISOString();
      this.database.prepare('UPDATE issue SET updated = ? WHERE id = ?').run(now, id);
      const insert = this.database.prepare(
        'INSERT INTO history (issueId, author, created, field, fromValue, fromText, toValue, toText) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      );
      for (const { field, from, fromText, to, toText } of changes) {
        insert.run(id, actor.kind === 'app' ? null : accountOf(actor), now, field, from, fromText, to, toText);
      }
      this.events.record('avi:jira:updated:issue', issueEvent('avi:jira:updated:issue', this.require(id), this.workflows, actor, changes));
    });
    void this.events.deliver();
  }

  private setFixVersions(issueId: string, versionIds: readonly string[]): void {
    this.database.prepare('DELETE FROM issue_fix_version WHERE issueId = ?').run(issueId);
    const insert = this.database.prepare('INSERT OR IGNORE INTO issue_fix_version (issueId, versionId) VALUES (?, ?)');
    for (const versionId of versionIds) insert.run(issueId, versionId);
  }

  private require(id: string): Issue {
    const issue = this.find(id);
    if (issue === undefined) throw new Error(`No issue ${id}`);
    return issue;
  }

  private read(tail: string, ...values: (string | number)[]): Issue[] {
    const versions = this.database.prepare('SELECT versionId FROM issue_fix_version WHERE issueId = ? ORDER BY versionId');
    return this.database.prepare(`SELECT ${issueColumns} FROM issue ${tail}`).all(...values).map((row) => {
      const issue = z.parse(issueRow, row);
      return { ...issue, fixVersionIds: versions.all(issue.id).map((version) => z.parse(versionIdRow, version).versionId) };
    });
  }
}

/** What changed in one field: ids (or the value itself) and what a person reads. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

function plainChange(field: string, from: string | null, to: string | null): FieldChange {
  return { field, from, fromText: from, to, toText: to };
}
