import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { systemClock } from '../../local/clock';
import { defaultAccountId, demoCredentials } from '../../local/demo/credentials';
import { LOCAL_CLOUD_ID, LOCAL_ENVIRONMENT_ID, LOCAL_ENVIRONMENT_TYPE } from '../../local/forge/installation';
import { seedSoftwareWorkflow, softwareIssueType, softwareStatus, softwareWorkflowId } from '../../local/jira/software-workflow';
import { noRealAccounts } from '../../local/real-accounts';
import { openSite, type Site } from '../../local/site';
import { addDays, dayAt, instantOf } from '../../src/domain/calendar';
import type { PlainDate } from '../../src/domain/plain-date';
import { AppData } from './app-data';

const project = { id: '10001', key: 'LAS' } as const;
const issue = { id: '30001', key: 'LAS-1' } as const;
const account = defaultAccountId;
const permissions = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADD_COMMENTS', 'ASSIGNABLE_USER', 'ADMINISTER'];
const roles = ['Programista frontend', 'Programista backend', 'Tester', 'Projektant'];

/** A whole site with one project that has everything: published guidelines, a won deal in step with Tempo, a review that waits. */
export interface BenchCompany {
  readonly site: Site;
  readonly dealId: string;
  readonly issueKey: string;
  readonly data: AppData;
  /** Calls an operation from the module's screen and gives its answer's data. @throws Error when the app refuses. */
  call(module: keyof typeof screenTypes, operation: string, payload?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens the site in a folder that goes with it, on free ports, and does through the app's own operations what people would have done. */
export async function openCompany(): Promise<BenchCompany> {
  const folder = await mkdtemp(join(tmpdir(), 'opiekun-bench-'));
  const site = await openSite({ data: folder, port: 0, clock: systemClock, random: Math.random, real: noRealAccounts, log: () => undefined });
  const data = new AppData(folder, site.host.manifest);
  const close = async (): Promise<void> => {
    await site.close();
    data.close();
    await rm(folder, { recursive: true, force: true });
  };
  const call: BenchCompany['call'] = async (moduleKey, operation, payload = {}) => {
    const answer = answered.parse(await site.host.invokeResolver({ moduleKey, operation, payload, accountId: account, context: contextOf(site, moduleKey) }));
    if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  };
  try {
    furnishJira(site);
    const dealId = furnishOthers(site);
    site.host.start();
    const { myDomain, clientId, clientSecret } = demoCredentials.salesforce;
    await call('settings', 'settings.connectSalesforce', { myDomain, clientId, clientSecret });
    await call('settings', 'settings.connectTempo', { region: 'eu', token: demoCredentials.tempo.token });
    await call('settings', 'settings.mapStages', { mapping: { Negocjacje: 'negotiation', Wygrana: 'won' } });
    await call('project', 'deals.link', { dealId });
    const { revision } = saved.parse(await call('project', 'guidelines.saveDraft', { revision: 0, draft: draftFrom(today()) }));
    await call('project', 'guidelines.publish', { revision });
    await call('panel', 'gate.request', { note: 'Pierwsza paczka dla klienta', recipient: '', dueOn: null });
    await site.host.idle();
    const state = planned.parse(await call('project', 'planner.read')).deals.map(({ sync }) => sync.kind);
    if (state.join() !== 'inStep') throw new Error(`The deal is not in step with Tempo: ${state.join()}`);
    return { site, dealId, issueKey: issue.key, data, call, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const answered = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), data: z.unknown() }), z.object({ ok: z.literal(false), error: z.unknown() })]);
const saved = z.object({ revision: z.int() });
const planned = z.object({ deals: z.array(z.object({ sync: z.object({ kind: z.string() }) })) });

const timeZone = 'Europe/Warsaw';
const today = (): PlainDate => dayAt(instantOf(systemClock.now()), timeZone);

const screenTypes = { settings: 'jira:adminPage', project: 'jira:projectPage', panel: 'jira:issuePanel', portfolio: 'jira:globalPage' } as const;

