import { addDays, addSeconds, dayAt } from '../../src/domain/calendar';
import { accountId, amount, day } from '../../src/domain/fixture/values';
import type { Worklog } from '../../src/domain/own-figures';
import type { PlainDate } from '../../src/domain/plain-date';
import type { RoleRate } from '../../src/domain/rates';
import { createMargins } from '../../src/handlers/margins';
import { answerThreat } from '../../src/use-cases/margin/answer-threat';
import { changeMarginSettings } from '../../src/use-cases/margin/change-margin-settings';
import { readRates, saveRates } from '../../src/use-cases/margin/company-rates';
import { lookAfterMargins } from '../../src/use-cases/margin/look-after-margins';
import { readProjectMargin } from '../../src/use-cases/margin/read-project-margin';
import { refreshMargin } from '../../src/use-cases/margin/refresh-margin';
import { company, trail, type MemoryWorld } from '../world/memory-world';
import { asProductOwner } from './gate-steps';
import { asManager, openPlannedProject } from './planned-project';

const hour = 3600;
const role = 'Developer';
let memory: MemoryWorld;
let today: PlainDate;

beforeEach(async () => {
  memory = await openPlannedProject();
  today = dayAt(memory.clock.now(), 'Europe/Warsaw');
  await rates('100.00');
});

const manager = () => memory.as(company.accountManager);
const rate = (cost: string, billing: string | null = '200.00'): RoleRate => ({ role, from: day('2020-01-01'), currency: 'PLN', cost: amount(cost), billing: billing === null ? null : amount(billing) });
async function rates(cost: string): Promise<void> {
  const { revision } = await memory.as().margin.rates();
  await memory.as().margin.saveRates({ revision: revision + 1, changedAt: memory.clock.now(), rates: [rate(cost)], people: [{ accountId: accountId('dev'), role }] });
}
const log = (hours: number, author = 'dev', date = today): Worklog => ({ author: accountId(author), day: date, seconds: hours * hour, billableSeconds: hours * hour });
const logs = (...worklogs: readonly Worklog[]): void => void memory.worklogs.logged.set(company.project, worklogs);
/** What the account manager sees after the figures were read anew. */
const refreshed = async () => (await refreshMargin(manager(), asManager)).view;
const read = async () => {
  const { view } = await readProjectMargin(manager(), asManager);
  if (view.kind !== 'whole') throw new Error('the account manager sees everything');
  return view;
};
const events = () => trail(memory).flatMap(({ event }) => (event.startsWith('threat.') ? [event] : []));

it('reads cost and revenue from worklogs and the company’s rates, with source, day and currency', async () => {
  logs(log(10), log(5, 'dev', addDays(today, -7)), log(8, 'dev', addDays(today, 1)));
  expect((await refreshed()).figures).toMatchObject({ source: 'ownRates', asOf: today, currency: 'PLN', labour: '1500.00', revenue: '3000.00' });
  expect((await read()).reading).toMatchObject({ toDate: { kind: 'known', basisPoints: 5_000 }, target: 40 });
});

it('says that a cost is unknown where somebody’s rate is, and shows no zero', async () => {
  logs(log(10), log(1, 'stranger'));
  expect(await refreshed()).toMatchObject({ figures: { labour: null, revenue: null }, reading: { state: 'unknown', toDate: { kind: 'unknown', because: 'revenueUnknown' } } });
});

it('keeps what it knew when Tempo does not answer, and says so', async () => {
  logs(log(10));
  await refreshed();
  memory.worklogs.failure = 'unavailable';
  memory.clock.advance(60);
  expect(await refreshed()).toMatchObject({ failure: 'unavailable', checkedAt: memory.clock.now(), figures: { labour: '1000.00' } });
  memory.worklogs.failure = undefined;
  expect((await refreshed()).failure).toBeNull();
});

