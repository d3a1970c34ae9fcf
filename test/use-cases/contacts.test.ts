import type { ClientContact } from '../../src/domain/client-contact';
import { nobody, type RoleHolders } from '../../src/domain/contact-structure';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId, contactId, dealId } from '../../src/domain/fixture/values';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { lookAgain } from '../../src/use-cases/clients/look-again';
import { readClientPeople } from '../../src/use-cases/contacts/read-client-people';
import { readContacts } from '../../src/use-cases/contacts/read-contacts';
import { saveContacts } from '../../src/use-cases/contacts/save-contacts';
import { readWhoIsWho } from '../../src/use-cases/contacts/who-is-who';
import { previewWriteBack, writeBackAndRead } from '../../src/use-cases/contacts/write-back';
import { linkDeal } from '../../src/use-cases/planner/link-deal';
import { readToday } from '../../src/use-cases/today/read-today';
import { company, openCompany, trail, type MemoryWorld } from '../world/memory-world';
import { asManager, publish } from './planned-project';

const client = { id: clientId(1), name: 'Spedycja Wilga' };
const deal = dealId(1);
const [boss, tech, book, other] = [contactId(1), contactId(2), contactId(3), contactId(4)];
const contact = (id: ClientContact['id'], name: string, more: Partial<ClientContact> = {}): ClientContact => ({ id, clientId: client.id, name, title: null, email: `${name.toLowerCase()}@wilga.example`, phone: null, ...more });

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openCompany();
  memory.salesforce.put(sampleDeal({ id: deal, stageName: 'Negotiation', client, modifiedAt: memory.clock.now() }));
  await linkDeal(manager(), asManager, { dealId: deal });
  memory.contacts.put(contact(boss, 'Barbara'), contact(tech, 'Teofil'), contact(book, 'Bogna'), contact(other, 'Obcy', { clientId: clientId(9) }));
  memory.contacts.give(deal, boss, 'Decision Maker', true);
});
const manager = () => memory.as(company.accountManager);
const owner = () => memory.as(company.productOwner);
const asOwner = { projectId: company.project, accountId: company.productOwner, issueId: company.issue };
const save = (revision: number, roles: Partial<RoleHolders>, leftOut: readonly ClientContact['id'][] = []) => saveContacts(manager(), asManager, { revision, roles: { ...nobody, ...roles }, leftOut });
const write = (revision: number, keys: readonly string[]) => writeBackAndRead(manager(), asManager, { revision, keys });
const preview = () => previewWriteBack(manager(), asManager);
const keysOf = ({ steps }: Awaited<ReturnType<typeof preview>>) => steps.map(({ key }) => key);
const named = () => memory.contacts.roles.map(({ contactId: id, role, isPrimary }) => [id, role, isPrimary]);

