import { dayAt } from '../../src/domain/calendar';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { accountId, clientId, dealId, projectId, total } from '../../src/domain/fixture/values';
import { isCostProjectId, type CostProjectId } from '../../src/domain/ids';
import { newLink } from '../../src/domain/linked-deal';
import type { CostFacts } from '../../src/domain/cost-figures';
import type { ProjectMargin } from '../../src/domain/project-margin';
import { readClientWork, setClientBudget } from '../../src/use-cases/margin/client-work';
import { readCosts, saveCosts } from '../../src/use-cases/margin/company-costs';
import { lookAfterMargins, orderMargins } from '../../src/use-cases/margin/look-after-margins';
import { lookAtMargin } from '../../src/use-cases/margin/look-at-margin';
import { readMargins } from '../../src/use-cases/margin/read-portfolio';
import { company, trail, type MemoryWorld } from '../world/memory-world';
import { openPlannedProject } from './planned-project';

const hour = 3600;
const manager = { accountId: company.accountManager };
const administrator = { accountId: company.administrator };
let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openPlannedProject();
});

const idOf = (number: number): CostProjectId => {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  if (!isCostProjectId(id)) throw new Error(`${id} is no id`);
  return id;
};
const facts = (changes: Partial<CostFacts> = {}): CostFacts => ({
  currency: 'PLN', isFixedPrice: false, refreshes: 'always', labour: total('700.00'), expenses: total('0.00'), revenue: total('1000.00'), costBudget: null, work: [], dated: { expenses: [], fixedRevenue: [] }, planned: undefined, ...changes,
});
const keep = (number: number, covers: readonly (typeof company.project)[] | null, changes: Partial<CostFacts> = {}, countsMoney = true): void =>
  memory.costs.keep({ id: idOf(number), name: `Cost project ${number}`, covers, countsMoney }, facts(changes));
const useFinancialManager = async (...chosen: readonly { readonly projectId: typeof company.project; readonly costProjectId: CostProjectId }[]) => {
  const { revision } = await memory.as().margin.costs();
  return saveCosts(memory.as(company.administrator), administrator, { revision, source: 'financialManager', chosen });
};
const look = (): Promise<ProjectMargin> => lookAtMargin(memory.as(), company.project, 'reconcile');

describe('from Financial Manager', () => {
  it('finds the project by its scope and reads its figures', async () => {
    keep(1, [company.project]);
    await useFinancialManager();
    expect(await look()).toMatchObject({ failure: null, figures: { source: 'financialManager', labour: '700.00' }, reading: { state: 'belowTarget', toDate: { basisPoints: 3_000 } }, sums: { cost: '700.00', revenue: '1000.00' } });
  });

  it.each([
    ['noCostProject', [], true],
    ['severalCostProjects', [[company.project], [company.project]], true],
    ['sharedCostProject', [[company.project, company.otherProject]], true],
    ['timeBasedCostProject', [[company.project]], false],
  ] as const)('says %s rather than guess', async (failure, scopes, countsMoney) => {
    scopes.forEach((covers, place) => keep(place, covers, {}, countsMoney));
    await useFinancialManager();
    expect(await look()).toMatchObject({ failure, figures: null });
  });

  it('takes the one that was chosen by hand, until it is gone', async () => {
    keep(1, [company.project]);
    keep(2, null, { labour: total('100.00') });
    await useFinancialManager({ projectId: company.project, costProjectId: idOf(2) });
    expect(await look()).toMatchObject({ figures: { labour: '100.00' } });
    memory.costs.kept.delete(idOf(2));
    // What was read before stays, with the reason beside it.
    expect(await look()).toMatchObject({ failure: 'costProjectGone', figures: { labour: '100.00' } });
  });

  it.each([['refused', 'unlicensed'], ['missing', 'unlicensed'], ['unauthorised', 'unauthorised'], ['unavailable', 'unavailable'], ['rateLimited', 'rateLimited'], ['unexpectedAnswer', 'unexpectedAnswer']] as const)('calls %s %s, and keeps the figures', async (given, failure) => {
    keep(1, [company.project]);
    await useFinancialManager();
    await look();
    memory.costs.failure = given;
    expect(await look()).toMatchObject({ failure, figures: { labour: '700.00' }, reading: { state: 'belowTarget' } });
  });

  it('adds nothing where currencies are mixed, and closes no threat by it', async () => {
    keep(1, [company.project]);
    await useFinancialManager();
    await look();
    keep(1, [company.project], { currency: null, labour: null, expenses: null, revenue: null });
    expect(await look()).toMatchObject({ sums: { currency: null, cost: null, revenue: null }, reading: { state: 'unknown', toDate: { because: 'mixedCurrencies' } }, threat: { state: 'belowTarget' } });
  });
});

