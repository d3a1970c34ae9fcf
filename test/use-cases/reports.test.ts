import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId } from '../../src/domain/fixture/values';
import { isMonth, type Month } from '../../src/domain/month';
import { draftDueReports } from '../../src/use-cases/reports/draft-report';
import { readMonth } from '../../src/use-cases/reports/read-month';
import { approveReport, openReport, readReportHistory, renewReport, saveReportWords } from '../../src/use-cases/reports/reports';
import { settleReports } from '../../src/use-cases/reports/store-report';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { setClientLanguage } from '../../src/use-cases/clients/read-client';
import { linkDeal } from '../../src/use-cases/planner/link-deal';
import { Crash, crashingWorld } from '../world/crash';
import { company, openCompany, trail, type MemoryWorld } from '../world/memory-world';
import { asManager, deal, publish, twoLines } from './planned-project';

const client = { id: clientId(1), name: 'Bałtyk S.A.' };
const month = (text: string): Month => {
  if (!isMonth(text)) throw new TypeError(`${text} is no month`);
  return text;
};
const manager = { accountId: company.accountManager };
const head = { accountId: company.headOfSales };
const words = { relation: 'Good.', risks: '', nextSteps: 'An offer' };

let memory: MemoryWorld;
let now: Month;
beforeEach(async () => {
  memory = await openCompany();
  memory.salesforce.put(sampleDeal({ id: deal, client, modifiedAt: memory.clock.now() }));
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
  await publish(memory, twoLines(memory));
  now = month(memory.clock.now().slice(0, 7));
});

const named = () => ({ clientId: client.id, month: now });
const open = (who: typeof manager = manager) => openReport(memory.as(who.accountId), who, named());
const approve = async () => approveReport(memory.as(company.accountManager), manager, { ...named(), revision: (await open()).revision });

it('is begun by opening it, gets the account manager’s words, and becomes a file of the account', async () => {
  const begun = await open();
  expect(begun).toMatchObject({ state: 'draft', mayEdit: true, language: 'pl', words: { relation: '', risks: '', nextSteps: '' }, file: null });
  expect(begun.text).toContain('# Raport o relacji z klientem: Bałtyk S.A.');
  const saved = await saveReportWords(memory.as(company.accountManager), manager, { ...named(), revision: begun.revision, words });
  expect(saved.text).toContain('## Następne kroki\nAn offer\n');
  const stored = await approveReport(memory.as(company.accountManager), manager, { ...named(), revision: saved.revision });
  expect(stored).toMatchObject({ state: 'stored', file: { versions: [{ by: { accountId: 'anna' } }] } });
  expect(memory.reportFiles.files).toEqual([expect.objectContaining({ clientId: client.id, title: begun.title, versions: [expect.objectContaining({ text: saved.text })] })]);
  expect(trail(memory).at(-1)).toMatchObject({ event: 'report.stored', by: 'anna' });
});

it('is stored once however often it is approved, and again as a version once it says something else', async () => {
  await approve();
  await approve();
  expect(memory.reportFiles.files.map(({ versions }) => versions.length)).toEqual([1]);
  const view = await open();
  const changed = await saveReportWords(memory.as(company.accountManager), manager, { ...named(), revision: view.revision, words });
  expect(changed.state).toBe('changed');
  expect((await approve()).file?.versions).toHaveLength(2);
  expect(memory.reportFiles.files.map(({ versions }) => versions.length)).toEqual([2]);
});