describe('reading who is who', () => {
  it('proposes what Salesforce has, and shows who assigns everybody of the client, by two reads and the list', async () => {
    memory.contacts.calls = 0;
    const seen = await readContacts(manager(), asManager);
    expect(memory.contacts.calls).toBe(3);
    expect(seen).toMatchObject({ revision: 0, isProposal: true, mayEdit: true, roles: { ...nobody, decisionMaker: [boss] }, clients: [client], hasMore: false });
    expect(seen.contacts.map(({ name }) => name).sort()).toEqual(['Barbara', 'Bogna', 'Teofil']);
    expect(seen.gaps[0]).toEqual({ severity: 'error', kind: 'nobody', role: 'escalation' });
  });

  it('shows a reader those in roles, and nobody else', async () => {
    const seen = await readContacts(owner(), asOwner);
    expect(seen).toMatchObject({ mayEdit: false, newcomers: [], leftOut: [] });
    expect(seen.contacts.map(({ name }) => name)).toEqual(['Barbara']);
  });

  it('tells the issue panel whom one turns to and how', async () => {
    await save(0, { decisionMaker: [boss], finance: [boss, book] });
    expect(await readWhoIsWho(owner(), asOwner)).toEqual({
      people: [
        { roles: ['decisionMaker', 'finance'], name: 'Barbara', title: null, email: 'barbara@wilga.example', phone: null },
        { roles: ['finance'], name: 'Bogna', title: null, email: 'bogna@wilga.example', phone: null },
      ],
      missing: ['escalation'],
      hasContacts: true,
    });
  });

  it('leaves lost deals out', async () => {
    memory.salesforce.put(sampleDeal({ id: dealId(2), stageName: 'Closed Lost', client, modifiedAt: memory.clock.now() }));
    await linkDeal(manager(), asManager, { dealId: dealId(2) });
    memory.contacts.give(dealId(2), tech, 'Technical Buyer');
    expect(await readContacts(manager(), asManager)).toMatchObject({ deals: [{ id: deal }], roles: { technical: [] } });
  });

  it('says that the organisation shows no contacts or no contact roles', async () => {
    memory.contacts.hasContactRoles = false;
    expect(await readContacts(manager(), asManager)).toMatchObject({ hasContacts: true, hasContactRoles: false, roles: nobody });
    expect(await preview()).toMatchObject({ isPossible: false, steps: [] });
    memory.contacts.hasContacts = false;
    expect(await readContacts(manager(), asManager)).toMatchObject({ hasContacts: false, gaps: [], contacts: [] });
    expect(await readWhoIsWho(owner(), asOwner)).toEqual({ people: [], missing: [], hasContacts: false });
  });
});

describe('saving', () => {
  it('keeps ids and no name, and says who did it', async () => {
    expect(await save(0, { decisionMaker: [boss], technical: [tech] }, [book])).toMatchObject({ revision: 1, isProposal: false, leftOut: [book] });
    expect(JSON.stringify(memory.storage.contactStructures.all())).not.toMatch(/Barbara|wilga/u);
    const last = trail(memory).at(-1);
    expect(last).toMatchObject({ event: 'contacts.saved', by: company.accountManager, details: { decisionMaker: boss, technical: tech, leftOut: book } });
    expect(JSON.stringify(trail(memory))).not.toMatch(/Barbara|wilga/u);
  });

  it('refuses what crosses somebody else’s change, and what is in no order', async () => {
    await save(0, { technical: [tech] });
    await expect(save(0, { technical: [boss] })).rejects.toMatchObject({ code: 'conflict' });
    await expect(save(1, { technical: [tech] }, [tech])).rejects.toMatchObject({ code: 'invalidRequest' });
    expect((await readContacts(manager(), asManager)).roles.technical).toEqual([tech]);
  });

  it('takes no contact of another client, unless Salesforce has them in a role of the project', async () => {
    await expect(save(0, { technical: [other] })).rejects.toMatchObject({ code: 'notFound' });
    await expect(save(0, {}, [contactId(99)])).rejects.toMatchObject({ code: 'notFound' });
    memory.contacts.give(deal, other, 'Evaluator');
    expect((await save(0, { technical: [other] })).gaps).toContainEqual({ severity: 'hint', kind: 'elsewhere', contactId: other, roles: ['technical'] });
  });

  it('keeps somebody who left, and says so, until a person decides', async () => {
    await save(0, { decisionMaker: [boss], technical: [tech] });
    memory.contacts.people.delete(tech);
    expect((await save(1, { decisionMaker: [boss], technical: [tech] })).gaps).toContainEqual({ severity: 'hint', kind: 'gone', contactId: tech, roles: ['technical'] });
  });
});