describe('a threat', () => {
  beforeEach(async () => {
    await rates('150.00');
    logs(log(10));
  });

  it('is recorded once, answered with a plan, and goes away only when the figures do', async () => {
    expect((await refreshed()).threat).toMatchObject({ state: 'belowTarget', answers: [] });
    await refreshed();
    await answerThreat(manager(), asManager, { plan: '  A mid takes over  ' });
    expect((await refreshed()).threat?.answers).toMatchObject([{ plan: 'A mid takes over', by: { name: 'Anna Nowak' } }]);
    memory.worklogs.failure = 'refused';
    expect((await refreshed()).threat).not.toBeNull();
    memory.worklogs.failure = undefined;
    await rates('100.00');
    expect((await refreshed()).threat).toBeNull();
    expect(events()).toEqual(['threat.opened', 'threat.answered', 'threat.closed']);
  });

  it('that is none is not answered, and neither is one without a plan', async () => {
    await expect(answerThreat(manager(), asManager, { plan: 'x' })).rejects.toMatchObject({ code: 'notFound' });
    await refreshed();
    await expect(answerThreat(manager(), asManager, { plan: ' \n ' })).rejects.toMatchObject({ code: 'invalidRequest' });
  });

  it('is answered twice in one moment without one answer being lost unsaid', async () => {
    await refreshed();
    const ends = await Promise.allSettled(['one', 'two'].map((plan) => answerThreat(manager(), asManager, { plan })));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find((end) => end.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
  });
});

describe('who may not see costs', () => {
  it('sees budget and time used, and hours by role, and nothing to work a rate out from', async () => {
    logs(log(10));
    await refreshed();
    const { view } = await readProjectMargin(memory.as(company.productOwner), asProductOwner);
    expect(view).toMatchObject({ kind: 'burn', roles: [{ role, people: 1, seconds: 36_000 }], spentPercent: expect.any(Number) });
    expect(JSON.stringify(view)).not.toMatch(/cost|revenue|labour|margin|basisPoints|"\d+\.\d\d"/iu);
  });

  it('is not the head of sales', async () => {
    const call = { projectId: company.project, accountId: company.headOfSales };
    expect((await readProjectMargin(memory.as(company.headOfSales), call)).view.kind).toBe('whole');
  });
});

it('takes a fixed price for what is to come', async () => {
  logs(log(10));
  const { view } = await changeMarginSettings(manager(), asManager, { revision: 0, billing: 'fixedPrice' });
  expect(view).toMatchObject({ figures: { billing: 'fixedPrice', revenue: '0.00' }, reading: { toDate: { because: 'noRevenue' } } });
  await expect(changeMarginSettings(manager(), asManager, { revision: 0, billing: 'timeAndMaterial' })).rejects.toMatchObject({ code: 'conflict' });
});

describe('rates', () => {
  it('are replaced as a whole, and not over somebody else’s', async () => {
    const call = { accountId: company.administrator };
    const saved = await saveRates(memory.as(company.administrator), call, { revision: 1, rates: [rate('90.00', null)], people: [] });
    expect(saved).toEqual({ revision: 2, rates: [rate('90.00', null)], people: [] });
    await expect(saveRates(memory.as(company.administrator), call, { revision: 1, rates: [], people: [] })).rejects.toMatchObject({ code: 'conflict' });
    expect(await readRates(memory.as(company.administrator))).toEqual(saved);
  });

  it.each([
    ['rates.1', [rate('90.00'), { ...rate('80.00'), role: ' developer ' }]],
    ['rates.0', [{ ...rate('90.00'), role: ' ' }]],
  ])('that leave %s open are refused', async (field, wrong) => {
    await expect(saveRates(memory.as(company.administrator), { accountId: company.administrator }, { revision: 1, rates: wrong, people: [] })).rejects.toMatchObject({ code: 'invalidRequest', about: { field } });
  });
});

describe('the daily look', () => {
  it('begins with publishing, comes once a day, and goes on where it ended', async () => {
    logs(log(10));
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(1);
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(0);
    memory.clock.advance(86_400);
    expect(await lookAfterMargins(memory.as(), 0, () => false)).toBe(0);
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(1);
    expect(memory.worklogs.reads).toBe(2);
  });

  it('goes past a project that fails, and does not come back to it within the day', async () => {
    memory.worklogs.failure = 'unexpectedAnswer';
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(1);
    expect(await lookAfterMargins(memory.as(), 0, () => true)).toBe(0);
    expect((await read()).failure).toBe('unexpectedAnswer');
  });

  it('asks nothing without Tempo', async () => {
    await memory.as().settings.saveTempo(undefined);
    await createMargins(() => memory.as())();
    expect(memory.worklogs.reads).toBe(0);
  });

  it('is no older than it says', async () => {
    logs(log(10));
    await lookAfterMargins(memory.as(), 0, () => true);
    expect((await read()).checkedAt).toBe(addSeconds(memory.clock.now(), 0));
  });
});
