import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { RealAccounts } from '../real-accounts';
import type { Site } from '../site';
import { act, DemoRefused } from './acting';
import { clients } from './company/clients';
import { deals, stages } from './company/deals';
import { draftOf, guidelines } from './company/guidelines';
import { projects, type DemoProject, type ProjectName } from './company/projects';
import { demoCredentials } from './credentials';
import { settleGate } from './settle-gate';

interface SettleOptions {
  readonly today: string;
  readonly real: RealAccounts;
  readonly onProgress: (text: string) => void;
}

const anything = z.unknown();
const settings = { module: 'settings' } as const;
const settledMark = 'demo-settled';

/**
 * Lets the company's people use the app, so that a visitor finds it in use: connections, guidelines, links, decisions.
 * What an earlier start did already is left as it is; what it did not finish is finished.
 */
export async function settleCompany(site: Site, { today, real, onProgress }: SettleOptions): Promise<void> {
  const marks = site.jira.store.settings;
  if (marks.get(settledMark) === 'yes') return;
  onProgress('the demo company settles in (some seconds)…');
  await connect(site, real);
  if (real.salesforce === undefined) {
    for (const name of Object.keys(guidelines)) {
      if (isProjectName(name)) await settleProject(site, name, today);
    }
    await settleGate(site);
  }
  marks.set(settledMark, 'yes');
  onProgress('the demo company is ready.');
}

const isProjectName = (name: string): name is ProjectName => Object.hasOwn(projects, name);

const connected = z.object({ salesforce: z.nullable(anything), tempo: z.nullable(anything), signals: z.object({ secretSetAt: z.nullable(z.string()) }) });

/** As the administrator: both connections, the stages, and the secret of Salesforce's Flow. */
async function connect(site: Site, real: RealAccounts): Promise<void> {
  const before = await act(site, 'ewa', settings, 'settings.read', {}, connected);
  if (before.salesforce === null) {
    const { myDomain, clientId, clientSecret } = real.salesforce ?? demoCredentials.salesforce;
    await act(site, 'ewa', settings, 'settings.connectSalesforce', { myDomain, clientId, clientSecret }, anything);
  }
  if (before.tempo === null) {
    const { region, token } = real.tempo ?? { region: 'eu', token: demoCredentials.tempo.token };
    await act(site, 'ewa', settings, 'settings.connectTempo', { region, token }, anything);
  }
  if (real.salesforce !== undefined) return;
  const mapping = Object.fromEntries(stages.map(({ apiName, mappedTo }) => [apiName, mappedTo]));
  await act(site, 'ewa', settings, 'settings.mapStages', { mapping }, anything);
  if (before.signals.secretSetAt === null) {
    const secret = randomBytes(32).toString('hex');
    await act(site, 'ewa', settings, 'settings.setSignalSecret', { secret }, anything);
    site.salesforce.flow.configure({ url: site.host.webTriggerUrl('salesforce-signal'), secret, on: true });
  }
}

const found = z.object({ deals: z.array(z.object({ deal: z.object({ id: z.string(), name: z.string() }) })) });
const versions = z.object({ versions: z.array(z.object({ version: z.int() })) });
const draft = z.object({ revision: z.int() });

/** As an account manager: links the project's deals and publishes its guidelines, version after version, each read by PO and PM. */
async function settleProject(site: Site, name: ProjectName, today: string): Promise<void> {
  const project: DemoProject = projects[name];
  const page = { module: 'project', project } as const;
  const manager = project.accountManager;
  const dealIds: string[] = [];
  for (const dealName of project.deals) {
    const { name: text, client } = deals[dealName];
    const search = await act(site, manager, page, 'deals.search', { text: clients[client].name }, found);
    const deal = search.deals.find((one) => one.deal.name === text)?.deal;
    if (deal === undefined) throw new Error(`the demo's deal ${text} is not in Salesforce`);
    dealIds.push(deal.id);
    await unless('alreadyLinked', () => act(site, manager, page, 'deals.link', { dealId: deal.id }, anything));
  }
  const published = (await act(site, manager, page, 'guidelines.read', {}, versions)).versions.length;
  for (const [place, version] of (guidelines[name] ?? []).entries()) {
    if (place < published) continue;
    const { revision } = await act(site, manager, page, 'guidelines.readDraft', {}, draft);
    const saved = await act(site, manager, page, 'guidelines.saveDraft', { revision, draft: draftOf(version, today, dealIds[1] ?? null) }, draft);
    await act(site, manager, page, 'guidelines.publish', { revision: saved.revision }, anything);
    await acknowledge(site, project, place + 1, (guidelines[name] ?? []).length);
  }
}

/** The product owner is a version behind where there are several, so that the panel has something to tell. */
async function acknowledge(site: Site, project: DemoProject, version: number, last: number): Promise<void> {
  const panel = { module: 'panel', project, issueKey: `${project.key}-1` } as const;
  const readers = version === last && last > 1 ? [project.projectManager] : [project.projectManager, project.productOwner];
  for (const reader of readers) await act(site, reader, panel, 'guidelines.acknowledge', { version }, anything);
}

/** Does it, unless an earlier start did. */
async function unless(code: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DemoRefused) || error.code !== code) throw error;
  }
}
