import { defaultAccountId, demoCredentials } from '../../local/demo/credentials';
import { seedSoftwareWorkflow, softwareWorkflowId } from '../../local/jira/software-workflow';
import type { Opportunity } from '../../local/salesforce/store/opportunities';
import type { Site } from '../../local/site';
import { entityNames, keys, type GuidelinesVersionRecord, type LinkedDealRecord, type PlanEntryRecord, type SummaryRecord } from '../../src/adapters/forge/records';
import { addDays, dayAt, instantOf } from '../../src/domain/calendar';
import type { Deal, DealStage, StageMapping } from '../../src/domain/deal';
import { desiredEntries } from '../../src/domain/desired-entries';
import { accountId, amount, day, instant, lineId, person, planId, projectId } from '../../src/domain/fixture/values';
import type { Guidelines, GuidelinesVersion, StaffingLine } from '../../src/domain/guidelines';
import { parseClientId, parseDealId, type ProjectId } from '../../src/domain/ids';
import type { LinkedDeal } from '../../src/domain/linked-deal';
import type { DesiredEntry, LedgerRow } from '../../src/domain/plan-entry';
import type { Instant, PlainDate } from '../../src/domain/plain-date';
import { laneOf } from '../../src/domain/sync-order';
import { emptySummary, withDeals, withPublished } from '../../src/domain/project-summary';
import { lanes } from '../../src/adapters/forge/lanes';
import { dealsAtAGlance } from '../../src/use-cases/planner/save-deal';
import type { PutRecord } from './app-data';

export const timeZone = 'Europe/Warsaw';
export const stageNames = { negotiation: 'Negocjacje', internallyWon: 'Wygrana wewnętrznie' } as const;
export const stageMapping: StageMapping = { [stageNames.negotiation]: 'negotiation', [stageNames.internallyWon]: 'internallyWon' };

export const dealsInProject = 20;
const roles = ['Programista frontend', 'Programista backend', 'Tester', 'Projektant'];
const people = Array.from({ length: 40 }, (_, at) => person(`bench:${String(at).padStart(2, '0')}`, `Osoba ${at + 1}`));

/** A linked deal, and the entries that it should have in the planner. */
export interface BenchDeal {
  readonly id: string;
  readonly projectId: string;
  readonly planIds: readonly number[];
  /** What the planner should hold of the deal in this stage, in the order of the plans; the probability counts in negotiation only. */
  wantedAt(stage: DealStage, probability: number | null): readonly DesiredEntry[];
}

