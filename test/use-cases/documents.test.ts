import { addDays, dayAt } from '../../src/domain/calendar';
import { defaultDocumentRules } from '../../src/domain/document-rules';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId, day, dealId, fileId, projectId } from '../../src/domain/fixture/values';
import { nothingByHand, type DocumentByHand } from '../../src/domain/formal-document';
import type { DealId } from '../../src/domain/ids';
import type { PlainDate } from '../../src/domain/plain-date';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { readClients } from '../../src/use-cases/clients/read-clients';
import { readDocumentRules, saveDocumentRules } from '../../src/use-cases/documents/document-rules';
import { readDocuments } from '../../src/use-cases/documents/read-documents';
import { saveDocumentByHand } from '../../src/use-cases/documents/save-document';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { company, openCompany, trail, type MemoryWorld } from '../world/memory-world';

const client = { id: clientId(1), name: 'Bank Północny' };
const deal = dealId(1);
const call = { accountId: company.accountManager };
const asManager = { ...call, projectId: company.project };

let memory: MemoryWorld;
let today: PlainDate;
beforeEach(async () => {
  memory = await openCompany();
  today = dayAt(memory.clock.now(), 'Europe/Warsaw');
  memory.salesforce.put(sampleDeal({ id: deal, name: 'Portal', client, stageName: 'Closed Won', modifiedAt: memory.clock.now() }));
  await linkDeal(manager(), asManager, { dealId: deal });
});
const manager = () => memory.as(company.accountManager);
const read = () => readDocuments(manager(), call, { clientId: client.id });
const rowOf = async (requirement: string, of: DealId | null = null) => (await read()).rows.find((row) => row.requirement === requirement && (row.deal?.id ?? null) === of);
const say = (changes: Partial<DocumentByHand>, revision = 0, more: { readonly requirement?: 'nda' | 'order'; readonly dealId?: DealId | null } = {}) =>
  saveDocumentByHand(manager(), call, { clientId: client.id, requirement: 'nda', dealId: null, revision, byHand: { ...nothingByHand, ...changes }, ...more });
const standing = async () => (await memory.as().clients.standing(client.id))?.documents ?? null;
const putAll = () => {
  memory.files.put('NDA signed', [client.id]);
  memory.files.put('Umowa ramowa podpisana', [client.id]);
  memory.files.put('Zgoda na referencje, skan', [deal]);
  return memory.files.put('SOW 1 signed', [deal]);
};

it('finds documents among the files of the client and its deals, what is missing first', async () => {
  memory.files.put('NDA signed', [client.id]);
  memory.files.put('NDA draft', [client.id]);
  memory.files.put('SOW 1', [deal]);
  const { rows, percent, files, failure, mayEdit } = await read();
  expect(rows.map(({ requirement, state, isRequired }) => [requirement, state, isRequired])).toEqual([
    ['frameworkAgreement', 'missing', true], ['consent', 'missing', true], ['order', 'draft', true], ['nda', 'signed', true], ['annex', 'missing', false], ['acceptanceProtocol', 'missing', false],
  ]);
  expect({ percent, failure, mayEdit }).toEqual({ percent: 25, failure: null, mayEdit: true });
  expect(files).toHaveLength(3);
  expect(rows.find(({ requirement }) => requirement === 'nda')?.others).toHaveLength(1);
  expect(memory.files.calls).toBe(1);
});

it('requires by the furthest of the client\'s deals for the client, and by each deal for itself', async () => {
  memory.salesforce.put(sampleDeal({ id: dealId(2), client, stageName: 'Prospecting', modifiedAt: memory.clock.now() }));
  memory.salesforce.put(sampleDeal({ id: dealId(3), client, stageName: 'Closed Lost', modifiedAt: memory.clock.now() }));
  for (const id of [dealId(2), dealId(3)]) await linkDeal(manager(), asManager, { dealId: id });
  const { rows } = await read();
  expect(rows.filter(({ requirement }) => requirement === 'order').map(({ deal: of, isRequired }) => [of?.id, isRequired])).toEqual([[deal, true], [dealId(2), false]]);
  expect(rows.find(({ requirement }) => requirement === 'frameworkAgreement')?.isRequired).toBe(true);
});

