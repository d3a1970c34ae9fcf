import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { transaction } from '../database';
import { adfDocument } from './document-schema';
import type { AdfNode, Comment } from './model';
import { countOf, jsonColumn } from './rows';

const commentRow = z.object({
  id: z.string(),
  issueId: z.string(),
  author: z.string(),
  body: jsonColumn(adfDocument),
  created: z.string(),
  updated: z.string(),
});

export class CommentStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Oldest first. */
  ofIssue(issueId: string, startAt = 0, maxResults = 5000): Comment[] {
    return this.database
      .prepare('SELECT id, issueId, author, body, created, updated FROM comment WHERE issueId = ? ORDER BY number LIMIT ? OFFSET ?')
      .all(issueId, maxResults, startAt)
      .map((row) => z.parse(commentRow, row));
  }

  count(issueId: string): number {
    return countOf(this.database.prepare('SELECT count(*) AS count FROM comment WHERE issueId = ?').get(issueId));
  }

  find(id: string): Comment | undefined {
    const row = this.database.prepare('SELECT id, issueId, author, body, created, updated FROM comment WHERE id = ?').get(id);
    return row === undefined ? undefined : z.parse(commentRow, row);
  }

  add(issueId: string, author: string, body: AdfNode): Comment {
    return transaction(this.database, () => {
      const number = countOf(this.database.prepare('SELECT ifnull(max(number), 10000) + 1 AS count FROM comment').get());
      const now = this.clock.now().toISOString();
      const comment = { id: String(number), issueId, author, body, created: now, updated: now };
      this.database
        .prepare('INSERT INTO comment (id, number, issueId, author, body, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(comment.id, number, issueId, author, JSON.stringify(body), now, now);
      this.database.prepare('UPDATE issue SET updated = ? WHERE id = ?').run(now, issueId);
      return comment;
    });
  }
}
