import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import { transaction, type Database } from '../../database';
import type { Worklog, WorklogContent } from '../model';
import type { Page } from './plan-table';

const row = z.object({
  id: z.number(),
  issue_id: z.string(),
  project_id: z.string(),
  author_id: z.string(),
  day: z.string(),
  seconds: z.number(),
  billable_seconds: z.number(),
  description: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

function worklogOf(value: unknown): Worklog {
  const { id, issue_id, project_id, author_id, day, seconds, billable_seconds, description, created_at, updated_at } = row.parse(value);
  return { id, issueId: issue_id, projectId: project_id, authorId: author_id, day, seconds, billableSeconds: billable_seconds, description, createdAt: created_at, updatedAt: updated_at };
}

export interface WorklogFilter {
  readonly projectId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Time that people logged on issues. */
export class WorklogTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All or none. */
  addAll(contents: readonly WorklogContent[]): void {
    transaction(this.database, () => contents.forEach((content) => this.add(content)));
  }

  add({ issueId, projectId, authorId, day, seconds, billableSeconds, description }: WorklogContent): void {
    const now = this.clock.now().toISOString();
    this.database
      .prepare('INSERT INTO worklog (issue_id, project_id, author_id, day, seconds, billable_seconds, description, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(issueId, projectId, authorId, day, seconds, billableSeconds, description, now, now);
  }

  /** By day and then as they were logged. */
  ofProject({ projectId, from = '0000-00-00', to = '9999-99-99' }: WorklogFilter, { offset, limit }: Page): Worklog[] {
    return this.database.prepare('SELECT * FROM worklog WHERE project_id = ? AND day BETWEEN ? AND ? ORDER BY day, id LIMIT ? OFFSET ?').all(projectId, from, to, limit, offset).map(worklogOf);
  }

  /** All that was logged in some projects or on some issues, by day and then as they were logged. */
  on(where: { readonly projectIds: readonly string[] } | { readonly issueIds: readonly string[] }): Worklog[] {
    const [column, ids] = 'projectIds' in where ? ['project_id', where.projectIds] : ['issue_id', where.issueIds];
    return this.database.prepare(`SELECT * FROM worklog WHERE ${column} IN (SELECT value FROM json_each(?)) ORDER BY day, id`).all(JSON.stringify(ids)).map(worklogOf);
  }

  newest(most: number): Worklog[] {
    return this.database.prepare('SELECT * FROM worklog ORDER BY id DESC LIMIT ?').all(most).map(worklogOf);
  }

  remove(id: number): void {
    this.database.prepare('DELETE FROM worklog WHERE id = ?').run(id);
  }

  isEmpty(): boolean {
    return this.newest(1).length === 0;
  }
}
