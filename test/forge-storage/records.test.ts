import { auditTrail } from '../../src/adapters/forge/audit-trail';
import { createDealStore } from '../../src/adapters/forge/deal-store';
import { ledgerStore } from '../../src/adapters/forge/ledger-store';
import { summaryStore } from '../../src/adapters/forge/summary-store';
import { addSeconds } from '../../src/domain/calendar';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { accountId, day, dealId, instant, lineId, planId, projectId } from '../../src/domain/fixture/values';
import type { DealId } from '../../src/domain/ids';
import { newLink, type LinkedDeal } from '../../src/domain/linked-deal';
import { tagOf, type LedgerRow } from '../../src/domain/plan-entry';
import { emptySummary, withDeals } from '../../src/domain/project-summary';
import type { AuditRecord } from '../../src/ports/audit';
import { StoreConflict } from '../../src/ports/errors';
import { openStorage, type InProcessStorage } from './kvs-in-process';

const dealStore = createDealStore(1);

/** Deals, ledger and trail over the real @forge/kvs. */

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

const project = projectId('10001');
const at = instant('2026-03-02T09:00:00.000Z');
const linked = (n: number, changes: Partial<LinkedDeal> = {}): LinkedDeal => ({ ...newLink(project, sampleDeal({ id: dealId(n) }), at), ...changes });
const gone = { kind: 'gone', since: at } as const;

describe('deals', () => {
  it('keeps a deal as its next revision, and refuses it at an old one', async () => {
    await dealStore.add(linked(1), undefined);
    await dealStore.save(linked(1, { sync: { kind: 'inStep', since: at } }), undefined);
    expect(await dealStore.link(dealId(1))).toEqual(linked(1, { sync: { kind: 'inStep', since: at }, revision: 2 }));
    await expect(dealStore.save(linked(1, { sync: gone }), undefined)).rejects.toThrow(StoreConflict);
    await expect(dealStore.save(linked(1, { sync: gone, revision: 3 }), undefined)).rejects.toThrow(StoreConflict);
    expect(await dealStore.link(dealId(1))).toMatchObject({ sync: { kind: 'inStep' }, revision: 2 });
    await dealStore.save(linked(1, { sync: gone, revision: 2 }), undefined);
    expect(await dealStore.link(dealId(1))).toMatchObject({ sync: gone, revision: 3 });
  });

  it('keeps deal and summary together or neither', async () => {
    const glance = { id: dealId(1), name: 'Order portal', client: null, stage: null, stageName: 'New' };
    const summary = withDeals(emptySummary(project), [glance]);
    await dealStore.add(linked(1), undefined);
    await expect(dealStore.save(linked(1, { sync: gone, revision: 9 }), summary)).rejects.toThrow(StoreConflict);
    expect((await summaryStore.summary(project))?.deals ?? []).toEqual([]);
    await dealStore.save(linked(1), summary);
    await expect(dealStore.save(linked(1, { sync: gone, revision: 2 }), summary)).rejects.toThrow(StoreConflict);
    expect(await dealStore.link(dealId(1))).toMatchObject({ sync: { kind: 'working' }, revision: 2 });
    expect((await summaryStore.summary(project))?.deals).toEqual([glance]);
  });

  it('links a deal whose summary was crossed, and leaves that as it is', async () => {
    await dealStore.add(linked(1), { ...withDeals(emptySummary(project), []), revision: 9 });
    expect([(await dealStore.link(dealId(1)))?.revision, (await summaryStore.summary(project))?.revision ?? 0]).toEqual([1, 0]);
  });

  it('never brings an unlinked deal back', async () => {
    await dealStore.add(linked(1), undefined);
    await dealStore.remove(linked(1), undefined);
    await expect(dealStore.save(linked(1), undefined)).rejects.toThrow(StoreConflict);
    expect(await dealStore.link(dealId(1))).toBeUndefined();
  });

  it('goes through all of them by pages, each once and by their ids', async () => {
    const all = Array.from({ length: 250 }, (_, n) => dealId(n + 1));
    for (const [n, id] of [...all].reverse().entries()) await dealStore.add(linked(250 - n, { deal: sampleDeal({ id }) }), undefined);
    const seen: DealId[] = [];
    const pages: number[] = [];
    for (let after: DealId | null = null; ; after = seen.at(-1) ?? null) {
      const page: readonly LinkedDeal[] = await dealStore.after(after, 60);
      pages.push(page.length);
      seen.push(...page.map(({ deal }) => deal.id));
      if (page.length < 60) break;
    }
    expect(seen).toEqual([...all].sort());
    expect(pages).toEqual([60, 60, 60, 60, 10]);
    expect(await dealStore.after(null, 200)).toHaveLength(200);
    expect(await dealStore.after(seen.at(-1) ?? null, 10)).toEqual([]);
    // One that was unlinked meanwhile leaves no gap.
    await dealStore.remove(linked(3), undefined);
    expect((await dealStore.after(dealId(3), 2)).map(({ deal }) => deal.id)).toEqual([dealId(4), dealId(5)]);
  });

  it('does not take a deal that could not be read for unlinked: its entries would be released', async () => {
    await dealStore.add(linked(1), undefined);
    await dealStore.add(linked(2), undefined);
    storage.broken.add(dealId(1));
    await expect(dealStore.linkedAmong([dealId(1), dealId(2), dealId(3)])).rejects.toThrow('storage answered INTERNAL_ERROR');
  });

  it('finds those that are linked, and none where nothing is asked', async () => {
    for (const n of [1, 2, 3]) await dealStore.add(linked(n), undefined);
    expect((await dealStore.linkedAmong([dealId(2), dealId(9)])).map(({ deal }) => deal.id)).toEqual([dealId(2)]);
    storage.operations.length = 0;
    expect(await dealStore.linkedAmong([])).toEqual([]);
    expect(storage.operations).toEqual([]);
  });
});

