import { addDays } from '../../src/domain/calendar';
import { accountId, dealId, total } from '../../src/domain/fixture/values';
import { sampleReview } from '../../src/domain/fixture/gate';
import type { Subject } from '../../src/domain/attention/attention-item';
import { everyProject } from '../../src/domain/attention/project-view';
import { UseCaseError } from '../../src/use-cases/use-case-error';
import { readBilling } from '../../src/use-cases/billing/read-billing';
import { saveDocument } from '../../src/use-cases/billing/change-billing';
import { settleDocument } from '../../src/use-cases/billing/settle-document';
import { lookAfterRows } from '../../src/use-cases/today/look-after-rows';
import { readProjects } from '../../src/use-cases/today/read-projects';
import { readToday } from '../../src/use-cases/today/read-today';
import { readViews, saveView } from '../../src/use-cases/today/saved-views';
import { snoozeItem, wakeItem } from '../../src/use-cases/today/snooze-item';
import { noting } from '../../src/use-cases/noting';
import type { World } from '../../src/ports/world';
import { company, type MemoryWorld } from '../world/memory-world';
import { asManager, openPlannedProject, sync } from './planned-project';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  // Somebody is in the role, and nobody has read their time: so nothing is called a risk.
  await memory.as().margin.saveRates({ revision: 1, changedAt: memory.clock.now(), rates: [], people: [{ accountId: accountId('tess'), role: 'Tester' }] });
  await sync(memory);
});

const world = (who: 'accountManager' | 'productOwner' | 'headOfSales' | 'administrator' | 'stranger' = 'accountManager'): World => memory.as(company[who]);
const anna = { accountId: company.accountManager };
const mine = { whose: 'mine', kind: 'project', after: null } as const;
const kinds = async (): Promise<readonly string[]> => (await readToday(world(), anna, mine)).items.map(({ what }) => what.kind).sort();
const failure = async (asked: Promise<unknown>): Promise<unknown> => asked.then(() => undefined, (error: unknown) => (error instanceof UseCaseError ? error.code : error));
const alfa: Subject = `project:${company.project}`;

async function invoice(): Promise<void> {
  const { revision, deals } = await readBilling(world(), asManager);
  const today = memory.clock.today();
  await saveDocument(world(), asManager, { revision, id: null, document: { dealId: deals[0]?.id ?? dealId(1), kind: 'invoice', number: 'FV/1', amount: total('100.00'), currency: 'PLN', issuedOn: addDays(today, -20), dueOn: addDays(today, -6), settledOn: null } });
}

it('shows what was changed a moment ago, and no longer what was settled', async () => {
  expect(await kinds()).toEqual([]);
  await invoice();
  await world().gate.saveReview({ ...sampleReview, dueOn: memory.clock.dayFromNow(1) }, undefined);
  const page = await readToday(world(), anna, mine);
  expect(page.items.map(({ what, urgency, about }) => [what.kind, urgency, about.name])).toEqual([['payment', 'overdue', 'Alfa'], ['gateReview', 'week', 'Alfa']]);
  const payment = page.items.flatMap(({ what }) => (what.kind === 'payment' ? [what] : []))[0];
  if (payment === undefined) throw new Error('no payment');
  const settle = (settledOn = memory.clock.today()): Promise<unknown> => settleDocument(world(), asManager, { documentId: payment.documentId, settledOn });
  expect(await failure(settle(memory.clock.dayFromNow(1)))).toBe('invalidRequest');
  await settle();
  const { writes } = memory.storage;
  await settle();
  expect(memory.storage.writes).toBe(writes);
  expect(await kinds()).toEqual(['gateReview']);
  expect(memory.storage.touches.size).toBe(0);
});

it('notices new guidelines that nobody reads, and a row that nothing touched, by the passing of days', async () => {
  await world().portfolio.touch(alfa);
  expect(await kinds()).toEqual([]);
  memory.clock.advanceDays(4);
  expect(await lookAfterRows(world(), () => true)).toBe(1);
  expect(await kinds()).toEqual(['guidelinesUnread']);
  expect(await lookAfterRows(world(), () => true)).toBe(0);
});