function contextOf(site: Site, moduleKey: keyof typeof screenTypes): Parameters<Site['host']['invokeResolver']>[0]['context'] {
  return {
    accountId: account,
    cloudId: LOCAL_CLOUD_ID,
    siteUrl: site.urls.jira,
    localId: 'bench',
    environmentId: LOCAL_ENVIRONMENT_ID,
    environmentType: LOCAL_ENVIRONMENT_TYPE,
    moduleKey,
    locale: 'pl-PL',
    timezone: timeZone,
    extension: {
      type: screenTypes[moduleKey],
      ...(moduleKey !== 'settings' && moduleKey !== 'portfolio' && { project: { ...project, type: 'software' } }),
      ...(moduleKey === 'panel' && { issue: { ...issue, type: 'Story', typeId: softwareIssueType.story } }),
    },
  };
}

function furnishJira(site: Site): void {
  const { seed, permissions: grants } = site.jira.store;
  seed.createUser({
    accountId: account,
    displayName: 'Zofia Bielska',
    emailAddress: 'zofia@firma.example',
    active: true,
    locale: 'pl_PL',
    timeZone,
    theme: 'light',
    avatarColour: '#0052cc',
    jobTitle: { pl: 'Opiekun klienta', en: 'Account manager' },
  });
  seedSoftwareWorkflow(seed, undefined);
  seed.createProject({ ...project, name: 'Leśna Spiżarnia', leadAccountId: account, workflowId: softwareWorkflowId });
  const holder = { type: 'user', accountId: account } as const;
  for (const permissionKey of [...permissions, site.permissionKey('set-guidelines'), site.permissionKey('decide-gate')]) grants.addGrant({ permissionKey, holder });
  seed.createIssue({
    ...issue,
    projectId: project.id,
    typeId: softwareIssueType.story,
    summary: 'Koszyk z dostawą na wybrany dzień',
    statusId: softwareStatus.inReview,
    reporter: account,
    created: systemClock.now().toISOString(),
  });
}

/** The deal in Salesforce and the person in Tempo. @returns the deal's id. */
function furnishOthers({ salesforce, tempo }: Site): string {
  salesforce.store.createStage({ apiName: 'Negocjacje', probability: 60 });
  salesforce.store.createStage({ apiName: 'Wygrana', probability: 100, won: true });
  const client = salesforce.store.createAccount({ name: 'Leśna Spiżarnia' });
  tempo.store.createPerson({ accountId: account, displayName: 'Zofia Bielska', role: 'Opiekun klienta' });
  tempo.store.createPerson({ accountId: demoCredentials.tempo.ownerId, displayName: 'Ewa Administratorka', role: 'Administrator' });
  const closeDate = addDays(today(), -10);
  const deal = salesforce.store.createOpportunity({ name: 'Sklep z dostawą', accountId: client.id, stageName: 'Negocjacje', amount: '480000', currency: 'PLN', closeDate });
  salesforce.store.moveStage(deal.id, 'Wygrana');
  return deal.id;
}

function draftFrom(start: PlainDate): Readonly<Record<string, unknown>> {
  const day = (distance: number): PlainDate => addDays(start, distance);
  const name = (at: number): string => `wiersz${at}`;
  return {
    budget: { amount: '480000', currency: 'PLN', hours: '2400', targetMargin: '40', billable: 'Prace programistyczne i testy; dojazdy po stronie klienta.' },
    schedule: {
      start: day(-30),
      end: day(150),
      milestones: ['Prototyp', 'Wersja dla pierwszych klientów', 'Otwarcie sklepu'].map((milestone, at) => ({ id: name(at), name: milestone, date: day(at * 60) })),
    },
    scope: { goal: 'Klient zamawia dostawę na wybrany dzień bez telefonu do sklepu.', inScope: 'Koszyk, dostawy, płatności', outOfScope: 'Magazyn' },
    priorities: ['Płatności bez błędów', 'Termin otwarcia', 'Wygląd', 'Wydajność', 'Raporty'].map((text, at) => ({ id: name(at), text })),
    staffing: roles.map((role, at) => ({
      id: name(at),
      role,
      person: at === 0 ? { accountId: account, name: 'Zofia Bielska' } : null,
      from: day(7),
      to: day(120),
      hoursPerDay: '6',
      dealId: null,
    })),
  };
}
