import * as z from 'zod/mini';
import type { Database } from '../database';
import type { Version } from './model';
import { countOf, flag } from './rows';

const versionRow = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  description: z.string(),
  released: flag,
  archived: flag,
  startDate: z.nullable(z.string()),
  releaseDate: z.nullable(z.string()),
});

export interface VersionProgress {
  readonly toDo: number;
  readonly inProgress: number;
  readonly done: number;
}

/** A project's versions, which Jira's pages call releases. */
export class VersionStore {
  constructor(private readonly database: Database) {}

  /** By release date, undated ones last. */
  ofProject(projectId: string): Version[] {
    return this.database
      .prepare("SELECT * FROM version WHERE projectId = ? ORDER BY ifnull(releaseDate, '9999'), name")
      .all(projectId)
      .map((row) => z.parse(versionRow, row));
  }

  find(id: string): Version | undefined {
    const row = this.database.prepare('SELECT * FROM version WHERE id = ?').get(id);
    return row === undefined ? undefined : z.parse(versionRow, row);
  }

  setReleased(id: string, released: boolean): void {
    this.database.prepare('UPDATE version SET released = ? WHERE id = ?').run(released ? 1 : 0, id);
  }

  /** How many of the version's issues stand in each status category. */
  progress(versionId: string): VersionProgress {
    const count = (category: string): number =>
      countOf(
        this.database
          .prepare(
            'SELECT count(*) AS count FROM issue_fix_version f JOIN issue i ON i.id = f.issueId JOIN status s ON s.id = i.statusId WHERE f.versionId = ? AND s.category = ?',
          )
          .get(versionId, category),
      );
    return { toDo: count('new'), inProgress: count('indeterminate'), done: count('done') };
  }
}
