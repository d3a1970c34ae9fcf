import * as z from 'zod/mini';
import type { RealAccounts } from '../real-accounts';
import { KEY_PREFIX, recordId } from '../salesforce/record-ids';
import type { Site } from '../site';
import { act, DemoRefused } from './acting';
import { deals } from './company/deals';
import { draftOf, guidelines } from './company/guidelines';
import type { DemoProject } from './company/project';
import { projects, type ProjectName } from './company/projects';
import { once, settleConnections } from './settle-connections';
import { settleGate } from './settle-gate';

interface SettleOptions {
  /** Plain date. */
  readonly today: string;
  readonly real: RealAccounts;
  readonly onProgress: (text: string) => void;
}

/**
 * Lets the company's people use the app, so that a visitor finds it in use: connections, guidelines, links, decisions.
 * What an earlier start did already is left as it is; what it did not finish is finished.
 * Where a real account takes a stand-in's place no deal is linked: the demo's deals are not in it, or its people are not.
 * What the app refuses, as in a project that a visitor archived meanwhile, is told and left.
 */
export async function settleCompany(site: Site, { today, real, onProgress }: SettleOptions): Promise<void> {
  await settleConnections(site, real, onProgress);
  const links = real.salesforce === undefined && real.tempo === undefined;
  await once(site, `demo-settled${links ? '' : '-without-deals'}`, async () => {
    onProgress('the demo company settles in (some seconds)…');
    for (const name of Object.keys(projects).filter(isProjectName)) {
      try {
        await besidesVisitors(() => settleProject(site, name, today, links));
        await besidesVisitors(() => settleGate(site, name, today));
      } catch (error) {
        if (!(error instanceof DemoRefused)) throw error;
        onProgress(`${projects[name].key} is left as it is: ${error.message}`);
      }
    }
    onProgress('the demo company is ready.');
  });
}

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
    if (place < published) continue;
    const { revision } = await act(site, manager, page, 'guidelines.readDraft', {}, draft);
    const saved = await act(site, manager, page, 'guidelines.saveDraft', { revision, draft: draftOf(version, today, dealIds[1] ?? null) }, draft);
    await act(site, manager, page, 'guidelines.publish', { revision: saved.revision }, anything);
    await acknowledge(site, project, place + 1, wanted.length);
  }
  // Linked last, so that each deal is brought in step once and not with every version.
  for (const dealId of dealIds) await unless('alreadyLinked', () => act(site, manager, page, 'deals.link', { dealId }, anything));
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