it('puts an item off with a reason for who asked, and for nobody else', async () => {
  await invoice();
  const [{ id, subject } = { id: '', subject: alfa }] = (await readToday(world(), anna, mine)).items;
  const until = memory.clock.dayFromNow(3);
  expect(await failure(snoozeItem(world(), anna, { subject, itemId: id, until, reason: ' ' }))).toBe('invalidRequest');
  expect(await failure(snoozeItem(world(), anna, { subject, itemId: 'payment-none', until, reason: 'Paid tomorrow' }))).toBe('notFound');
  expect(await failure(snoozeItem(world('stranger'), { accountId: company.stranger }, { subject, itemId: id, until, reason: 'Paid tomorrow' }))).toBe('notFound');
  await snoozeItem(world(), anna, { subject, itemId: id, until, reason: 'Paid tomorrow' });
  expect((await readToday(world(), anna, mine)).items).toMatchObject([{ snooze: { until, reason: 'Paid tomorrow' } }]);
  const hanna = await readToday(world('headOfSales'), { accountId: company.headOfSales }, { ...mine, whose: 'all' });
  expect(hanna.items).toMatchObject([{ snooze: null, manager: { name: 'Anna Nowak' } }]);
  await wakeItem(world(), anna, { subject, itemId: id });
  expect((await readToday(world(), anna, mine)).items).toMatchObject([{ snooze: null }]);
});

it.each(['productOwner', 'administrator', 'stranger'] as const)('shows nothing of it to the %s', async (who) => {
  await invoice();
  const asked = { accountId: company[who] };
  await readToday(world(), anna, mine);
  expect((await readToday(world(who), asked, { ...mine, whose: 'all' })).items).toEqual([]);
  expect((await readProjects(world(who), asked, { after: null })).projects).toEqual([]);
});

it('shows a project with its stage, guidelines and gate, and drops it once it is closed', async () => {
  await world().portfolio.touch(alfa);
  expect((await readProjects(world(), anna, { after: null })).projects).toMatchObject([
    { project: { key: 'ALFA' }, isMine: true, stage: 'negotiation', deals: 1, guidelines: { version: 1, readers: 0 }, gate: { waiting: 0 }, margin: { state: 'unknown' }, waiting: 0, urgency: null },
  ]);
  memory.jira.projects.set(company.project, { id: company.project, key: 'ALFA', name: 'Alfa', isArchived: true });
  await world().portfolio.touch(alfa);
  expect((await readProjects(world(), anna, { after: null })).projects).toEqual([]);
  expect(memory.storage.rows.size).toBe(0);
});

it('keeps views under names, for who kept them', async () => {
  const view = { ...everyProject, stage: 'won' as const };
  expect(await failure(saveView(world(), anna, { name: '  ', view }))).toBe('invalidRequest');
  expect(await saveView(world(), anna, { name: ' Won ', view })).toEqual({ views: [{ name: 'Won', view }] });
  expect(await saveView(world(), anna, { name: 'Won', view: everyProject })).toEqual({ views: [{ name: 'Won', view: everyProject }] });
  expect(await readViews(world('stranger'), { accountId: company.stranger })).toEqual({ views: [] });
  expect(await saveView(world(), anna, { name: 'Won', view: null })).toEqual({ views: [] });
});

it('does what was asked also when it cannot be noted', async () => {
  const broken = memory.bare(company.accountManager);
  const unnoted = noting({ ...broken, portfolio: { ...broken.portfolio, touch: async () => Promise.reject(new Error('storage answered TOO_MANY_REQUESTS')) } });
  await unnoted.gate.saveReview(sampleReview, undefined);
  expect(await broken.gate.waiting(company.project)).toHaveLength(1);
  expect(memory.errors).toHaveLength(1);
});
