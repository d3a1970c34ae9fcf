import { addDays, dayAt, instantOf } from '../../src/domain/calendar';
import { seedSoftwareWorkflow, softwareIssueType, softwareStatus, softwareWorkflowId } from '../../local/jira/software-workflow';
import { KEY_PREFIX, recordId } from '../../local/salesforce/record-ids';
import type { Site } from '../../local/site';

/** Four people: who administers, who manages accounts, who owns products, and who belongs to no project; and one to be planned. */
export const people = {
  iga: { accountId: 'test:iga', name: 'Iga Borowik', job: 'Administrator' },
  lena: { accountId: 'test:lena', name: 'Lena Kurek', job: 'Account manager' },
  marek: { accountId: 'test:marek', name: 'Marek Tuz', job: 'Product owner' },
  olga: { accountId: 'test:olga', name: 'Olga Fijał', job: 'Developer' },
  leon: { accountId: 'test:leon', name: 'Leon Obcy', job: 'Works elsewhere' },
} as const;
export type PersonName = keyof typeof people;

/** Two projects of one team, and one that only Lena manages. */
export const projects = {
  portal: { id: '10001', key: 'POR', name: 'Portal klienta' },
  shop: { id: '10002', key: 'SKL', name: 'Sklep hurtowy' },
} as const;
export type ProjectName = keyof typeof projects;

export const stages = {
  open: 'Prospecting',
  negotiation: 'Negotiation/Review',
  internallyWon: 'Internally Won',
  won: 'Closed Won',
  lost: 'Closed Lost',
} as const;

/** A deal in every stage, and one more for the second project. */
const deals = {
  portal: { number: 1, name: 'Portal, etap pierwszy', client: 1, stage: stages.open, amount: '480000.00' },
  shop: { number: 2, name: 'Sklep, wdrożenie', client: 2, stage: stages.negotiation, amount: '260000.00' },
  app: { number: 3, name: 'Aplikacja kierowcy', client: 1, stage: stages.internallyWon, amount: '120000.00' },
  audit: { number: 4, name: 'Audyt bezpieczeństwa', client: 2, stage: stages.won, amount: '45000.00' },
  lost: { number: 5, name: 'System lojalnościowy', client: 2, stage: stages.lost, amount: '90000.00' },
} as const;
export type DealName = keyof typeof deals;
export const dealNames: Readonly<Record<DealName, string>> = {
  portal: deals.portal.name,
  shop: deals.shop.name,
  app: deals.app.name,
  audit: deals.audit.name,
  lost: deals.lost.name,
};

const clients = ['Spedycja Wilga', 'Hurtownia Jodła'] as const;
const teamRoleId = '10100';
const issueNames = ['Logowanie klienta', 'Zamówienia', 'Faktury'] as const;

/** Every project has three issues in review, one transition from the client: POR-1 to POR-3 and SKL-1 to SKL-3. */
export const issueKey = (project: ProjectName, number: 1 | 2 | 3): string => `${projects[project].key}-${number}`;

/** @returns the plain date so many days after today, as the company in Warsaw has it. */
export function day(fromToday: number): string {
  return addDays(dayAt(instantOf(new Date()), 'Europe/Warsaw'), fromToday);
}

/** The deals' Salesforce ids, the same at every start. */
export const dealIds: Readonly<Record<DealName, string>> = {
  portal: recordId(KEY_PREFIX.opportunity, deals.portal.number),
  shop: recordId(KEY_PREFIX.opportunity, deals.shop.number),
  app: recordId(KEY_PREFIX.opportunity, deals.app.number),
  audit: recordId(KEY_PREFIX.opportunity, deals.audit.number),
  lost: recordId(KEY_PREFIX.opportunity, deals.lost.number),
};

/** Fills the stand-ins of an empty site; nothing is connected yet. */
export function seedSmallCompany(site: Site): void {
  site.jira.store.seed.inOneTransaction(() => seedJira(site));
  for (const { accountId, name, job } of Object.values(people)) site.tempo.store.createPerson({ accountId, displayName: name, role: job });
  seedSalesforce(site);
}

function seedJira(site: Site): void {
  const { seed, permissions } = site.jira.store;
  for (const { accountId, name, job } of Object.values(people)) {
    seed.createUser({
      accountId,
      displayName: name,
      emailAddress: `${accountId.slice(5)}@company.example`,
      active: true,
      locale: 'en_US',
      timeZone: 'Europe/Warsaw',
      theme: 'light',
      avatarColour: '#1F6F5C',
      jobTitle: { pl: job, en: job },
    });
  }
  seed.createGroup({ id: 'jira-administrators', name: 'jira-administrators' }, [people.iga.accountId]);
  permissions.addGrant({ permissionKey: 'ADMINISTER', holder: { type: 'group', groupId: 'jira-administrators' } });
  seed.createProjectRole({ id: teamRoleId, name: { pl: 'Zespół', en: 'Team' } });
  for (const permissionKey of ['BROWSE_PROJECTS', 'TRANSITION_ISSUES', 'ADD_COMMENTS', 'ASSIGNABLE_USER']) {
    permissions.addGrant({ permissionKey, holder: { type: 'projectRole', roleId: teamRoleId } });
  }
  permissions.addGrant({ permissionKey: 'ADMINISTER_PROJECTS', holder: { type: 'group', groupId: 'jira-administrators' } });
  seedSoftwareWorkflow(seed, 'delivery-gate');
  for (const { id, key, name } of Object.values(projects)) {
    seed.createProject({ id, key, name, leadAccountId: people.lena.accountId, workflowId: softwareWorkflowId });
    for (const member of [people.iga, people.lena, people.marek, people.olga]) seed.addRoleMember(id, teamRoleId, member.accountId);
    for (const moduleKey of ['set-guidelines', 'decide-gate']) {
      permissions.addGrant({ permissionKey: site.permissionKey(moduleKey), holder: { type: 'user', accountId: people.lena.accountId }, projectId: id });
    }
    issueNames.forEach((summary, place) => {
      seed.createIssue({
        id: `${Number(id) + 1000}${place + 1}`,
        key: `${key}-${place + 1}`,
        projectId: id,
        typeId: softwareIssueType.story,
        statusId: softwareStatus.inReview,
        summary,
        reporter: people.marek.accountId,
        created: `${day(-30)}T10:00:00.000Z`,
      });
    });
  }
}

function seedSalesforce(site: Site): void {
  const { store } = site.salesforce;
  store.createStage({ apiName: stages.open, probability: 10 });
  store.createStage({ apiName: stages.negotiation, probability: 60 });
  store.createStage({ apiName: stages.internallyWon, probability: 90 });
  store.createStage({ apiName: stages.won, probability: 100, won: true });
  store.createStage({ apiName: stages.lost, probability: 0, closed: true });
  const owner = store.createUser({ number: 2, name: people.lena.name });
  const accounts = clients.map((name, place) => store.createAccount({ number: place + 1, name, ownerId: owner.id }));
  for (const { number, name, client, stage, amount } of Object.values(deals)) {
    store.createOpportunity({
      number,
      name,
      stageName: stage,
      amount,
      closeDate: day(30),
      ownerId: owner.id,
      createdDate: `${day(-20)}T10:00:00.000Z`,
      accountId: accounts[client - 1]?.id ?? '',
    });
  }
}
