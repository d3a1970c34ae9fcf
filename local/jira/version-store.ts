import * as z from 'zod/mini';
import type { Database } from '../database';
import { transaction } from '../database';
import type { EventOutbox } from './event-outbox';
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

export type VersionChange = Partial<Omit<Version, 'id' | 'projectId'>>;

/** A project's versions, which Jira's pages call releases. Each change is recorded as the product event Jira would send. */
export class VersionStore {
  constructor(
    private readonly database: Database,
    private readonly events: EventOutbox,
  ) {}

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

  /** @returns false, with nothing written, when the project has another version of that name. */
  create(projectId: string, name: string, change: VersionChange = {}): Version | false {
    if (this.isTaken(projectId, name, undefined)) return false;
    const id = String(countOf(this.database.prepare('SELECT ifnull(max(CAST(id AS INTEGER)), 10000) + 1 AS count FROM version').get()));
    const version: Version = { id, projectId, description: '', released: false, archived: false, startDate: null, releaseDate: null, ...change, name };
    this.write([['created', version]], () => {
      this.database
        .prepare('INSERT INTO version (id, projectId, name, description, released, archived, startDate, releaseDate) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(id, projectId, name, version.description, Number(version.released), Number(version.archived), version.startDate, version.releaseDate);
    });
    return version;
  }

  /** @returns false, with nothing written, when the project has another version of the new name. */
  update(before: Version, change: VersionChange): boolean {
    const after: Version = { ...before, ...change };
    if (this.isTaken(before.projectId, after.name, before.id)) return false;
    const events: [string, Version][] = [];
    if (after.released !== before.released) events.push([after.released ? 'released' : 'unreleased', after]);
    if (after.archived !== before.archived) events.push([after.archived ? 'archived' : 'unarchived', after]);
    if ((['name', 'description', 'startDate', 'releaseDate'] as const).some((field) => before[field] !== after[field])) events.push(['updated', after]);
    this.write(events, () => {
      this.database
        .prepare('UPDATE version SET name = ?, description = ?, released = ?, archived = ?, startDate = ?, releaseDate = ? WHERE id = ?')
        .run(after.name, after.description, Number(after.released), Number(after.archived), after.startDate, after.releaseDate, before.id);
    });
    return true;
  }

  /** Its issues stay, without it. */
  delete(version: Version): void {
    this.write([['deleted', version]], () => {
      this.database.prepare('DELETE FROM version WHERE id = ?').run(version.id);
    });
  }

  private isTaken(projectId: string, name: string, byOther: string | undefined): boolean {
    return this.ofProject(projectId).some((one) => one.id !== byOther && one.name.toLowerCase() === name.toLowerCase());
  }

  /** Forge documentation, Jira events, "Version events". */
  private write(events: readonly (readonly [string, Version])[], change: () => void): void {
    transaction(this.database, () => {
      change();
      for (const [what, { projectId, ...version }] of events) {
        const name = `avi:jira:${what}:version`;
        this.events.record(name, { eventType: name, version: { ...version, projectId: Number(projectId) } });
      }
    });
    void this.events.deliver();
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