it('of two who approve at once stores one', async () => {
  const { revision } = await open();
  const both = await Promise.allSettled([1, 2].map(() => approveReport(memory.as(company.accountManager), manager, { ...named(), revision })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(memory.reportFiles.files).toHaveLength(1);
});

it('whose storing was not answered is not changed meanwhile, and is found again rather than stored again', async () => {
  memory.reportFiles.faults.push('lost');
  await expect(approve()).rejects.toMatchObject({ failure: 'unavailable' });
  const view = await open();
  expect(view).toMatchObject({ state: 'storing', canStore: false });
  await expect(saveReportWords(memory.as(company.accountManager), manager, { ...named(), revision: view.revision, words })).rejects.toMatchObject({ code: 'conflict' });
  await expect(approve()).rejects.toMatchObject({ code: 'conflict' });
  expect(await settleReports(memory.as())).toBe(0);
  memory.clock.advance(120);
  expect(await settleReports(memory.as())).toBe(1);
  expect(await open()).toMatchObject({ state: 'stored', file: { versions: [{ by: { accountId: 'anna' } }] } });
  expect(memory.reportFiles.files.map(({ versions }) => versions.length)).toEqual([1]);
  expect(trail(memory).at(-1)).toMatchObject({ event: 'report.found' });
});

it.each(['refused', 'rejected', 'missing', 'rateLimited', 'unauthorised'] as const)('that Salesforce refuses (%s) is a draft again, and can be approved at once', async (failure) => {
  memory.reportFiles.faults.push(failure);
  await expect(approve()).rejects.toMatchObject({ failure });
  expect(await open()).toMatchObject({ state: 'draft', canStore: true });
  expect(await approve()).toMatchObject({ state: 'stored' });
});

it('is there once, at whatever call the process dies', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; at < 100; at += 1) {
      const world = await openCompany();
      world.salesforce.put(sampleDeal({ id: deal, client, modifiedAt: world.clock.now() }));
      await linkDeal(world.as(company.accountManager), asManager, { dealId: deal });
      const { revision } = await openReport(world.as(company.accountManager), manager, named());
      const dying = crashingWorld(world.as(company.accountManager), at, when);
      await approveReport(dying.world, manager, { ...named(), revision }).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      world.clock.advance(3_600);
      await settleReports(world.as());
      const after = await openReport(world.as(company.accountManager), manager, named());
      await approveReport(world.as(company.accountManager), manager, { ...named(), revision: after.revision });
      expect([when, at, world.reportFiles.files.map(({ versions }) => versions.length)]).toEqual([when, at, [1]]);
      expect((await openReport(world.as(company.accountManager), manager, named())).state).toBe('stored');
      if (!dying.crashed()) break;
    }
  }
});

it('that somebody deleted in Salesforce is stored as another file', async () => {
  await approve();
  memory.reportFiles.files.length = 0;
  const view = await open();
  await saveReportWords(memory.as(company.accountManager), manager, { ...named(), revision: view.revision, words });
  expect((await approve()).file?.versions).toHaveLength(1);
  expect(memory.reportFiles.files).toHaveLength(1);
});

it('says by new facts what is new, keeps the words, and by the same facts nothing', async () => {
  const begun = await open();
  const saved = await saveReportWords(memory.as(company.accountManager), manager, { ...named(), revision: begun.revision, words });
  const same = await renewReport(memory.as(company.accountManager), manager, { ...named(), revision: saved.revision });
  expect([same.text, same.words]).toEqual([saved.text, words]);
  await publish(memory, twoLines(memory), 'Another goal');
  const renewed = await renewReport(memory.as(company.accountManager), manager, { ...named(), revision: same.revision });
  expect(renewed.text).toContain('Wytyczne w wersji 2 opublikowano');
  expect(saved.text).not.toContain('Wytyczne w wersji 2');
});

it('is written in the language that is set for the client', async () => {
  await setClientLanguage(memory.as(company.accountManager), manager, { clientId: client.id, revision: 0, language: 'en' });
  expect((await open()).text).toContain('# Client relation report: Bałtyk S.A.');
});