const line = (n: number) => lineId(`line${n}`);
const claimed = (n: number): LedgerRow & { state: 'claimed' } => ({
  tag: tagOf(dealId(1), line(n)), dealId: dealId(1), projectId: project, lineId: line(n), state: 'claimed', firmness: 'tentative',
  content: { assignee: { kind: 'role', role: 'Developer' }, projectId: project, from: day('2026-03-09'), to: day('2026-04-30'), minutesPerDay: 480, description: tagOf(dealId(1), line(n)) },
});
const written = (n: number, plan: string): LedgerRow => ({ ...claimed(n), state: 'written', planId: planId(plan), firmness: 'firm', intended: null, accepted: null, replaced: null });
const record = (event: string, changes: Partial<AuditRecord> = {}): AuditRecord => ({ at, event, by: 'push', details: {}, ...changes });
const trail = async (n = 1) => (await auditTrail.read(`deal:${dealId(n)}`, 50, null)).records.map(({ event }) => event);

describe('the ledger', () => {
  it('keeps a row and what the trail says of it together', async () => {
    storage.operations.length = 0;
    await ledgerStore.save(written(1, '77'), record('entry.created'));
    expect(storage.operations).toEqual(['/api/v1/transaction']);
    expect(await ledgerStore.ofDeal(dealId(1))).toEqual([written(1, '77')]);
    expect(await trail()).toEqual(['entry.created']);
  });

  it('keeps neither where storage refuses one of them', async () => {
    await ledgerStore.claim(claimed(1));
    const huge = record('entry.created', { details: { note: 'x'.repeat(300_000) } });
    await expect(ledgerStore.save(written(1, '77'), huge)).rejects.toThrow();
    expect(await ledgerStore.ofDeal(dealId(1))).toEqual([claimed(1)]);
    expect(await trail()).toEqual([]);
  });

  it('keeps a row without a word where none is said', async () => {
    await ledgerStore.save(written(1, '77'));
    expect([await ledgerStore.ofDeal(dealId(1)), await trail()]).toEqual([[written(1, '77')], []]);
  });

  it('finds an entry by its plan, as the row is now', async () => {
    await ledgerStore.claim(claimed(1));
    await ledgerStore.save(written(2, '78'));
    expect(await ledgerStore.ofPlan(planId('77'))).toBeUndefined();
    await ledgerStore.save(written(1, '77'));
    expect(await ledgerStore.ofPlan(planId('77'))).toEqual(written(1, '77'));
    await ledgerStore.save(written(1, '79'));
    expect(await ledgerStore.ofPlan(planId('77'))).toBeUndefined();
    const { firmness: _, ...key } = claimed(1);
    await ledgerStore.save({ ...key, state: 'released', planId: null });
    expect(await ledgerStore.ofPlan(planId('79'))).toBeUndefined();
    expect(await ledgerStore.ofPlan(planId('78'))).toEqual(written(2, '78'));
  });
});

describe('the trail', () => {
  const subject = `deal:${dealId(1)}` as const;
  const many = Array.from({ length: 123 }, (_, n) => record(`event.${n}`, { at: addSeconds(at, n) }));

  it('is read newest first, page after page to its end', async () => {
    await auditTrail.append(subject, many);
    await auditTrail.append(`deal:${dealId(2)}`, [record('another deal’s')]);
    const events: string[] = [];
    const pages: number[] = [];
    let before: string | null = null;
    do {
      const { records, next }: Awaited<ReturnType<typeof auditTrail.read>> = await auditTrail.read(subject, 50, before);
      events.push(...records.map(({ event }) => event));
      pages.push(records.length);
      before = next;
    } while (before !== null);
    expect(events).toEqual([...many].reverse().map(({ event }) => event));
    expect(pages).toEqual([50, 50, 23]);
  });

  it('keeps what happened in the same moment, each once, over the border of a page', async () => {
    await auditTrail.append(subject, Array.from({ length: 60 }, (_, n) => record(`same.${n}`)));
    const first = await auditTrail.read(subject, 50, null);
    const second = await auditTrail.read(subject, 50, first.next);
    expect(new Set([...first.records, ...second.records].map(({ event }) => event)).size).toBe(60);
    expect(second.next).toBeNull();
  });

  it('goes on where a page ended, though newer records came in between', async () => {
    await auditTrail.append(subject, many.slice(0, 60));
    const first = await auditTrail.read(subject, 50, null);
    await auditTrail.append(subject, many.slice(60));
    expect((await auditTrail.read(subject, 50, first.next)).records.map(({ event }) => event)).toEqual(many.slice(0, 10).reverse().map(({ event }) => event));
  });

  it('ends at once where nothing was told', async () => {
    expect(await auditTrail.read(subject, 50, null)).toEqual({ records: [], next: null });
  });

  it('keeps who it was, and every character of the details', async () => {
    const odd = record('drift.takeTheirs', { by: accountId('557058:ab-cd'), details: { role: 'Żółć 🚀 "x" \u202e' } });
    await auditTrail.append(subject, [odd]);
    expect((await auditTrail.read(subject, 50, null)).records).toEqual([odd]);
  });

  it('does not give a stranger’s text for the place to go on at', async () => {
    await auditTrail.append(subject, many.slice(0, 3));
    await expect(auditTrail.read(subject, 50, 'nonsense')).rejects.toThrow();
  });

  it('says so when storage keeps only some records', async () => {
    storage.delay = () => Promise.reject(new Error('storage is down'));
    await expect(auditTrail.append(subject, many)).rejects.toThrow('storage is down');
  });
});
