import { systemClock } from '../clock';
import type { PermissionStore } from '../jira/permission-store';
import { handToClientTransitionId, softwareWorkflowId } from '../jira/software-workflow';
import { noRealAccounts } from '../real-accounts';
import { openSite, type Site } from '../site';
import { people, type PersonName } from './company/people';
import { everyProject, projects, type ProjectName } from './company/projects';
import { seedStandIns } from './seed';

const today = '2026-03-02';
const sites: Site[] = [];

async function emptySite(): Promise<Site> {
  const site = await openSite({ data: ':memory:', port: 0, clock: systemClock, random: Math.random, real: noRealAccounts, log: () => undefined });
  sites.push(site);
  return site;
}

async function seededSite(): Promise<Site> {
  const site = await emptySite();
  seedStandIns(site, today);
  return site;
}

afterEach(() => Promise.all(sites.splice(0).map((site) => site.close())));

/** A record's files, each with all its versions and what they say. */
function filesOf({ store }: Pick<Site['salesforce'], 'store'>, recordId: string) {
  return store.files.of(recordId).map(({ documentId }) =>
    store.files.versionsOf(documentId).map((version) => ({ version, text: Buffer.from(store.files.dataOf(version.id) ?? []).toString('utf8') })));
}

/** Everything that a visitor can see of the stand-ins, save when each row was written. */
function contentOf({ jira, salesforce, tempo }: Site) {
  const { people: everybody, projects: all, issues, comments, versions, permissions } = jira.store;
  return {
    people: everybody.all(),
    grants: permissions.grants(),
    projects: all.all().map((project) => ({
      project,
      versions: versions.ofProject(project.id),
      issues: issues.ofProject(project.id, { startAt: 0, maxResults: 100 }).values.map((issue) => ({
        issue,
        links: issues.links(issue.id),
        comments: comments.ofIssue(issue.id),
      })),
    })),
    deals: salesforce.store.list({ offset: 0, limit: 100 }).deals.map(({ deal: { systemModstamp: _, ...deal } }) => {
      return { deal, details: salesforce.store.dealDetails.of(deal.id), roles: salesforce.store.contactRoles.of(deal.id), files: filesOf(salesforce, deal.id), history: salesforce.store.histories.of(deal.id).map(({ at, stageName, by }) => ({ at, stageName, by })) };
    }),
    clients: salesforce.store.accounts.all().map((account) => {
      const { lastModifiedDate, ...profile } = salesforce.store.accountProfiles.of(account.id);
      const contacts = salesforce.store.contacts.of(account.id).map(({ lastModifiedDate: changed, ...contact }) => ({ ...contact, changed: contact.deleted ? '' : changed }));
      return { account, profile, checked: lastModifiedDate, contacts, files: filesOf(salesforce, account.id) };
    }),
    staff: tempo.store.people.all(),
    teams: tempo.store.teams.all(),
    resources: tempo.store.resources.all(),
    plans: tempo.store.plans.search({}).map(({ createdAt: _created, updatedAt: _updated, ...plan }) => plan),
  };
}

describe('seeding', () => {
  it('fills the stand-ins in the same way at every start of a day', async () => {
    const [first, second] = [contentOf(await seededSite()), contentOf(await seededSite())];
    expect(second).toEqual(first);
    expect(first.projects).toHaveLength(everyProject.length + 1);
    expect(first.deals.length).toBeGreaterThanOrEqual(20);
    expect(first.plans.length).toBeGreaterThan(20);
  });

  it('changes nothing at a later start', async () => {
    const site = await seededSite();
    const before = contentOf(site);
    seedStandIns(site, '2026-03-05');
    expect(contentOf(site)).toEqual(before);
  });

  it('goes on where an earlier start broke off in Tempo', async () => {
    const whole = contentOf(await seededSite());
    const site = await emptySite();
    let plans = 0;
    const { store } = site.tempo;
    const create = store.createPlan.bind(store);
    store.createPlan = (...given) => {
      plans += 1;
      if (plans === 10) throw new Error('killed');
      return create(...given);
    };
    expect(() => seedStandIns(site, today)).toThrow('killed');
    seedStandIns(site, '2026-03-03');
    expect(contentOf(site)).toEqual(whole);
  });

  it('leaves no project in Jira when it breaks off there', async () => {
    const site = await emptySite();
    const { permissions } = site.jira.store;
    permissions.addGrant = () => {
      throw new Error('killed');
    };
    expect(() => seedStandIns(site, today)).toThrow('killed');
    expect(site.jira.store.people.all()).toEqual([]);
    expect(site.jira.store.projects.all()).toEqual([]);
  });

  it('tells each deal as it went, stage after stage, and sends no signal of it', async () => {
    const { salesforce } = await seededSite();
    const [listed] = salesforce.store.list({ text: 'Portal klienta: etap I', offset: 0, limit: 1 }).deals;
    const history = salesforce.store.histories.of(listed?.deal.id ?? '');
    expect(history.map(({ stageName }) => stageName).reverse()).toEqual([
      'Prospecting', 'Qualification', 'Proposal/Price Quote', 'Negotiation/Review', 'Internally Won', 'Closed Won',
    ]);
    expect(history.every(({ at, by }) => at < `${today}T` && by === people.zofia.name)).toBe(true);
    expect(salesforce.flow.deliveries(10)).toEqual([]);
  });
});