it('is the account manager’s to write and the head of sales’ to read', async () => {
  await expect(open(head)).rejects.toMatchObject({ code: 'notFound' });
  const { revision } = await open();
  expect(await open(head)).toMatchObject({ mayEdit: false, state: 'draft' });
  await expect(approveReport(memory.as(company.headOfSales), head, { ...named(), revision })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(openReport(memory.as(company.productOwner), { accountId: company.productOwner }, named())).rejects.toMatchObject({ code: 'notFound' });
  await expect(openReport(memory.as(company.stranger), { accountId: company.stranger }, named())).rejects.toMatchObject({ code: 'notFound' });
});

it('is refused for months that are not reported on', async () => {
  for (const text of ['2000-01', '2999-12']) {
    await expect(openReport(memory.as(company.accountManager), manager, { clientId: client.id, month: month(text) })).rejects.toMatchObject({ code: 'invalidRequest' });
    await expect(readMonth(memory.as(company.accountManager), manager, { month: month(text) })).rejects.toMatchObject({ code: 'invalidRequest' });
  }
});

it('stands in the list of its month and in the client’s history', async () => {
  await lookAtClient(memory.as(), client.id);
  const list = () => readMonth(memory.as(company.accountManager), manager, { month: now });
  expect((await list()).clients).toEqual([expect.objectContaining({ client, isMine: true, state: 'none', storedAt: null })]);
  await approve();
  expect((await list()).clients).toEqual([expect.objectContaining({ state: 'stored', storedAt: memory.clock.now() })]);
  expect(await readReportHistory(memory.as(company.headOfSales), head, { clientId: client.id })).toMatchObject({ mayEdit: false, reports: [{ month: now, state: 'stored', versions: [{}] }] });
  expect((await readMonth(memory.as(company.stranger), { accountId: company.stranger }, { month: now })).clients).toEqual([]);
});

describe('the hourly round', () => {
  const round = () => draftDueReports(memory.as(), () => true);
  const at = (instant: string): void => memory.clock.advance((Date.parse(instant) - Date.parse(memory.clock.now())) / 1_000);

  it('drafts once, from the last working day on, in the company’s own days', async () => {
    at('2026-10-01T09:00:00.000Z');
    await lookAtClient(memory.as(), client.id);
    await round();
    at('2026-10-29T12:00:00.000Z');
    expect(await round()).toBe(0);
    // Friday the 30th in Warsaw begins two hours before it does in UTC.
    at('2026-10-29T22:59:00.000Z');
    expect(await round()).toBe(0);
    at('2026-10-29T23:01:00.000Z');
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
    expect((await readReportHistory(memory.as(company.accountManager), manager, { clientId: client.id })).reports[0]).toMatchObject({ month: '2026-10', state: 'draft' });
  });

  it.each([
    ['Pacific/Kiritimati', '2026-10-29T10:01:00.000Z'],
    ['Pacific/Pago_Pago', '2026-10-30T11:01:00.000Z'],
  ])('goes by the day in %s', async (timeZone, begins) => {
    await memory.as().settings.saveCompany({ language: 'en', timeZone });
    at('2026-10-01T12:00:00.000Z');
    await lookAtClient(memory.as(), client.id);
    await round();
    at(begins);
    memory.clock.advance(-120);
    expect(await round()).toBe(0);
    memory.clock.advance(120);
    expect(await round()).toBe(1);
  });

  it('asks nothing of clients that came to us after the month', async () => {
    await lookAtClient(memory.as(), client.id);
    expect(await round()).toBe(0);
  });

  it('stops when its time is over, and one client that cannot be read keeps no other from its draft', async () => {
    at('2026-11-30T12:00:00.000Z');
    await lookAtClient(memory.as(), client.id);
    expect(await draftDueReports(memory.as(), () => false)).toBe(0);
    const broken = memory.as();
    expect(await draftDueReports({ ...broken, dealStore: { ...broken.dealStore, ofClient: () => Promise.reject(new Error('storage is down')) } }, () => true)).toBe(0);
    expect(memory.errors).toHaveLength(1);
    expect(await round()).toBe(1);
  });
});

it('of a megabyte is kept and stored, and the words have a limit of their own', async () => {
  const { revision } = await open();
  const long = 'ą'.repeat(20_000);
  const saved = await saveReportWords(memory.as(company.accountManager), manager, { ...named(), revision, words: { relation: long, risks: long, nextSteps: long } });
  expect(Buffer.byteLength(saved.text)).toBeGreaterThan(120_000);
  expect(await approve()).toMatchObject({ state: 'stored' });
});
