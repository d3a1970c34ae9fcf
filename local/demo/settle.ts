import * as z from 'zod/mini';
import type { RealAccounts } from '../real-accounts';
import { KEY_PREFIX, recordId } from '../salesforce/record-ids';
import type { Site } from '../site';
import { act, DemoRefused } from './acting';
import { clients, type ClientName } from './company/clients';
import { deals } from './company/deals';
import { draftOf, guidelines } from './company/guidelines';
import type { DemoProject } from './company/project';
import { projects, type ProjectName } from './company/projects';
import { relations } from './company/relations';
import { isDone, once } from './marks';
import { settleConnections } from './settle-connections';
import { settleGate } from './settle-gate';
import { settleMargin } from './settle-margin';
import { settleRelations } from './settle-relations';

interface SettleOptions {
  /** Plain date. */
  readonly today: string;
  readonly real: RealAccounts;
  readonly onProgress: (text: string) => void;
}

/**
 * Lets the company's people use the app, so that a visitor finds it in use: connections, guidelines, links, decisions.
 * Each project is noted when it is settled; a later start does only what is not, and in a project that is half done what is missing.
 * Where a real account takes a stand-in's place no deal is linked: the demo's deals are not in it, or its people are not.
 * What the app refuses, as in a project that a visitor archived meanwhile, is told and left to the next start.
 */
export async function settleCompany(site: Site, { today, real, onProgress }: SettleOptions): Promise<void> {
  await settleConnections(site, real, onProgress);
  const links = real.salesforce === undefined && real.tempo === undefined;
  const markOf = (name: ProjectName): string => `demo-settled-${projects[name].key}${links ? '' : '-without-deals'}`;
  const marginMarkOf = (name: ProjectName): string => `demo-margin-${projects[name].key}`;
  const names = Object.keys(projects).filter(isProjectName);
  const waiting = names.filter((name) => !isDone(site, markOf(name)));
  if (waiting.length === 0 && names.every((name) => isDone(site, marginMarkOf(name))) && (!links || clientsWithRelations.every((client) => isDone(site, `demo-relation-${client}`)))) return;
  onProgress('the demo company settles in (some seconds)…');
  const tell = (key: string) => (error: unknown): void => {
    if (!(error instanceof DemoRefused)) throw error;
    onProgress(`${key} is left as it is: ${error.message}`);
  };
  for (const name of waiting) {
    try {
      await once(site, markOf(name), async () => {
        await besidesVisitors(() => settleProject(site, name, today, links));
        await besidesVisitors(() => settleGate(site, name, today));
      });
    } catch (error) {
      tell(projects[name].key)(error);
    }
  }
  // What is still to come can be priced only once the planner has it.
  await site.host.idle();
  for (const name of names.filter((one) => isDone(site, markOf(one)))) {
    await once(site, marginMarkOf(name), () => besidesVisitors(() => settleMargin(site, name, today))).catch(tell(projects[name].key));
  }
  for (const client of clientsWithRelations) {
    if (links) await once(site, `demo-relation-${client}`, () => besidesVisitors(() => settleRelations(site, client, today))).catch(tell(clients[client].name));
  }
  // Clients and people's time are looked at by the clock; a visitor finds them looked at.
  await Promise.all([site.host.runSchedule('clients'), site.host.runSchedule('margins')]);
  onProgress('the demo company is ready.');
}

const isClientName = (name: string): name is ClientName => Object.hasOwn(clients, name);
const clientsWithRelations = Object.keys(relations).filter(isClientName);

const isProjectName = (name: string): name is ProjectName => Object.hasOwn(projects, name);

const anything = z.unknown();
const versions = z.object({ versions: z.array(z.object({ version: z.int() })) });
const draft = z.object({ revision: z.int() });

/** As an account manager: publishes the project's guidelines, version after version, each read by PO and PM, and links its deals. */
async function settleProject(site: Site, name: ProjectName, today: string, links: boolean): Promise<void> {
  const project: DemoProject = projects[name];
  const page = { module: 'project', project } as const;
  const manager = project.accountManager;
  const dealIds = links ? project.deals.map((deal) => recordId(KEY_PREFIX.opportunity, deals[deal].number)) : [];
  const published = (await act(site, manager, page, 'guidelines.read', {}, versions)).versions.length;
  const wanted = guidelines[name] ?? [];
  for (const [place, version] of wanted.entries()) {
    if (place < published - 1) continue;
    if (place >= published) await publish(site, project, draftOf(version, today, dealIds[1] ?? null));
    // The newest version again where a start broke off after it: acknowledging twice is acknowledging once.
    await acknowledge(site, project, place + 1, wanted.length);
  }
  // Linked last, so that each deal is brought in step once and not with every version.
  for (const dealId of dealIds) await unless('alreadyLinked', () => act(site, manager, page, 'deals.link', { dealId }, anything));
}

async function publish(site: Site, project: DemoProject, content: ReturnType<typeof draftOf>): Promise<void> {
  const page = { module: 'project', project } as const;
  const { revision } = await act(site, project.accountManager, page, 'guidelines.readDraft', {}, draft);
  const saved = await act(site, project.accountManager, page, 'guidelines.saveDraft', { revision, draft: content }, draft);
  await act(site, project.accountManager, page, 'guidelines.publish', { revision: saved.revision }, anything);
}

/** The product owner is a version behind where there are several, so that the panel has something to tell. */
async function acknowledge(site: Site, project: DemoProject, version: number, last: number): Promise<void> {
  const panel = { module: 'panel', project, issueKey: `${project.key}-1` } as const;
  const readers = version === last && last > 1 ? [project.projectManager] : [project.projectManager, project.productOwner];
  for (const reader of readers) await unless('conflict', () => act(site, reader, panel, 'guidelines.acknowledge', { version }, anything));
}

/** A visitor may do the same thing in the same moment; looking again shows what is left to do. */
async function besidesVisitors(work: () => Promise<void>): Promise<void> {
  const crossed = new Set(['conflict', 'alreadyWaiting', 'notWaiting']);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3 || !(error instanceof DemoRefused) || !crossed.has(error.code)) throw error;
    }
  }
}

/** Does it, unless the app says that it is done already. */
async function unless(code: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DemoRefused) || error.code !== code) throw error;
  }
}