describe('client files', () => {
  it('are told to whoever asks Salesforce: a signed contract, its draft, and the role of somebody who has left', async () => {
    const { salesforce: { store } } = await seededSite();
    const baltyk = store.accounts.findByName('Bałtyk Logistyka S.A.');
    const [contract] = filesOf({ store }, baltyk?.id ?? '').filter(([latest]) => latest?.version.title.startsWith('Umowa ramowa'));
    expect(contract).toMatchObject([{ version: { title: 'Umowa ramowa Bałtyk 2025 (podpisana)', pathOnClient: 'Umowa ramowa Bałtyk 2025 (podpisana).pdf', number: 2, ownerId: baltyk?.ownerId } }, { version: { number: 1 } }]);
    const gone = store.contacts.of(baltyk?.id ?? '').find(({ deleted }) => deleted);
    const [portal] = store.list({ text: 'Portal klienta: etap I', offset: 0, limit: 1 }).deals;
    expect(store.contactRoles.of(portal?.deal.id ?? '').map(({ contactId }) => contactId)).toContain(gone?.id);
  });

  it('are no younger than today', async () => {
    const { clients, deals } = contentOf(await seededSite());
    const days = [...clients.flatMap(({ checked, contacts }) => [checked, ...contacts.map(({ changed }) => changed)]), ...[...clients, ...deals].flatMap(({ files }) => files.flat().map(({ version }) => version.createdDate))];
    expect(days.filter((day) => day >= `${today}T`)).toEqual([]);
  });
});

describe('who may do what', () => {
  const may = (permissions: PermissionStore, who: PersonName, key: string, project?: ProjectName): boolean =>
    permissions.has({ kind: 'user', accountId: people[who].accountId }, key, project === undefined ? undefined : projects[project].id);

  it.each<[PersonName, ProjectName, string]>([
    ['zofia', 'portal', 'browse comment guidelines gate'],
    ['zofia', 'warehouse', ''],
    ['tomasz', 'warehouse', 'browse comment guidelines gate'],
    ['kinga', 'portal', 'browse comment edit move'],
    ['marcin', 'portal', 'browse comment edit move'],
    ['krzysztof', 'portal', 'browse comment edit move'],
    ['beata', 'portal', ''],
    ['andrzej', 'portal', 'browse'],
    ['ewa', 'portal', 'browse'],
    ['henryk', 'warehouse', ''],
  ])('%s in %s: %s', async (who, project, expected) => {
    const { jira, permissionKey } = await seededSite();
    const keys = {
      browse: 'BROWSE_PROJECTS', comment: 'ADD_COMMENTS', edit: 'EDIT_ISSUES', move: 'TRANSITION_ISSUES',
      guidelines: permissionKey('set-guidelines'), gate: permissionKey('decide-gate'),
    };
    const held = Object.entries(keys).filter(([, key]) => may(jira.store.permissions, who, key, project)).map(([name]) => name);
    expect(held.join(' ')).toBe(expected);
  });

  it('lets the administrator administer, and the head of sales see the portfolio', async () => {
    const { jira, permissionKey } = await seededSite();
    const holders = (key: string): string[] => jira.store.people.all().filter(({ accountId }) => jira.store.permissions.has({ kind: 'user', accountId }, key)).map(({ displayName }) => displayName);
    expect(holders('ADMINISTER')).toEqual([people.ewa.name]);
    expect(holders(permissionKey('see-portfolio')).sort()).toEqual([people.andrzej.name, people.ewa.name].sort());
  });

  it('puts the gate before five projects', async () => {
    const { jira } = await seededSite();
    const guarded = jira.store.projects.all().filter(({ workflowId }) =>
      jira.store.workflows.find(workflowId)?.transitions.some(({ id, validators }) => id === handToClientTransitionId && validators.length > 0),
    );
    expect(guarded).toHaveLength(5);
    expect(new Set(guarded.map(({ workflowId }) => workflowId))).toEqual(new Set([softwareWorkflowId]));
  });
});
