import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { RealAccounts } from '../real-accounts';
import type { Site } from '../site';
import { act } from './acting';
import { stages } from './company/deals';
import { financialProjects } from './company/financials';
import { people, type PersonName } from './company/people';
import { projects } from './company/projects';
import { rates, roles } from './company/rates';
import { demoCredentials } from './credentials';
import { once } from './marks';

const settings = { module: 'settings' } as const;
const checked = z.object({ checks: z.array(z.object({ code: z.string(), outcome: z.string(), detail: z.nullable(z.string()) })) });
const anything = z.unknown();

/**
 * As the administrator: connects Salesforce and Tempo where this start is the first with these accounts,
 * and the first time maps the stages, switches Salesforce's Flow on and enters the company's rates. What a person changed afterwards stays.
 * @throws Error when the app refuses a stand-in.
 */
export async function settleConnections(site: Site, real: RealAccounts, onProgress: (text: string) => void): Promise<void> {
  const { myDomain, clientId, clientSecret } = real.salesforce ?? demoCredentials.salesforce;
  await connect(site, 'Salesforce', { myDomain, clientId, clientSecret }, real.salesforce !== undefined, onProgress);
  const { region, token } = real.tempo ?? { region: 'eu', token: demoCredentials.tempo.token };
  await connect(site, 'Tempo', { region, token }, real.tempo !== undefined, onProgress);
  if (real.salesforce === undefined) {
    await mapStages(site);
    await switchFlowOn(site);
  }
  await setRates(site);
  if (real.tempo === undefined) await setCosts(site);
}

async function connect(
  site: Site,
  system: 'Salesforce' | 'Tempo',
  credentials: Readonly<Record<string, string>>,
  isReal: boolean,
  onProgress: (text: string) => void,
): Promise<void> {
  const marks = site.jira.store.settings;
  const mark = `demo-connected-${system}`;
  const fingerprint = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
  if (marks.get(mark) === fingerprint) return;
  const { checks } = await act(site, 'ewa', settings, `settings.connect${system}`, credentials, checked);
  const failed = checks.filter(({ outcome }) => outcome === 'failed').map(({ code, detail }) => (detail === null ? code : `${code} (${detail})`));
  if (failed.length === 0) return marks.set(mark, fingerprint);
  if (!isReal) throw new Error(`the app cannot connect the ${system} stand-in: ${failed.join(', ')}`);
  onProgress(`the ${system} account in .env is not connected: ${failed.join(', ')}`);
}

async function mapStages(site: Site): Promise<void> {
  await once(site, 'demo-stages-mapped', async () => {
    const mapping = Object.fromEntries(stages.map(({ apiName, mappedTo }) => [apiName, mappedTo]));
    await act(site, 'ewa', settings, 'settings.mapStages', { mapping }, anything);
  });
}

async function setRates(site: Site): Promise<void> {
  await once(site, 'demo-rates-set', async () => {
    // An earlier start may have broken off behind them, and an administrator's own stay as they are.
    const { revision } = await act(site, 'ewa', settings, 'settings.readRates', {}, revised);
    if (revision > 0) return;
    const list = rates.map(({ role, cost, billing = null }) => ({ role, from: '2024-01-01', currency: 'PLN', cost, billing }));
    const inRoles = Object.entries(roles).flatMap(([name, role]) => (isPersonName(name) ? [{ accountId: people[name].accountId, role }] : []));
    await act(site, 'ewa', settings, 'settings.saveRates', { revision, rates: list, people: inRoles }, anything);
  });
}

/** Financial Manager tells the costs; the project that is made of a filter is chosen by hand, for its scope does not name Jira's. */
async function setCosts(site: Site): Promise<void> {
  await once(site, 'demo-costs-set', async () => {
    const { revision, kept } = await act(site, 'ewa', settings, 'settings.readCosts', {}, costs);
    if (revision > 0) return;
    const chosen = financialProjects
      .filter(({ filter }) => filter !== undefined)
      .flatMap(({ name, over }) => over.map((project) => ({ projectId: projects[project].id, costProjectId: kept.projects.find((one) => one.name === name)?.id })));
    await act(site, 'ewa', settings, 'settings.saveCosts', { revision, source: 'financialManager', chosen }, anything);
  });
}

const costs = z.object({ revision: z.int(), kept: z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) }) });
const revised = z.object({ revision: z.int() });

const isPersonName = (name: string): name is PersonName => Object.hasOwn(people, name);

/** Salesforce gets the secret first: a start that breaks off in between hands the same one to the app the next time. */
async function switchFlowOn(site: Site): Promise<void> {
  const { flow } = site.salesforce;
  const url = site.host.webTriggerUrl('salesforce-signal');
  await once(site, 'demo-flow-on', async () => {
    const secret = flow.read().secret || randomBytes(32).toString('hex');
    flow.configure({ url, secret, on: true });
    await act(site, 'ewa', settings, 'settings.setSignalSecret', { via: 'flow', secret }, anything);
  });
  // The site may have another port than at the last start.
  const known = flow.read();
  if (known.url !== url && known.url.endsWith(new URL(url).pathname)) flow.configure({ ...known, url });
}
