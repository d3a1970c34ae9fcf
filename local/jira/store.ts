import type { Clock } from '../clock';
import type { Database } from '../database';
import { BulkTaskStore } from './bulk-task-store';
import { CommentStore } from './comment-store';
import { EntityPropertyStore } from './entity-property-store';
import { EventOutbox, type EmitEvent } from './event-outbox';
import { IssueLinkStore } from './issue-link-store';
import { IssueRelocation } from './issue-relocation';
import { IssueStore } from './issue-store';
import type { AppPermission } from './model';
import { PeopleStore } from './people-store';
import { PermissionStore } from './permission-store';
import { ProjectStore } from './project-store';
import { createTables } from './schema';
import { JiraSeed } from './seed';
import { Settings } from './settings';
import { VersionStore } from './version-store';
import { WorkflowStore } from './workflow-store';

export interface JiraStoreOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly appPermissions?: readonly AppPermission[];
  readonly emit?: EmitEvent;
}

/**
 * Everything the stand-in holds, in one SQLite database: nothing lives in memory only.
 * The stores do not check permissions; `permissions.has` answers who may, and the callers (REST, pages) ask it.
 */
export class JiraStore {
  readonly people: PeopleStore;
  readonly permissions: PermissionStore;
  readonly projects: ProjectStore;
  readonly versions: VersionStore;
  readonly workflows: WorkflowStore;
  readonly issues: IssueStore;
  readonly links: IssueLinkStore;
  readonly relocation: IssueRelocation;
  readonly bulkTasks: BulkTaskStore;
  readonly comments: CommentStore;
  readonly properties: EntityPropertyStore;
  readonly events: EventOutbox;
  readonly settings: Settings;
  /** Writes rows as the caller gives them, ids included, and tells no app about them. */
  readonly seed: JiraSeed;
  readonly clock: Clock;

  constructor({ database, clock, appPermissions = [], emit = () => Promise.resolve() }: JiraStoreOptions) {
    createTables(database);
    this.clock = clock;
    this.events = new EventOutbox(database, clock, emit);
    this.people = new PeopleStore(database);
    this.permissions = new PermissionStore(database, appPermissions);
    this.workflows = new WorkflowStore(database);
    this.projects = new ProjectStore(database, clock, this.events, this.permissions);
    this.versions = new VersionStore(database, this.events);
    this.properties = new EntityPropertyStore(database);
    this.issues = new IssueStore(database, clock, this.events, this.workflows);
    this.links = new IssueLinkStore(database, this.events);
    this.relocation = new IssueRelocation(database, this.events, this.issues, this.workflows);
    this.bulkTasks = new BulkTaskStore(database, clock);
    this.comments = new CommentStore(database, clock);
    this.settings = new Settings(database);
    this.seed = new JiraSeed(database);
  }
}