describe('the source of costs', () => {
  it('is saved by one, not over another’s, and only with projects that there are', async () => {
    keep(1, null);
    await expect(useFinancialManager({ projectId: company.project, costProjectId: idOf(9) })).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'chosen.0' } });
    const twice = { projectId: company.project, costProjectId: idOf(1) };
    await expect(useFinancialManager(twice, twice)).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'chosen' } });
    expect(await useFinancialManager(twice)).toMatchObject({ revision: 1, source: 'financialManager', kept: { kind: 'told' }, projects: [{ projectId: company.project, chosen: idOf(1) }] });
    await expect(saveCosts(memory.as(company.administrator), administrator, { revision: 0, source: 'ownRates', chosen: [] })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can be set while Financial Manager does not answer', async () => {
    memory.costs.failure = 'unavailable';
    expect(await useFinancialManager({ projectId: company.project, costProjectId: idOf(1) })).toMatchObject({ kept: { kind: 'refused', because: 'unavailable' } });
    memory.costs.failure = 'refused';
    expect((await readCosts(memory.as(company.administrator))).kept).toEqual({ kind: 'refused', because: 'unlicensed' });
  });

  it('has every project looked at anew once it changed, and not again after that', async () => {
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(1);
    memory.clock.advance(60);
    keep(1, [company.project]);
    await useFinancialManager();
    memory.clock.advance(60);
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(1);
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(0);
  });

  it('is read by as many lanes as there are, each project in one of them, and none is woken for nothing', async () => {
    for (let number = 30_000; number < 30_040; number += 1) await memory.as().margin.enrol(projectId(String(number)));
    await orderMargins(memory.as());
    expect(memory.marginLooks).toEqual([1]);
    const world = { ...memory.as(), lanes: 3 };
    const looked = [];
    for (const lane of [0, 1, 2]) looked.push(await lookAfterMargins(world, lane, () => true));
    expect(looked.reduce((sum, each) => sum + each, 0)).toBe(41);
    expect(Math.min(...looked)).toBeGreaterThan(0);
    await orderMargins(memory.as());
    expect(memory.marginLooks).toEqual([1]);
  });

  it('that answers nobody is asked once in a run, and again in the next', async () => {
    await memory.as().margin.enrol(company.otherProject);
    await useFinancialManager();
    memory.costs.failure = 'unavailable';
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(1);
    memory.costs.failure = undefined;
    keep(1, [company.project]);
    keep(2, [company.otherProject]);
    memory.clock.advance(hour);
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(2);
  });
});

