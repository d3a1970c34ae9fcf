import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { transaction } from '../database';
import type { EventOutbox } from './event-outbox';
import type { PermissionStore } from './permission-store';
import type { Principal, Project, ProjectState } from './model';

const projectRow = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  projectTypeKey: z.enum(['software', 'business', 'service_desk']),
  style: z.enum(['classic', 'next-gen']),
  leadAccountId: z.string(),
  workflowId: z.string(),
  state: z.enum(['live', 'archived', 'deleted']),
  stateChangedAt: z.nullable(z.string()),
  stateChangedBy: z.nullable(z.string()),
});
const columns = Object.keys(projectRow.def.shape).join(', ');

export interface ProjectChange {
  readonly name?: string;
  readonly description?: string;
  readonly leadAccountId?: string;
}

/** Projects and what becomes of them. Each change is recorded as the product event Jira would send. */
export class ProjectStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventOutbox,
    private readonly permissions: PermissionStore,
  ) {}

  /** By name. */
  all(states: readonly ProjectState[] = ['live']): Project[] {
    return this.database
      .prepare(`SELECT ${columns} FROM project ORDER BY name COLLATE NOCASE, id`)
      .all()
      .map((row) => z.parse(projectRow, row))
      .filter(({ state }) => states.includes(state));
  }

  /** The projects someone may browse, by name. */
  visibleTo(principal: Principal, states: readonly ProjectState[] = ['live']): Project[] {
    return this.all(states).filter(({ id }) => this.permissions.has(principal, 'BROWSE_PROJECTS', id));
  }

  /** @param idOrKey the number or the key, in any letter case. */
  find(idOrKey: string): Project | undefined {
    const row = this.database.prepare(`SELECT ${columns} FROM project WHERE id = ? OR key = ?`).get(idOrKey, idOrKey.toUpperCase());
    return row === undefined ? undefined : z.parse(projectRow, row);
  }

  update(id: string, change: ProjectChange): void {
    const before = this.require(id);
    const after = { ...before, ...change };
    this.change('avi:jira:updated:project', after, () => {
      this.database
        .prepare('UPDATE project SET name = ?, description = ?, leadAccountId = ? WHERE id = ?')
        .run(after.name, after.description, after.leadAccountId, id);
    });
  }

  archive(id: string, actor: string | null): void {
    this.setState(id, 'archived', 'avi:jira:archived:project', actor);
  }

  /** Brings back an archived project, or one from the trash. */
  restore(id: string, actor: string | null): void {
    const wasArchived = this.require(id).state === 'archived';
    this.setState(id, 'live', wasArchived ? 'avi:jira:unarchived:project' : 'avi:jira:restored:project', actor);
  }

  /** Moves the project to the trash, from where it can be restored. */
  moveToTrash(id: string, actor: string | null): void {
    this.setState(id, 'deleted', 'avi:jira:softdeleted:project', actor);
  }

  /** Deletes the project with its issues, versions and grants for good. */
  deleteForGood(id: string): void {
    this.change('avi:jira:deleted:project', this.require(id), () => {
      this.database.prepare("DELETE FROM entity_property WHERE entityType = 'issue' AND entityId IN (SELECT id FROM issue WHERE projectId = ?)").run(id);
      this.database.prepare("DELETE FROM entity_property WHERE entityType = 'project' AND entityId = ?").run(id);
      this.database.prepare('DELETE FROM project WHERE id = ?').run(id);
    });
  }

  private setState(id: string, state: ProjectState, event: string, actor: string | null): void {
    this.change(event, this.require(id), () => {
      this.database
        .prepare('UPDATE project SET state = ?, stateChangedAt = ?, stateChangedBy = ? WHERE id = ?')
        .run(state, this.clock.now().toISOString(), actor, id);
    });
  }

  /** Forge documentation, Jira events, "Project events": the payload names the event and the project, not the person. */
  private change(event: string, { id, key, name, projectTypeKey, style }: Project, write: () => void): void {
    transaction(this.database, () => {
      write();
      this.events.record(event, { eventType: event, project: { id, key, name, projectTypeKey, style, simplified: style === 'next-gen' } });
    });
    void this.events.deliver();
  }

  private require(id: string): Project {
    const project = this.find(id);
    if (project === undefined) throw new Error(`No project ${id}`);
    return project;
  }
}
