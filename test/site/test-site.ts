import { systemClock } from '../../local/clock';
import { demoCredentials } from '../../local/demo/credentials';
import { noRealAccounts } from '../../local/real-accounts';
import { openSite, type Site } from '../../local/site';
import { linkDeal, readPlanner, type LinkedDealView } from '../../src/contract/planner';
import { connectSalesforce, connectTempo, mapStages, setSignalSecret } from '../../src/contract/settings';
import { dealIds, people, projects, seedSmallCompany, stages, type DealName, type PersonName, type ProjectName } from './small-company';
import { until } from './until';
import { Visitor } from './visitor';

export const signalSecret = 'a-secret-of-the-tests-that-signs-every-signal';

export interface TestSite {
  readonly site: Site;
  /** Salesforce ids. */
  readonly deals: typeof dealIds;
  as(person: PersonName): Visitor;
  /** The project's linked deal as its section Deal & planner shows it. */
  linked(project: ProjectName): Promise<LinkedDealView>;
  close(): Promise<void>;
}

interface TestSiteOptions {
  /** A folder whose databases outlive the site; in memory without it. What an earlier site left there stays as it is. */
  readonly data?: string;
  /** Salesforce, Tempo and the stages are connected, and the Flow is on; true unless said otherwise. */
  readonly connected?: boolean;
}

/** A whole site on free ports with the small company in it; the app runs as it was last built. */
export async function startTestSite({ data = ':memory:', connected = true }: TestSiteOptions = {}): Promise<TestSite> {
  const site = await openSite({ data, port: 0, clock: systemClock, random: Math.random, real: noRealAccounts, log: () => undefined });
  const isNew = site.jira.store.people.all().length === 0;
  if (isNew) seedSmallCompany(site);
  site.host.start();
  const as = (person: PersonName): Visitor => new Visitor(site.urls.jira, people[person].accountId);
  if (isNew && connected) await connect(site, as('iga'));
  return {
    site,
    deals: dealIds,
    as,
    linked: async (project) => {
      const view = await as('lena').ask({ project: projects[project].key }, readPlanner);
      const [deal] = view.deals;
      if (deal === undefined) throw new Error(`${project} has no linked deal`);
      return deal;
    },
    close: () => site.close(),
  };
}

async function connect(site: Site, administrator: Visitor): Promise<void> {
  const { myDomain, clientId, clientSecret } = demoCredentials.salesforce;
  await administrator.ask('settings', connectSalesforce, { myDomain, clientId, clientSecret });
  await administrator.ask('settings', connectTempo, { region: 'eu', token: demoCredentials.tempo.token });
  await administrator.ask('settings', mapStages, { mapping: Object.fromEntries(Object.entries(stages).map(([stage, name]) => [name, stage])) });
  await administrator.ask('settings', setSignalSecret, { via: 'flow', secret: signalSecret });
  site.salesforce.flow.configure({ url: site.host.webTriggerUrl('salesforce-signal'), secret: signalSecret, on: true });
}

/** Links the deal, as the account manager. */
export async function link(test: TestSite, deal: DealName, project: ProjectName): Promise<void> {
  await test.as('lena').ask({ project: projects[project].key }, linkDeal, { dealId: test.deals[deal] });
}

/** Waits until the project's deal stands so, and gives it back. */
export function untilSync(test: TestSite, project: ProjectName, kind: LinkedDealView['sync']['kind']): Promise<LinkedDealView> {
  return until(`${project} to be ${kind}`, async () => {
    const linked = await test.linked(project);
    return linked.sync.kind === kind && linked;
  });
}