/** People, workflow and stages, before anything is connected. */
export function furnishCompany(site: Site): void {
  const { seed, permissions } = site.jira.store;
  seed.createUser({
    accountId: defaultAccountId,
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
  permissions.addGrant({ permissionKey: 'ADMINISTER', holder: { type: 'user', accountId: defaultAccountId } });
  site.salesforce.store.createStage({ apiName: stageNames.negotiation, probability: 60 });
  site.salesforce.store.createStage({ apiName: stageNames.internallyWon, probability: 90 });
  site.tempo.store.createPerson({ accountId: demoCredentials.tempo.ownerId, displayName: 'Ewa Administratorka', role: 'Administrator' });
  for (const { accountId: id, name } of people) site.tempo.store.createPerson({ accountId: id, displayName: name, role: 'Programista' });
}

/**
 * Linked deals in negotiation, twenty to a project with published guidelines, each with its entries in Tempo and all that the
 * app keeps of them, in step: one entry for most, two for ten in each fifty.
 */
export function furnishDeals(site: Site, put: PutRecord, count: number): readonly BenchDeal[] {
  const now = instantOf(new Date());
  const resources = new Map(roles.map((role) => [role, String(site.tempo.store.createGenericResource(role).id)]));
  const deals: BenchDeal[] = [];
  for (let first = 0, number = 1; first < count; first += dealsInProject, number += 1) {
    deals.push(...furnishProject(site, put, { number, first, deals: Math.min(dealsInProject, count - first), resources, now }));
  }
  return deals;
}

interface ProjectToFurnish {
  readonly number: number;
  readonly first: number;
  readonly deals: number;
  readonly resources: ReadonlyMap<string, string>;
  readonly now: Instant;
}

function furnishProject(site: Site, put: PutRecord, { number, first, deals: size, resources, now }: ProjectToFurnish): readonly BenchDeal[] {
  const id = projectId(String(20_000 + number));
  const client = `Klient ${number}`;
  site.jira.store.seed.createProject({ id, key: `K${number}`, name: client, leadAccountId: defaultAccountId, workflowId: softwareWorkflowId });
  const found = site.salesforce.store.batch(() => {
    const account = site.salesforce.store.createAccount({ number, name: client });
    const closeDate = addDays(dayAt(now, timeZone), 20);
    return Array.from({ length: size }, (_, at) =>
      site.salesforce.store.createOpportunity({
        number: first + at + 1, name: `Umowa ${first + at + 1}`, accountId: account.id, stageName: stageNames.negotiation, amount: '48000.00', currency: 'PLN', closeDate,
      }),
    );
  });
  const deals = found.map((opportunity) => dealFrom(site, opportunity, client));
  const today = dayAt(now, timeZone);
  const version: GuidelinesVersion = { version: 1, publishedAt: now, publishedBy: person(defaultAccountId, 'Zofia Bielska'), guidelines: guidelinesFor(deals, first, today) };
  const context = { projectId: id, guidelines: version.guidelines, today, now, resources };
  const linked = deals.map((deal) => linkedDeal(id, deal, now));
  const summary = withDeals(withPublished(emptySummary(id), version, []), dealsAtAGlance(linked, stageMapping));
  put(entityNames.guidelinesVersion, keys.guidelinesVersion(id, 1), {
    projectId: id, version: 1, publishedAt: now, publishedBy: defaultAccountId, content: version,
  } satisfies GuidelinesVersionRecord);
  put(entityNames.summary, id, { projectId: id, revision: summary.revision, guidelinesVersion: 1, content: summary } satisfies SummaryRecord);
  for (const link of linked) {
    put(entityNames.linkedDeal, link.deal.id, {
      dealId: link.deal.id, projectId: id, clientId: link.deal.client?.id ?? '', standing: `linked-${laneOf(link.deal.id, lanes)}`, linkedAt: link.linkedAt, revision: link.revision, content: link,
    } satisfies LinkedDealRecord);
  }
  return deals.map((deal) => furnishEntries(site, put, deal, context));
}

function dealFrom(site: Site, found: Opportunity, clientName: string): Deal {
  const id = parseDealId(found.id);
  const clientId = parseClientId(found.accountId ?? '');
  if (id === undefined || clientId === undefined) throw new Error(`${found.id} is no deal of a client.`);
  return {
    id,
    name: found.name,
    client: { id: clientId, name: clientName },
    ownerName: site.salesforce.store.people.find(found.ownerId)?.name ?? null,
    stageName: found.stageName,
    amount: { amount: amount(found.amount ?? ''), currency: 'PLN' },
    closeDate: day(found.closeDate),
    probability: found.probability ?? null,
    modifiedAt: instantOf(new Date(found.systemModstamp)),
  };
}

const linkedDeal = (project: ProjectId, deal: Deal, now: Instant): LinkedDeal => ({
  projectId: project,
  deal,
  linkedAt: now,
  history: [{ stageName: deal.stageName, at: instant(deal.modifiedAt) }],
  sync: { kind: 'inStep', since: now },
  drift: [],
  release: null,
  reprieve: null,
  crossed: [],
  revision: 2,
});

function guidelinesFor(deals: readonly Deal[], first: number, today: PlainDate): Guidelines {
  return {
    budget: { amount: { amount: amount('960000.00'), currency: 'PLN' }, hours: 4800, targetMargin: 40, billable: 'Prace programistyczne i testy.' },
    schedule: { start: addDays(today, -30), end: addDays(today, 150), milestones: [{ id: lineId('wersja'), name: 'Pierwsza wersja', date: addDays(today, 60) }] },
    scope: { goal: 'Klient zamawia dostawę na wybrany dzień bez telefonu do sklepu.', inScope: 'Koszyk, dostawy, płatności', outOfScope: 'Magazyn' },
    priorities: ['Płatności bez błędów', 'Termin otwarcia', 'Wygląd'].map((text, at) => ({ id: lineId(`pierwsze${at}`), text })),
    staffing: deals.flatMap((deal, at) => linesFor(deal, first + at, today)),
  };
}

function linesFor(deal: Deal, index: number, today: PlainDate): readonly StaffingLine[] {
  const period = { from: addDays(today, 7), to: addDays(today, 120), minutesPerDay: 360, dealId: deal.id };
  const named: StaffingLine = { id: lineId(`osoba${index}`), role: roles[index % roles.length] ?? '', person: people[index % people.length] ?? null, ...period };
  const other: StaffingLine = { id: lineId(`rola${index}`), role: roles[(index + 1) % roles.length] ?? '', person: null, ...period };
  return Math.floor(index / 10) % 5 === 0 ? [named, other] : [named];
}

interface Context {
  readonly projectId: ProjectId;
  readonly guidelines: Guidelines;
  readonly today: PlainDate;
  readonly now: Instant;
  readonly resources: ReadonlyMap<string, string>;
}

function furnishEntries(site: Site, put: PutRecord, deal: Deal, { projectId: project, guidelines, today, resources }: Context): BenchDeal {
  const wantedAt = (stage: DealStage, probability: number | null): readonly DesiredEntry[] =>
    desiredEntries({ deal: { ...deal, probability }, stage, projectId: project, firstDealId: deal.id, guidelines, today, language: 'pl', approvalOn: false });
  const planIds = wantedAt('negotiation', deal.probability).map(({ tag, lineId: line, firmness, content }) => {
    if (content.assignee.kind !== 'role') throw new Error('A deal in negotiation has no named person.');
    const plan = site.tempo.store.createPlan(
      {
        assigneeId: resources.get(content.assignee.role) ?? '',
        assigneeType: 'GENERIC',
        planItemId: project,
        planItemType: 'PROJECT',
        startDate: content.from,
        endDate: content.to,
        effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: content.minutesPerDay * 60 },
        includeNonWorkingDays: false,
        description: content.description,
      },
      accountId(demoCredentials.tempo.ownerId),
    );
    const row: LedgerRow = {
      tag, dealId: deal.id, projectId: project, lineId: line, state: 'written', planId: planId(String(plan.id)), firmness, content, intended: null, accepted: null, replaced: null,
    };
    put(entityNames.planEntry, keys.planEntry(tag), {
      tag, dealId: deal.id, projectId: project, state: row.state, planId: String(plan.id), content: row,
    } satisfies PlanEntryRecord);
    return plan.id;
  });
  return { id: deal.id, projectId: project, planIds, wantedAt };
}
