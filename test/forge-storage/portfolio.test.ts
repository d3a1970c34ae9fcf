import { portfolioStore } from '../../src/adapters/forge/portfolio-store';
import { createRevisedRecords } from '../../src/adapters/forge/revised-records';
import { noSnoozes, type Snoozes } from '../../src/domain/attention/snooze';
import { amount, clientId, day, instant, accountId } from '../../src/domain/fixture/values';
import type { ClientRow } from '../../src/domain/attention/portfolio-row';
import { StoreConflict } from '../../src/ports/errors';
import { readToday } from '../../src/use-cases/today/read-today';
import { company, openCompany } from '../world/memory-world';
import { openStorage, type InProcessStorage } from './kvs-in-process';

/** Rows of lists over all projects and clients, over the real @forge/kvs. */

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

const today = day('2026-03-02');
const at = instant('2026-03-02T09:00:00.000Z');
const anna = accountId('anna');

const row = (number: number, changes: Partial<ClientRow> = {}): ClientRow => ({
  kind: 'client', revision: 1, clientId: clientId(number), client: { id: clientId(number), name: `Client ${number}` }, managerId: anna, projects: [], attention: [], lookedAt: at, ...changes,
});
const waiting = (weight: 'today' | 'later', whole: number): ClientRow['attention'] => [
  { id: 'documents', what: { kind: 'documentsMissing', count: 1, percent: 0 }, dueOn: null, weight, since: null, money: { amount: amount(`${whole}.00`), currency: 'PLN' } },
];

it('gives a hundred rows a read, the most urgent and dearest first, and goes on behind them', async () => {
  for (let number = 1; number <= 104; number += 1) await portfolioStore.save(row(number), today);
  await portfolioStore.save(row(105, { attention: waiting('later', 10) }), today);
  await portfolioStore.save(row(106, { attention: waiting('today', 5) }), today);
  await portfolioStore.save(row(107, { attention: waiting('today', 70) }), today);
  await portfolioStore.save(row(108, { managerId: null }), today);
  const first = await portfolioStore.page({ of: 'manager', accountId: anna }, null);
  expect(first.rows).toHaveLength(100);
  expect(first.rows.slice(0, 3).map((one) => (one.kind === 'client' ? one.clientId : ''))).toEqual([clientId(107), clientId(106), clientId(105)]);
  const second = await portfolioStore.page({ of: 'manager', accountId: anna }, first.next);
  expect([second.rows.length, second.next]).toEqual([7, null]);
  expect(new Set([...first.rows, ...second.rows].map((one) => (one.kind === 'client' ? one.clientId : ''))).size).toBe(107);
  expect((await portfolioStore.page({ of: 'all', kind: 'project' }, null)).rows).toEqual([]);
});

it('keeps one of two looks that crossed', async () => {
  await portfolioStore.save(row(1), today);
  await expect(portfolioStore.save(row(1), today)).rejects.toThrow(StoreConflict);
  const ends = await Promise.allSettled([portfolioStore.save(row(1, { revision: 2 }), today), portfolioStore.save(row(1, { revision: 2 }), today)]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('loses no touch that comes during a look', async () => {
  const subject = `client:${clientId(1)}` as const;
  await portfolioStore.touch(subject);
  const [seen] = await portfolioStore.touched(10);
  if (seen === undefined) throw new Error('nothing was touched');
  await portfolioStore.touch(subject);
  await portfolioStore.settle(seen);
  const [again] = await portfolioStore.touched(10);
  expect(again?.subject).toBe(subject);
  await portfolioStore.settle(again ?? seen);
  expect(await portfolioStore.touched(10)).toEqual([]);
});

it('knows which rows are old, the oldest first', async () => {
  await portfolioStore.save(row(1, { lookedAt: instant('2026-03-01T09:00:00.000Z') }), today);
  await portfolioStore.save(row(2, { lookedAt: instant('2026-02-27T09:00:00.000Z') }), today);
  await portfolioStore.save(row(3), today);
  expect(await portfolioStore.madeBefore(instant('2026-03-01T12:00:00.000Z'), 10)).toEqual([`client:${clientId(2)}`, `client:${clientId(1)}`]);
  await portfolioStore.remove(`client:${clientId(2)}`);
  expect(await portfolioStore.row(`client:${clientId(2)}`)).toBeUndefined();
});

it('gives a reader what they put off and where the company is in one read', async () => {
  const snoozes = { revision: 1, snoozes: [{ subject: `client:${clientId(1)}`, itemId: 'documents', until: day('2026-03-09'), reason: 'Away', urgency: 'week', at }] } satisfies Snoozes;
  await createRevisedRecords('snoozes', noSnoozes).save(anna, snoozes);
  storage.usage.reset();
  expect(await portfolioStore.reader(anna)).toMatchObject({ snoozes, company: { timeZone: 'Europe/Warsaw' } });
  expect(storage.usage.snapshot().reads).toBe(1);
  expect((await portfolioStore.reader(accountId('nobody'))).snoozes).toEqual(noSnoozes);
});

it('shows the first screen for three reads', async () => {
  const memory = await openCompany();
  for (let number = 1; number <= 150; number += 1) await portfolioStore.save(row(number, { projects: [company.project], managerId: company.accountManager }), today);
  const world = { ...memory.as(company.accountManager), portfolio: portfolioStore };
  storage.usage.reset();
  const page = await readToday(world, { accountId: company.accountManager }, { whose: 'mine', kind: 'project', after: null });
  expect([page.looked, storage.usage.snapshot().reads]).toEqual([100, 3]);
});
