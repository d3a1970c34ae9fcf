import { addDays, dayAt } from '../../src/domain/calendar';
import type { GivenDocument } from '../../src/domain/billing-import';
import { dealId, lineId, total } from '../../src/domain/fixture/values';
import type { PlainDate } from '../../src/domain/plain-date';
import { importDocuments, removeDocument, saveDocument } from '../../src/use-cases/billing/change-billing';
import { readBilling } from '../../src/use-cases/billing/read-billing';
import { readDue } from '../../src/use-cases/billing/read-due';
import { changeMarginSettings } from '../../src/use-cases/margin/change-margin-settings';
import { lookAtMargin } from '../../src/use-cases/margin/look-at-margin';
import { company, trail, type MemoryWorld } from '../world/memory-world';
import { asManager, openPlannedProject } from './planned-project';

let memory: MemoryWorld;
let today: PlainDate;
let deal: GivenDocument['dealId'];
beforeEach(async () => {
  memory = await openPlannedProject();
  today = dayAt(memory.clock.now(), 'Europe/Warsaw');
  deal = (await readBilling(manager(), asManager)).deals[0]?.id ?? dealId(99);
});
const manager = () => memory.as(company.accountManager);
const invoice = (changes: Partial<GivenDocument> = {}): GivenDocument => ({
  dealId: deal, kind: 'invoice', number: 'FV/1', amount: total('1000.00'), currency: 'PLN', issuedOn: addDays(today, -30), dueOn: addDays(today, -10), settledOn: null, ...changes,
});
const save = (revision: number, document: GivenDocument, id: string | null = null) => saveDocument(manager(), asManager, { revision, id: id === null ? null : lineId(id), document });
const bring = (revision: number, ...rows: readonly GivenDocument[]) => importDocuments(manager(), asManager, { revision, rows });

it('adds, changes and removes a document, and keeps who did it', async () => {
  const first = await save(0, invoice());
  const id = first.documents[0]?.id ?? '';
  expect(first).toMatchObject({ revision: 1, today, mayEdit: true, documents: [{ number: 'FV/1', settledOn: null }] });
  expect(await save(1, invoice({ settledOn: today }), id)).toMatchObject({ revision: 2, documents: [{ id, settledOn: today }] });
  expect(await removeDocument(manager(), asManager, { revision: 2, id: lineId(id) })).toMatchObject({ revision: 3, documents: [] });
  expect(trail(memory).filter(({ event }) => event.startsWith('billing.')).map(({ event, by }) => [event, by])).toEqual(['added', 'changed', 'removed'].map((what) => [`billing.${what}`, company.accountManager]));
});

it.each([
  ['notFound', { dealId: dealId(98) }, 0, null],
  ['notFound', {}, 0, 'none'],
  ['invalidRequest', { amount: total('-1.00') }, 0, null],
  ['conflict', {}, 1, null],
] as const)('refuses with %s for %j', async (code, changes, revision, id) => {
  await expect(save(revision, invoice(changes), id)).rejects.toMatchObject({ code });
  expect((await readBilling(manager(), asManager)).documents).toEqual([]);
});

it('lets one of two in the same moment win', async () => {
  const ends = await Promise.allSettled([save(0, invoice()), save(0, invoice({ number: 'FV/2' }))]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await readBilling(manager(), asManager)).documents).toHaveLength(1);
});

describe('an import', () => {
  it('writes what is good, says what is not, and does nothing the second time', async () => {
    const rows = [invoice(), invoice({ dealId: dealId(98), number: 'X' }), invoice({ number: 'FV/2', dueOn: addDays(today, -60) }), invoice({ number: 'FV/3' })];
    const first = await bring(0, ...rows);
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0, refused: [{ row: 1, problem: 'otherDeal' }, { row: 2, problem: 'dueBeforeIssue' }], book: { revision: 1 } });
    expect(await bring(1, ...rows)).toMatchObject({ added: 0, changed: 0, unchanged: 2, book: { revision: 1 } });
    expect(trail(memory).filter(({ event }) => event === 'billing.imported')).toHaveLength(1);
  });

  it('over somebody else’s change is refused', async () => {
    await save(0, invoice());
    await expect(bring(0, invoice({ number: 'FV/2' }))).rejects.toMatchObject({ code: 'conflict' });
  });
});

it('makes what a fixed price has brought so far', async () => {
  await bring(0, invoice(), invoice({ kind: 'creditNote', number: 'K/1', amount: total('-200.00') }), invoice({ kind: 'protocol', number: 'P/1' }), invoice({ number: 'FV/EUR', currency: 'EUR' }));
  await changeMarginSettings(manager(), asManager, { revision: 0, billing: 'fixedPrice' });
  expect((await lookAtMargin(memory.as(), company.project, 'reconcile')).figures).toMatchObject({ revenue: '800.00' });
});

it('tells over all projects what is overdue or soon due, to those who may see it', async () => {
  await lookAtMargin(memory.as(), company.project, 'reconcile');
  await bring(0, invoice(), invoice({ number: 'FV/2', dueOn: addDays(today, 7) }), invoice({ number: 'FV/3', dueOn: addDays(today, 8) }), invoice({ number: 'FV/4', settledOn: today }));
  expect(await readDue(manager())).toMatchObject({ today, hasMore: false, documents: [{ document: { number: 'FV/1' }, project: { name: 'Alfa' } }, { document: { number: 'FV/2' } }] });
  expect((await readDue(memory.as(company.productOwner))).documents).toEqual([]);
});
