import * as z from 'zod/mini';
import { systemClock } from '../clock';
import { noRealAccounts, type RealAccounts } from '../real-accounts';
import { openSite, type Site } from '../site';
import { act } from './acting';
import { everyProject, projects, type ProjectName } from './company/projects';
import { demoCredentials } from './credentials';
import { seedStandIns } from './seed';
import { settleCompany } from './settle';

const today = systemClock.now().toISOString().slice(0, 10);
const sites: Site[] = [];
jest.setTimeout(240_000);

async function seededSite(): Promise<Site> {
  const site = await openSite({ data: ':memory:', port: 0, clock: systemClock, random: Math.random, real: noRealAccounts, log: () => undefined });
  sites.push(site);
  seedStandIns(site, today);
  // Tempo's pace is not what these tests are about.
  site.tempo.store.settings.set({ requestsPerSecond: 0 });
  site.host.start();
  return site;
}

// Settling waits for Tempo's pace most of the time, so the sites of these tests wait together.
afterAll(() => Promise.all(sites.map((site) => site.close())));

/** Settles, and gives back what was told meanwhile. */
async function settle(site: Site, real: RealAccounts = noRealAccounts): Promise<string[]> {
  const told: string[] = [];
  await settleCompany(site, { today, real, onProgress: (text) => told.push(text) });
  return told;
}

const guidelines = z.object({ versions: z.array(z.unknown()), acknowledgements: z.array(z.object({ version: z.int() })) });
const planner = z.object({ deals: z.array(z.object({ deal: z.object({ name: z.string(), stage: z.string() }), sync: z.object({ kind: z.string() }) })) });
const issue = z.object({ issueKey: z.string() });
const gate = z.object({
  waiting: z.array(z.object({ deliverable: issue })),
  decided: z.array(z.object({ review: z.object({ deliverable: issue }), aftermath: z.nullable(z.object({ state: z.string() })) })),
});

async function standing(site: Site, name: ProjectName) {
  const project = projects[name];
  const ask = <Data>(operation: string, shape: z.ZodMiniType<Data>): Promise<Data> =>
    act(site, project.accountManager, { module: 'project', project }, operation, {}, shape);
  const [read, linked, asked] = [await ask('guidelines.read', guidelines), await ask('planner.read', planner), await ask('gate.read', gate)];
  return {
    versions: read.versions.length,
    acknowledged: read.acknowledgements.map(({ version }) => version).sort(),
    deals: linked.deals.map(({ deal, sync }) => `${deal.name}: ${deal.stage}, ${sync.kind}`),
    waiting: asked.waiting.map(({ deliverable }) => deliverable.issueKey),
    decided: asked.decided.map(({ review, aftermath }) => `${review.deliverable.issueKey} ${aftermath?.state}`).sort(),
  };
}

async function standings(site: Site) {
  const names: readonly ProjectName[] = ['portal', 'ehealth', 'warehouse', 'shop', 'configurator', 'files', 'lending'];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await standing(site, name)] as const)));
}

const settled = {
  portal: {
    versions: 3,
    acknowledged: [1, 1, 2, 2, 3],
    deals: ['Portal klienta: etap I: won, inStep', 'Portal klienta: aplikacja dla kierowców: negotiation, inStep'],
    waiting: ['PORT-5'],
    decided: ['PORT-6 go', 'PORT-7 noGo'],
  },
  ehealth: { versions: 1, acknowledged: [1, 1], deals: ['Rejestracja online i e-recepty: internallyWon, inStep'], waiting: [], decided: [] },
  warehouse: { versions: 1, acknowledged: [1, 1], deals: ['Hurtownia danych i prognozy zużycia: won, inStep'], waiting: ['MAZ-4'], decided: ['MAZ-6 conditionalGo'] },
  shop: { versions: 1, acknowledged: [1, 1], deals: ['Sklep B2B z integracją ERP: negotiation, inStep'], waiting: [], decided: [] },
  configurator: { versions: 1, acknowledged: [1, 1], deals: ['Konfigurator mebli 3D: lost, inStep'], waiting: [], decided: [] },
  files: { versions: 0, acknowledged: [], deals: [], waiting: [], decided: [] },
  lending: { versions: 1, acknowledged: [1, 1], deals: ['Wnioski kredytowe online: negotiation, inStep'], waiting: [], decided: [] },
};

const isOurs = ({ description }: { readonly description: string }): boolean => description.includes('[opiekun:');

