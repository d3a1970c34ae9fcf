import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openDatabase, type Database } from '../database';
import { HandClock } from '../hand-clock';
import { createJira, type Jira } from './jira';
import { seedSoftwareWorkflow, softwareIssueType, softwareStatus, softwareWorkflowId } from './software-workflow';
import type { JiraStore } from './store';
import type { ValidatorPayload } from './workflow';

export const extensionPrefix = 'ari:cloud:ecosystem::extension/app-1/environment-1/static/';
export const decideGate = `${extensionPrefix}decide-gate`;
export const seePortfolio = `${extensionPrefix}see-portfolio`;
export const allScopes = 'read:jira-work write:jira-work read:jira-user manage:jira-configuration manage:jira-project';

/** anna manages CRM, piotr owns the product and may work in CRM, ewa administers, obcy belongs to no project, dawny has left. */
export const people = { anna: 'acc-anna', piotr: 'acc-piotr', ewa: 'acc-ewa', obcy: 'acc-obcy', dawny: 'acc-dawny' } as const;
export type Person = keyof typeof people;

export interface ValidatorCall {
  readonly moduleKey: string;
  readonly payload: ValidatorPayload;
  readonly accountId: string | undefined;
}

export interface TestSite {
  readonly jira: Jira;
  readonly url: string;
  readonly clock: HandClock;
  readonly emitted: { name: string; payload: Record<string, unknown> }[];
  readonly validatorCalls: ValidatorCall[];
  /** What the validator and the event receiver do; a test may replace either. */
  readonly app: { validate: () => Promise<{ result: unknown; errorMessage?: string }>; receive: () => Promise<void> };
  /** A request from a person's browser. */
  as(person: Person, path: string, init?: RequestInit): Promise<Response>;
  /** A request from the app: as itself, or as a person. */
  fromApp(path: string, init?: RequestInit & { person?: Person; scopes?: string; secret?: string }): Promise<Response>;
}

export function json(method: string, body: unknown): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

const closers: (() => Promise<void>)[] = [];

/** Closes every site that was started; in afterEach, so that a failing test leaves no server behind. */
export async function closeTestSites(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()));
}

/** @param database one that an earlier site used, to see what a restart finds. */
export async function startTestSite(database: Database = openDatabase(':memory:')): Promise<TestSite> {
  const clock = new HandClock('2026-03-02T09:00:00.000Z');
  const emitted: TestSite['emitted'] = [];
  const validatorCalls: ValidatorCall[] = [];
  const app: TestSite['app'] = { validate: () => Promise.resolve({ result: true }), receive: () => Promise.resolve() };
  const jira = createJira({
    database,
    clock,
    appSecret: 'shared secret',
    extensionPrefix,
    appPermissionKeys: [
      { key: decideGate, type: 'PROJECT', name: 'Decide the gate', description: '' },
      { key: seePortfolio, type: 'GLOBAL', name: 'See the portfolio', description: '', defaultGrants: ['admins'] },
    ],
    runValidator: (moduleKey, payload, accountId) => {
      validatorCalls.push({ moduleKey, payload, accountId });
      return app.validate();
    },
    emit: async (name, payload) => {
      await app.receive();
      emitted.push({ name, payload });
    },
  });
  if (jira.store.people.all().length === 0) seedCompany(jira.store);

  const server = serve({ fetch: jira.rest.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const url = `http://127.0.0.1:${portOf(server.address())}`;

  closers.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  );
  return {
    jira,
    url,
    clock,
    emitted,
    validatorCalls,
    app,
    as: (person, path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', `local-user=${people[person]}`);
      return fetch(`${url}${path}`, { ...init, headers });
    },
    fromApp: (path, { person, scopes = allScopes, secret = 'shared secret', ...init } = {}) => {
      const headers = new Headers(init.headers);
      headers.set('x-forge-secret', secret);
      headers.set('x-forge-as', person === undefined ? 'app' : 'user');
      if (person !== undefined) headers.set('x-forge-account', people[person]);
      headers.set('x-forge-scopes', scopes);
      return fetch(`${url}${path}`, { ...init, headers });
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The test server has no port');
  return address.port;
}

function seedCompany({ seed, permissions }: JiraStore): void {
  const names: Record<Person, string> = { anna: 'Anna Kowal', piotr: 'Piotr Żak', ewa: 'Ewa Lis', obcy: 'Jan Obcy', dawny: 'Dawny Pracownik' };
  for (const [person, displayName] of Object.entries(names)) {
    seed.createUser({
      accountId: `acc-${person}`,
      displayName,
      emailAddress: `${person}@firma.example`,
      active: person !== 'dawny',
      locale: person === 'obcy' ? 'en_US' : 'pl_PL',
      timeZone: 'Europe/Warsaw',
      theme: 'auto',
      avatarColour: '#0052cc',
      jobTitle: { pl: 'Pracownik', en: 'Employee' },
    });
  }
  seed.createGroup({ id: 'admins', name: 'jira-administrators' }, [people.ewa]);
  seed.createProjectRole({ id: '10100', name: { pl: 'Zespół', en: 'Team' } });
  seedSoftwareWorkflow(seed, 'delivery-gate');
  for (const [id, key, name] of [['10001', 'CRM', 'System CRM'], ['10002', 'TAJ', 'Tajny projekt']] as const) {
    seed.createProject({ id, key, name, leadAccountId: people.anna, workflowId: softwareWorkflowId });
  }
  for (const person of [people.anna, people.piotr, people.dawny]) seed.addRoleMember('10001', '10100', person);
  const team = { type: 'projectRole', roleId: '10100' } as const;
  for (const permissionKey of ['BROWSE_PROJECTS', 'TRANSITION_ISSUES', 'ADD_COMMENTS', 'ASSIGNABLE_USER']) {
    permissions.addGrant({ permissionKey, holder: team });
  }
  permissions.addGrant({ permissionKey: 'EDIT_ISSUES', holder: { type: 'user', accountId: people.piotr }, projectId: '10001' });
  permissions.addGrant({ permissionKey: 'ADMINISTER', holder: { type: 'group', groupId: 'admins' } });
  permissions.addGrant({ permissionKey: 'BROWSE_PROJECTS', holder: { type: 'group', groupId: 'admins' } });
  permissions.addGrant({ permissionKey: decideGate, holder: { type: 'user', accountId: people.anna }, projectId: '10001' });
  seed.createVersion({ id: '20001', projectId: '10001', name: '1.0', releaseDate: '2026-02-01' });
  seed.createVersion({ id: '20002', projectId: '10001', name: '2.0' });
  const common = { projectId: '10001', typeId: softwareIssueType.story, reporter: people.anna, created: '2026-01-10T12:00:00.000Z' };
  seed.createIssue({ ...common, id: '30001', key: 'CRM-1', summary: 'Import klientów', statusId: softwareStatus.inReview, fixVersionIds: ['20001'], assignee: people.piotr });
  seed.createIssue({ ...common, id: '30002', key: 'CRM-2', summary: 'Raport miesięczny', statusId: softwareStatus.toDo, fixVersionIds: ['20001', '20002'] });
  seed.createIssue({ ...common, id: '30003', key: 'CRM-3', summary: 'Wykres', statusId: softwareStatus.done, typeId: softwareIssueType.subtask, parentId: '30002' });
  seed.createIssue({ ...common, id: '30009', key: 'TAJ-1', projectId: '10002', summary: 'Tajne zadanie', statusId: softwareStatus.toDo });
  seed.linkIssues('40001', '30001', '30002');
  seed.linkIssues('40002', '30009', '30001');
}