describe('writing to Salesforce', () => {
  beforeEach(async () => {
    await save(0, { decisionMaker: [boss], technical: [tech], finance: [book] });
  });
  const asWanted = [[boss, 'Decision Maker', true], [tech, 'Technical Buyer', false], [book, 'Economic Buyer', false]];
  const sorted = () => [...named()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

  it('does what was shown, and nothing the second time', async () => {
    const shown = await preview();
    expect(shown.steps.map(({ step }) => step.kind)).toEqual(['create', 'create']);
    const { outcomes, failure, contacts } = await write(shown.revision, keysOf(shown));
    expect([outcomes.map(({ outcome }) => outcome), failure]).toEqual([['done', 'done'], null]);
    expect(sorted()).toEqual(asWanted);
    expect((await preview()).steps).toEqual([]);
    expect((await write(contacts?.revision ?? 0, keysOf(shown))).outcomes.map(({ outcome }) => outcome)).toEqual(['notNeeded', 'notNeeded']);
    expect(memory.contacts.writes).toBe(2);
    expect(trail(memory).filter(({ event }) => event === 'contacts.roleCreated').map(({ details }) => details['contact'])).toEqual(expect.arrayContaining([tech, book]));
    expect(JSON.stringify(trail(memory))).not.toMatch(/Teofil|Bogna/u);
  });

  it('does only what was chosen', async () => {
    const shown = await preview();
    await write(shown.revision, keysOf(shown).slice(0, 1));
    expect(memory.contacts.writes).toBe(1);
    expect((await preview()).steps).toHaveLength(1);
  });

  it('is done once however often it is pressed, at the same time or while somebody writes', async () => {
    const shown = await preview();
    memory.contacts.beforeWrite = async () => {
      memory.contacts.beforeWrite = async () => undefined;
      const { revision } = await preview();
      await expect(write(revision, keysOf(shown))).rejects.toMatchObject({ code: 'conflict' });
    };
    const pressed = await Promise.allSettled([write(shown.revision, keysOf(shown)), write(shown.revision, keysOf(shown)), write(shown.revision, keysOf(shown))]);
    expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(sorted()).toEqual(asWanted);
  });

  it('reads again after a lost answer, and makes no role twice', async () => {
    const shown = await preview();
    memory.contacts.faults.push('answerLost', 'answerLost');
    expect((await write(shown.revision, keysOf(shown))).outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(sorted()).toEqual(asWanted);
  });

  it('stops where nobody knows what became of a write, and lets nobody write until it must have come', async () => {
    const shown = await preview();
    memory.contacts.faults.push('requestLost');
    const { outcomes, failure } = await write(shown.revision, keysOf(shown));
    expect([outcomes.map(({ outcome }) => outcome), failure]).toEqual([['unsure', 'notTried'], 'unavailable']);
    await expect(write(shown.revision + 1, keysOf(shown))).rejects.toMatchObject({ code: 'conflict' });
    memory.clock.advance(61);
    await write(shown.revision + 1, keysOf(shown));
    expect(sorted()).toEqual(asWanted);
  });

  it('tells what became of each step even where the contacts cannot be read any more', async () => {
    const shown = await preview();
    memory.contacts.beforeWrite = async () => memory.as().secrets.saveSalesforceSecret(undefined);
    const { outcomes, contacts } = await write(shown.revision, keysOf(shown));
    expect([outcomes.map(({ outcome }) => outcome), contacts]).toEqual([['done', 'done'], null]);
  });

  it.each(['gone', 'refused', 'valueUnknown', 'rejected'] as const)('says of one that is %s what it is, and does the others', async (fault) => {
    const shown = await preview();
    memory.contacts.faults.push(fault);
    expect((await write(shown.revision, keysOf(shown))).outcomes.map(({ outcome }) => outcome)).toEqual([fault, 'done']);
  });

  it('ends at a limit of Salesforce with what was done, and somebody can go on at once', async () => {
    const shown = await preview();
    memory.contacts.faults.push('rateLimited');
    const { failure, contacts } = await write(shown.revision, keysOf(shown));
    expect(failure).toBe('rateLimited');
    await write(contacts?.revision ?? 0, keysOf(shown));
    expect(sorted()).toEqual(asWanted);
  });

  it('does not make a role of a contact who was removed between reading and writing', async () => {
    const shown = await preview();
    memory.contacts.beforeWrite = async () => void memory.contacts.people.delete(tech);
    const { outcomes, contacts } = await write(shown.revision, keysOf(shown));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'gone']);
    expect(contacts?.gaps).toContainEqual({ severity: 'hint', kind: 'gone', contactId: tech, roles: ['technical'] });
  });

  it('carries out no step that is no longer what was shown', async () => {
    const shown = await preview();
    memory.contacts.give(deal, tech, 'Influencer');
    const { outcomes } = await write(shown.revision, keysOf(shown));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'notNeeded']);
    expect((await preview()).steps.map(({ step }) => step.kind)).toEqual(['change']);
  });

  it('is not there before a structure was set', async () => {
    memory = await openCompany();
    await expect(write(0, ['create'])).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the client', () => {
  it('knows from each look how many gaps there are, with two calls for all its projects', async () => {
    memory.contacts.calls = 0;
    expect((await lookAtClient(memory.as(), client.id)).contacts).toEqual({ gaps: 1, hints: 3, noDecisionMaker: false });
    expect(memory.contacts.calls).toBe(2);
    memory.contacts.people.delete(boss);
    expect((await lookAtClient(memory.as(), client.id)).contacts).toMatchObject({ noDecisionMaker: true });
    await memory.as().secrets.saveSalesforceSecret(undefined);
    expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ failure: 'notConnected', contacts: { noDecisionMaker: true } });
  });

  it('is known by its deals even while Salesforce cannot be read', async () => {
    await memory.as().secrets.saveSalesforceSecret(undefined);
    expect(await lookAtClient(memory.as(), client.id)).toMatchObject({ failure: 'notConnected', client, projects: [company.project], contacts: null });
  });

  it('is looked at at once for whoever has just filled a gap, which is then no item of theirs any more', async () => {
    const items = async () => (await readToday(manager(), asManager, { whose: 'mine', kind: 'client', after: null })).items.map(({ what }) => what.kind);
    await publish(memory, []);
    await lookAtClient(memory.as(), client.id);
    expect(await items()).toContain('contacts');
    await save(0, { decisionMaker: [boss], escalation: [tech] });
    expect(await items()).toContain('contacts');
    expect(await lookAgain(manager(), asManager, { clientId: client.id })).toEqual({ failure: null });
    expect(await items()).not.toContain('contacts');
    await memory.as().secrets.saveSalesforceSecret(undefined);
    expect(await lookAgain(manager(), asManager, { clientId: client.id })).toEqual({ failure: 'notConnected' });
    expect(await items()).not.toContain('contacts');
  });

  it('is looked at for nobody who may not write in its file', async () => {
    const before = memory.storage.writes;
    await expect(lookAgain(memory.as(company.headOfSales), { accountId: company.headOfSales }, { clientId: client.id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(lookAgain(owner(), asOwner, { clientId: client.id })).rejects.toMatchObject({ code: 'notFound' });
    await expect(lookAgain(manager(), asManager, { clientId: clientId(9) })).rejects.toMatchObject({ code: 'notFound' });
    expect(memory.storage.writes).toBe(before);
  });

  it('has its people in its file, with their roles in each project', async () => {
    await save(0, { decisionMaker: [boss] });
    const people = await readClientPeople(manager(), asManager, { clientId: client.id });
    expect(people).toMatchObject({ hasContacts: true, hasMore: false, projects: [{ projectId: company.project, roles: { ...nobody, decisionMaker: [boss] } }] });
    expect(people.contacts).toHaveLength(3);
    await expect(readClientPeople(memory.as(company.stranger), { accountId: company.stranger }, { clientId: client.id })).rejects.toMatchObject({ code: 'notFound' });
  });
});