describe('the page over all projects', () => {
  it('shows each its own: what a person may not see is not even counted', async () => {
    await memory.as().margin.enrol(company.otherProject);
    await lookAfterMargins(memory.as(), 0, () => true);
    const seenBy = async (accountId: (typeof company)[keyof Pick<typeof company, 'accountManager' | 'headOfSales' | 'productOwner' | 'administrator' | 'stranger'>]) =>
      (await readMargins(memory.as(accountId), { accountId })).projects.map(({ projectId }) => projectId).sort();
    expect(await seenBy(company.accountManager)).toEqual([company.project]);
    expect(await seenBy(company.headOfSales)).toEqual([company.project, company.otherProject].sort());
    expect(await seenBy(company.stranger)).toEqual([company.otherProject]);
    expect(await seenBy(company.productOwner)).toEqual([]);
    expect(await seenBy(company.administrator)).toEqual([]);
  });

  it('names the account manager who published the guidelines, and the deals’ clients', async () => {
    await memory.as().dealStore.add(newLink(company.project, sampleDeal({ id: dealId(2), client: { id: clientId(1), name: 'Bałtyk' } }), memory.clock.now()), undefined);
    await look();
    const { projects, clients } = await readMargins(memory.as(company.accountManager), manager);
    expect(projects).toMatchObject([{ project: { key: 'ALFA', name: 'Alfa' }, manager: { name: 'Anna Nowak' }, isMine: true }]);
    expect(projects[0]?.clients.map(({ name }) => name)).toContain('Bałtyk');
    expect(clients).toMatchObject([{ client: { name: 'Bałtyk' }, projects: 1 }]);
  });

  it('shows nothing when Jira does not say what may be seen', async () => {
    const world = memory.as(company.accountManager);
    const tracker = { ...world.tracker, projectsWithAny: () => Promise.reject(new Error('Jira is down')) };
    await expect(readMargins({ ...world, tracker }, manager)).rejects.toThrow('Jira is down');
  });
});

describe('work for a client', () => {
  const client = clientId(1);
  const asked = { clientId: client, year: 2026, managerId: null };
  beforeEach(async () => {
    await memory.as().margin.save({ ...(await look()), revision: ((await memory.as().margin.standing(company.project))?.revision ?? 0) + 1, clients: [{ id: client, name: 'Bałtyk' }] });
  });
  const year = () => Number(dayAt(memory.clock.now(), 'Europe/Warsaw').slice(0, 4));

  it('counts the caller’s own time, and what was agreed with the client', async () => {
    const today = dayAt(memory.clock.now(), 'Europe/Warsaw');
    memory.worklogs.logged.set(company.project, [
      { author: company.accountManager, day: today, seconds: 2 * hour, billableSeconds: 0 },
      { author: accountId('dev'), day: today, seconds: 8 * hour, billableSeconds: 0 },
    ]);
    const saved = await setClientBudget(memory.as(company.accountManager), manager, { clientId: client, year: year(), revision: 0, budgetHours: 8 });
    expect(saved).toMatchObject({ client: { name: 'Bałtyk' }, projects: 1, revision: 1, work: { budgetHours: 8, loggedSeconds: 2 * hour, usedPercent: 25 } });
    expect(trail(memory)).toContainEqual(expect.objectContaining({ subject: `client:${client}`, event: 'client.budgetSet', by: company.accountManager }));
    await expect(setClientBudget(memory.as(company.accountManager), manager, { clientId: client, year: year(), revision: 0, budgetHours: 9 })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not there for whoever sees none of the client’s projects, and is agreed by account managers alone', async () => {
    await expect(readClientWork(memory.as(company.productOwner), { accountId: company.productOwner }, asked)).rejects.toMatchObject({ code: 'notFound' });
    const head = memory.as(company.headOfSales);
    await expect(setClientBudget(head, { accountId: company.headOfSales }, { clientId: client, year: 2026, revision: 0, budgetHours: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readClientWork(memory.as(company.accountManager), manager, { ...asked, clientId: clientId(9) })).rejects.toMatchObject({ code: 'notFound' });
    expect(await readClientWork(head, { accountId: company.headOfSales }, { ...asked, managerId: company.accountManager })).toMatchObject({ managerId: company.accountManager });
  });

  it('that lies in a year to come asks for no time that was logged', async () => {
    const before = memory.worklogs.reads;
    expect(await readClientWork(memory.as(company.accountManager), manager, { ...asked, year: year() + 1 })).toMatchObject({ work: { loggedSeconds: 0 } });
    expect(memory.worklogs.reads).toBe(before);
  });
});