describe('said by hand', () => {
  it('is kept once, with who said it, and counts at once in lists and at the gate', async () => {
    await lookAtClient(memory.as(), client.id);
    expect((await standing())?.missing).toHaveLength(4);
    await say({ signedOn: today });
    await say({ signedOn: today });
    expect(await rowOf('nda')).toMatchObject({ state: 'signed', revision: 1, byHand: { signedOn: today } });
    expect((await standing())?.missing.map(({ requirement }) => requirement)).toEqual(['frameworkAgreement', 'consent', 'order']);
    const said = trail(memory).filter(({ event }) => event === 'document.saidByHand');
    expect(said).toMatchObject([{ subject: `client:${client.id}`, by: company.accountManager, details: { requirement: 'nda', signedOn: today } }]);
  });

  it('tells that a document is not needed, and why, and keeps the words out of the trail', async () => {
    const { percent } = await say({ need: { kind: 'notNeeded', because: ' Agreed with Ewa ' } });
    expect(await rowOf('nda')).toMatchObject({ state: 'notNeeded', isRequired: false, byHand: { need: { kind: 'notNeeded', because: 'Agreed with Ewa' } } });
    expect(percent).toBe(0);
    expect(JSON.stringify(trail(memory))).not.toContain('Ewa');
  });

  it('conflicts with what somebody else said meanwhile, and out of order', async () => {
    await say({ signedOn: today });
    await expect(say({ signedOn: addDays(today, -1) })).rejects.toMatchObject({ code: 'conflict' });
    await say({ signedOn: addDays(today, -1) }, 1);
    await expect(say({ signedOn: today }, 0)).rejects.toMatchObject({ code: 'conflict' });
    expect(await rowOf('nda')).toMatchObject({ revision: 2, byHand: { signedOn: addDays(today, -1) } });
  });

  it('lets one of two in the same moment win', async () => {
    const ends = await Promise.allSettled([say({ signedOn: today }), say({ signedOn: addDays(today, -3) })]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['invalidRequest', 'signedInFuture', { signedOn: day('2999-01-01') }, {}],
    ['invalidRequest', 'reasonMissing', { need: { kind: 'notNeeded', because: '' } }, {}],
    ['notFound', 'fileId', { fileId: fileId(77) }, {}],
    ['notFound', 'document', {}, { dealId: deal }],
    ['notFound', 'document', {}, { requirement: 'order' }],
    ['notFound', 'document', {}, { requirement: 'order', dealId: dealId(9) }],
  ] as const)('is refused with %s %s', async (code, field, changes, more) => {
    await expect(say(changes, 0, more)).rejects.toMatchObject({ code, about: { field } });
    expect(memory.storage.formalDocuments.size).toBe(0);
  });

  it('links any file of the client, and tells when it is gone', async () => {
    const letter = memory.files.put('Letter signed', [client.id]);
    await say({ fileId: letter });
    expect(await rowOf('nda')).toMatchObject({ state: 'signed', fileId: letter, isLinkGone: false });
    memory.files.remove(letter);
    expect(await rowOf('nda')).toMatchObject({ state: 'missing', fileId: null, isLinkGone: true });
    expect(await say({ fileId: letter, signedOn: today }, 1)).toMatchObject({ percent: 25 });
  });

  it('of a deal that was unlinked meanwhile finds nothing to belong to, and is there again with the deal', async () => {
    memory.salesforce.put(sampleDeal({ id: dealId(2), client, stageName: 'Closed Won', modifiedAt: memory.clock.now() }));
    await linkDeal(manager(), asManager, { dealId: dealId(2) });
    await say({ signedOn: today }, 0, { requirement: 'order', dealId: dealId(2) });
    await unlinkDeal(manager(), asManager, { dealId: dealId(2) });
    await expect(say({ signedOn: today }, 1, { requirement: 'order', dealId: dealId(2) })).rejects.toMatchObject({ code: 'notFound' });
    expect(await rowOf('order', dealId(2))).toBeUndefined();
    await linkDeal(manager(), asManager, { dealId: dealId(2) });
    expect(await rowOf('order', dealId(2))).toMatchObject({ state: 'signed', revision: 1 });
  });

  it('belongs to account managers of the client: others may read, or not even that', async () => {
    await expect(saveDocumentByHand(memory.as(company.headOfSales), { accountId: company.headOfSales }, { clientId: client.id, requirement: 'nda', dealId: null, revision: 0, byHand: nothingByHand })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readDocuments(memory.as(company.headOfSales), { accountId: company.headOfSales }, { clientId: client.id })).resolves.toMatchObject({ mayEdit: false });
    await expect(readDocuments(memory.as(company.stranger), { accountId: company.stranger }, { clientId: client.id })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('while Salesforce cannot be read', () => {
  it('what was last seen stands and says as of when, and time and words by hand go on', async () => {
    const sow = putAll();
    await lookAtClient(memory.as(), client.id);
    const asOf = memory.clock.now();
    memory.files.failure = 'unavailable';
    memory.clock.advance(86_400);
    expect(await read()).toMatchObject({ percent: 100, asOf, failure: 'unavailable', files: [] });
    expect(await rowOf('order', deal)).toMatchObject({ state: 'signed', fileId: sow });
    await say({ validUntil: today, signedOn: addDays(today, -400) });
    expect(await rowOf('nda')).toMatchObject({ state: 'expired', until: today });
    expect(await standing()).toMatchObject({ percent: 75, asOf, renewals: [{ requirement: 'nda', dealId: null, until: today }] });
    await expect(say({ fileId: fileId(1) }, 1)).rejects.toMatchObject({ failure: 'unavailable' });
  });

  it('and was never, nothing is called missing', async () => {
    memory.files.failure = 'unavailable';
    await lookAtClient(memory.as(), client.id);
    const { rows, percent, asOf } = await read();
    expect({ percent, asOf, states: [...new Set(rows.map(({ state }) => state))] }).toEqual({ percent: null, asOf: null, states: [null] });
    expect(await memory.as().clients.standing(client.id)).toMatchObject({ failure: 'unavailable', client, documents: null });
  });

  it('because the organisation has no files, says so and calls nothing missing', async () => {
    memory.files.isHidden = true;
    expect(await read()).toMatchObject({ failure: 'filesHidden', percent: null });
    expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ failure: null, documents: null });
    await expect(say({ fileId: fileId(1) })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('because files were hidden after they had been seen, what was seen stands', async () => {
    putAll();
    await lookAtClient(memory.as(), client.id);
    const before = await standing();
    memory.files.isHidden = true;
    memory.clock.advance(86_400);
    await lookAtClient(memory.as(), client.id);
    expect(await standing()).toEqual(before);
    expect(await read()).toMatchObject({ percent: 100, asOf: before?.asOf, failure: 'filesHidden' });
  });
});

describe('lists and the gate', () => {
  it('know what is missing and what expires', async () => {
    memory.files.failure = 'unavailable';
    await lookAtClient(memory.as(), client.id);
    expect((await readClients(manager(), call)).clients).toMatchObject([{ client, documents: null }]);
    memory.files.failure = undefined;
    putAll();
    await lookAtClient(memory.as(), client.id);
    await say({ signedOn: addDays(today, -400), validUntil: addDays(today, 45) });
    expect((await readClients(manager(), call)).clients).toMatchObject([{ documents: { percent: 100, missing: 0, renewals: [{ requirement: 'nda', dealId: null, until: addDays(today, 45) }] } }]);
  });

  it('are told by the screen too, without waiting for the daily look', async () => {
    await lookAtClient(memory.as(), client.id);
    putAll();
    expect(await read()).toMatchObject({ percent: 100 });
    expect(await standing()).toMatchObject({ percent: 100, missing: [] });
    const { writes } = memory.storage;
    await read();
    expect(memory.storage.writes).toBe(writes);
  });

  it('name what is missing for the project\'s own deals and their clients, and nothing before a look', async () => {
    const missing = (project = company.project) => manager().documents.missing(project);
    expect(await missing()).toEqual({ kind: 'notConnected' });
    expect(await missing(projectId('10002'))).toEqual({ kind: 'notConnected' });
    memory.files.put('NDA signed', [client.id]);
    await lookAtClient(memory.as(), client.id);
    expect(await missing()).toEqual({ kind: 'known', value: [{ requirement: 'frameworkAgreement', of: client.name }, { requirement: 'consent', of: client.name }, { requirement: 'order', of: 'Portal' }] });
    putAll();
    await read();
    expect(await missing()).toEqual({ kind: 'known', value: [] });
    const other = { id: clientId(2), name: 'Sklep' };
    memory.salesforce.put(sampleDeal({ id: dealId(2), client: other, stageName: 'Closed Won', modifiedAt: memory.clock.now() }));
    await linkDeal(manager(), asManager, { dealId: dealId(2) });
    expect(await missing()).toEqual({ kind: 'notConnected' });
  });
});

describe('rules', () => {
  const { revision: _unset, ...rules } = defaultDocumentRules;
  const save = (revision: number, changes: Partial<typeof rules>) => saveDocumentRules(memory.as(company.administrator), { accountId: company.administrator }, { revision, rules: { ...rules, ...changes } });

  it('begin with the company\'s first day, and a client\'s file follows another set at once', async () => {
    expect(await readDocumentRules(memory.as())).toEqual(defaultDocumentRules);
    memory.files.put('Tajemnica', [client.id]);
    expect(await save(0, { requirements: { ...rules.requirements, nda: { ...rules.requirements.nda, phrases: ['tajemnica'], mustBeSigned: false } } })).toMatchObject({ revision: 1 });
    expect(await rowOf('nda')).toMatchObject({ state: 'signed', mustBeSigned: false });
    expect(trail(memory).filter(({ subject }) => subject === 'company')).toMatchObject([{ event: 'documentRules.saved', by: company.administrator, details: { revision: '1' } }]);
  });

  it('are refused where they make no sense or crossed another\'s', async () => {
    await expect(save(0, { draftMarks: ['!!'] })).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'emptyPhrase' } });
    await save(0, {});
    await expect(save(0, {})).rejects.toMatchObject({ code: 'conflict' });
    const ends = await Promise.allSettled([save(1, {}), save(1, {})]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