describe('settling', () => {
  it.concurrent('lets the company use the app, and leaves plans of others as they were', async () => {
    const site = await seededSite();
    const plansBefore = site.tempo.store.plans.search({});
    expect(await settle(site)).toEqual([expect.stringContaining('settles in'), expect.stringContaining('ready')]);
    await site.host.idle();
    expect(await standings(site)).toEqual(settled);
    const plans = site.tempo.store.plans.search({});
    expect(plans.filter((plan) => !isOurs(plan))).toEqual(plansBefore);
    expect(plans.filter(isOurs).length).toBeGreaterThan(15);
    expect(plans.filter((plan) => isOurs(plan) && plan.planItemId === projects.configurator.id)).toEqual([]);
  });

  it.concurrent('does nothing at the next start', async () => {
    const site = await seededSite();
    await settle(site);
    await site.host.idle();
    const calls = site.host.invocations().length;
    expect(await settle(site)).toEqual([]);
    expect(site.host.invocations().length).toBe(calls);
  });

  it.concurrent.each([3, 4, 5])('goes on where starts broke off, the first after %i calls and each later one after more', async (calls) => {
    const site = await seededSite();
    let starts = 0;
    for (let finished = false; !finished && starts < 20; starts += 1) {
      try {
        finished = (await settle(breakingOff(site, calls + 3 * starts))).every((line) => !line.includes('left as it is'));
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
    }
    expect(starts).toBeGreaterThan(3);
    await site.host.idle();
    expect(await standings(site)).toEqual(settled);
  });

  it.concurrent("connects Salesforce's Flow, and follows the site to another port", async () => {
    const site = await seededSite();
    await settle(site);
    const { flow } = site.salesforce;
    const { url, secret } = flow.read();
    expect(url).toBe(site.host.webTriggerUrl('salesforce-signal'));
    expect(secret.length).toBeGreaterThanOrEqual(32);
    flow.configure({ url: `http://localhost:1${new URL(url).pathname}`, secret, on: false });
    await settle(site);
    expect(flow.read()).toEqual({ url, secret, on: false });
    flow.configure({ url: 'https://elsewhere.example/signal', secret, on: true });
    await settle(site);
    expect(flow.read().url).toBe('https://elsewhere.example/signal');
  });

  it.concurrent('brings a deal that moves in Salesforce to the planner', async () => {
    const site = await seededSite();
    await settle(site);
    await site.host.idle();
    const { id } = site.salesforce.store.list({ text: 'Wnioski kredytowe', offset: 0, limit: 1 }).deals[0]?.deal ?? { id: '' };
    site.salesforce.store.moveStage(id, 'Internally Won');
    await site.salesforce.runDue();
    await site.host.idle();
    expect((await standing(site, 'lending')).deals).toEqual(['Wnioski kredytowe online: internallyWon, inStep']);
  });

  it.concurrent('links no deal where a real Salesforce stands in, and says when it refuses', async () => {
    const site = await seededSite();
    const { myDomain, clientId } = demoCredentials.salesforce;
    const told = await settle(site, { salesforce: { myDomain, clientId, clientSecret: 'wrong' }, tempo: undefined });
    expect(told[0]).toContain('salesforce.credentials');
    expect(told.join()).not.toContain('wrong');
    const { portal } = await standings(site);
    expect(portal).toEqual({ ...settled.portal, deals: [] });
  });

  it.concurrent('links the deals once the stand-ins are back', async () => {
    const site = await seededSite();
    await settle(site, { salesforce: undefined, tempo: { region: 'eu', token: 'of another Tempo' } });
    expect((await standing(site, 'portal')).deals).toEqual([]);
    await settle(site);
    await site.host.idle();
    expect((await standings(site))['portal']).toEqual(settled.portal);
  });

  it.concurrent('leaves a project that a visitor put away meanwhile', async () => {
    const site = await seededSite();
    site.jira.store.projects.archive(projects.shop.id, null);
    const told = await settle(site);
    expect(told.filter((line) => line.includes('STAL'))).toHaveLength(1);
    await site.host.idle();
    expect((await standing(site, 'lending')).versions).toBe(1);
  });
});

class Killed extends Error {}

/** The site with a process that is killed after so many calls of the app: the last one has had its effect. */
function breakingOff(site: Site, after: number): Site {
  let calls = 0;
  return {
    ...site,
    host: {
      ...site.host,
      invokeResolver: async (call) => {
        const answer = await site.host.invokeResolver(call);
        calls += 1;
        if (calls === after) throw new Killed();
        return answer;
      },
    },
  };
}

it('has a name for every project in these tests', () => {
  expect(Object.keys(settled)).toHaveLength(everyProject.length);
});
