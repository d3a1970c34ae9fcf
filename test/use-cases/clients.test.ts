import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId } from '../../src/domain/fixture/values';
import { lookAfterClients } from '../../src/use-cases/clients/look-after-clients';
import { readClient, readProjectClients, setClientLanguage } from '../../src/use-cases/clients/read-client';
import { readClients } from '../../src/use-cases/clients/read-clients';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { company, openCompany, type MemoryWorld } from '../world/memory-world';
import { asManager, deal, publish, sync, twoLines } from './planned-project';

const baltyk = { id: clientId(1), name: 'Bałtyk S.A.' };
const mazur = { id: clientId(2), name: 'Mazur' };
const manager = { accountId: company.accountManager };

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openCompany();
  memory.salesforce.put(sampleDeal({ id: deal, client: baltyk, modifiedAt: memory.clock.now() }));
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
});

const namesFor = async (accountId: (typeof company)['accountManager']) => (await readClients(memory.as(accountId), { accountId })).clients.map(({ client }) => client.name);
const file = (accountId: (typeof company)['accountManager'] = company.accountManager) => readClient(memory.as(accountId), { accountId }, { clientId: baltyk.id });

it('is in the list as soon as a deal is linked, for its account manager and the head of sales and for nobody else', async () => {
  expect(await namesFor(company.accountManager)).toEqual(['Bałtyk S.A.']);
  expect(await namesFor(company.headOfSales)).toEqual(['Bałtyk S.A.']);
  for (const other of [company.productOwner, company.administrator, company.stranger]) {
    expect(await namesFor(other)).toEqual([]);
    await expect(file(other)).rejects.toMatchObject({ code: 'notFound' });
  }
  expect(await file(company.headOfSales)).toMatchObject({ mayEdit: false, mayValidate: true });
  expect(await file()).toMatchObject({ mayEdit: true, mayValidate: false, recordsAt: 'https://acme.my.salesforce.com/', deals: [{ id: deal, stage: 'negotiation' }], projects: [{ project: { key: 'ALFA' } }] });
});

it('has whoever published guidelines last for its account manager', async () => {
  expect((await file()).manager).toBeNull();
  await publish(memory, twoLines(memory));
  expect((await readClients(memory.as(company.accountManager), manager)).clients).toEqual([expect.objectContaining({ isMine: true, manager: expect.objectContaining({ accountId: 'anna' }) })]);
  expect((await file()).manager).toMatchObject({ accountId: 'anna' });
});

it('leaves the list with its last deal, and the deal that passes to another client is in that one’s file', async () => {
  memory.clock.advance(60);
  memory.salesforce.change(deal, { client: mazur });
  await sync(memory);
  expect(await namesFor(company.accountManager)).toEqual(['Mazur']);
  await expect(file()).rejects.toMatchObject({ code: 'notFound' });
  expect(await readProjectClients(memory.as(company.accountManager), asManager)).toEqual({ clients: [mazur] });
  await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
  expect(await namesFor(company.accountManager)).toEqual([]);
});

it('is called in the list what Salesforce calls it by now', async () => {
  memory.clock.advance(60);
  memory.salesforce.change(deal, { client: { ...baltyk, name: 'Bałtyk Group' } });
  await sync(memory);
  expect(await namesFor(company.accountManager)).toEqual(['Bałtyk Group']);
});

it('keeps the language of one of two who began from the same, and of no reader', async () => {
  const set = (accountId: (typeof company)['accountManager'], language: 'pl' | 'en' | null, revision = 0) => setClientLanguage(memory.as(accountId), { accountId }, { clientId: baltyk.id, revision, language });
  expect((await set(company.accountManager, 'en')).settings).toEqual({ revision: 1, language: 'en', companyLanguage: 'pl' });
  await expect(set(company.accountManager, 'pl')).rejects.toMatchObject({ code: 'conflict' });
  await expect(set(company.headOfSales, 'pl', 1)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(set(company.stranger, 'pl', 1)).rejects.toMatchObject({ code: 'notFound' });
});

describe('the hourly round', () => {
  it('looks at each client once a day', async () => {
    expect(await lookAfterClients(memory.as(), () => true)).toBe(1);
    expect(await lookAfterClients(memory.as(), () => true)).toBe(0);
    memory.clock.advance(86_400);
    expect(await lookAfterClients(memory.as(), () => true)).toBe(1);
  });

  it('ends when its time is over', async () => {
    expect(await lookAfterClients(memory.as(), () => false)).toBe(0);
  });

  it('asks a Salesforce that is not connected once, keeps what the app knows, and comes again', async () => {
    memory.salesforce.put(sampleDeal({ id: deal, client: mazur }));
    await memory.as().secrets.saveSalesforceSecret(undefined);
    await memory.as().clients.enrol(mazur.id);
    const looked = await lookAfterClients(memory.as(), () => true);
    const [one] = (await readClients(memory.as(company.accountManager), manager)).clients;
    expect(one).toMatchObject({ client: baltyk });
    expect([1, 2]).toContain(looked);
    memory.clock.advance(3_600);
    expect(await lookAfterClients(memory.as(), () => true)).toBeGreaterThan(0);
  });
});
