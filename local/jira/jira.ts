import type { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Database } from '../database';
import type { EmitEvent } from './event-outbox';
import { FaultSwitch } from './faults';
import { IssueSearch } from './issue-search';
import type { AppPermission } from './model';
import { PrecomputationStore } from './precomputation-store';
import type { JiraEnvironment } from './rest/access';
import { createRest } from './rest/api';
import { JiraStore } from './store';
import { IssueWorkflow, type RunValidator } from './workflow';

export interface JiraOptions {
  /** Its own database file: table names are not prefixed. */
  readonly database: Database;
  readonly clock: Clock;
  /** What the app's requests carry in `x-forge-secret`. */
  readonly appSecret: string;
  /** The app's permission modules, with their keys in full. */
  readonly appPermissionKeys: readonly AppPermission[];
  /** `ari:cloud:ecosystem::extension/<app id>/<environment id>/static/`, which module keys follow. */
  readonly extensionPrefix: string;
  readonly runValidator: RunValidator;
  readonly emit: EmitEvent;
}

export interface Jira {
  readonly store: JiraStore;
  /** Moves issues through their workflow; pages use it as the REST API does. */
  readonly workflow: IssueWorkflow;
  /** Finds issues by JQL; pages use it as the REST API does. */
  readonly search: IssueSearch;
  readonly faults: FaultSwitch;
  /** Serves `/rest/*`. */
  readonly rest: Hono<JiraEnvironment>;
}

/** A stand-in for a Jira Cloud site. Call `store.events.deliver()` once the app can take events: some may be left from before. */
export function createJira({ database, clock, appSecret, appPermissionKeys, extensionPrefix, runValidator, emit }: JiraOptions): Jira {
  const store = new JiraStore({ database, clock, appPermissions: appPermissionKeys, emit });
  const workflow = new IssueWorkflow(store, runValidator);
  const search = new IssueSearch(store, new PrecomputationStore(database, clock));
  const faults = new FaultSwitch(database);
  return { store, workflow, search, faults, rest: createRest({ store, workflow, search, faults, appSecret, extensionPrefix }) };
}
