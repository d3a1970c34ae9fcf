import { declineChange as declineOperation } from '../../src/contract/changes';
import { sampleGuidelines } from '../../src/domain/fixture/guidelines';
import { day, dealId, instant, lineId, total } from '../../src/domain/fixture/values';
import type { LineId } from '../../src/domain/ids';
import type { ScopeEffect } from '../../src/domain/scope-change';
import { agreeChange } from '../../src/use-cases/changes/agree-change';
import { declineChange, negotiateChange, proposeChange, proposeFromIssue, withdrawChange } from '../../src/use-cases/changes/change-changes';
import { readChanges } from '../../src/use-cases/changes/read-changes';
import { saveDraft } from '../../src/use-cases/guidelines/drafts';
import { publishGuidelines } from '../../src/use-cases/guidelines/publish-guidelines';
import { readPanel } from '../../src/use-cases/read-panel';
import { draftFrom, emptyDraft } from '../../src/domain/draft';
import { Crash, crashingWorld } from '../world/crash';
import { company, openCompany, ordered, trail, type MemoryWorld } from '../world/memory-world';
import { asManager, clearOrders, deal, openPlannedProject, publish, twoLines } from './planned-project';

const asOwner = { projectId: company.project, accountId: company.productOwner };
const effect: ScopeEffect = { budget: { amount: total('12000.00'), currency: 'PLN' }, hours: 40, end: null, added: 'Returns', removed: '' };
const proposal = { title: ' Returns ', reason: 'The client asks', effect };
let filed = 0;
const freshId = (): LineId => lineId(`change${(filed += 1)}`);

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
});

const manager = () => memory.as(company.accountManager);
const owner = () => memory.as(company.productOwner);
const versions = () => memory.as().guidelines.versions(company.project);

async function proposed(of: MemoryWorld = memory): Promise<{ readonly id: LineId; readonly revision: number }> {
  const { changes } = await proposeChange(of.as(company.productOwner), asOwner, { id: freshId(), ...proposal });
  const one = changes.find(({ state }) => state.kind === 'proposed');
  if (one === undefined) throw new Error('nothing was proposed');
  return { id: one.id, revision: one.revision };
}

async function publishHours(hours: string): Promise<void> {
  const draft = draftFrom(sampleGuidelines);
  const { revision } = await saveDraft(manager(), asManager, { revision: (await memory.as().guidelines.draft(company.project))?.revision ?? 0, draft: { ...draft, budget: { ...draft.budget, hours } } });
  await publishGuidelines(manager(), asManager, { revision });
}

it('is proposed by a product owner, taken up and agreed to, and is then the next guidelines', async () => {
  const { id, revision } = await proposed();
  expect((await readChanges(owner(), asOwner)).changes).toEqual([expect.objectContaining({ id, isMine: true, title: 'Returns', state: { kind: 'proposed' } })]);
  const taken = await negotiateChange(manager(), asManager, { id, revision });
  const view = await agreeChange(manager(), asManager, { id, revision: taken.changes[0]?.revision ?? 0, reason: 'Signed annex' });
  expect(view.changes).toEqual([expect.objectContaining({ state: expect.objectContaining({ kind: 'agreed', version: 2, reason: 'Signed annex', by: expect.objectContaining({ accountId: 'anna' }) }) })]);
  expect(view.changes[0]?.history.map(({ what }) => what)).toEqual(['proposed', 'negotiation', 'agreeing', 'agreed']);
  expect(view.totals).toMatchObject({ soldBudget: '240000.00', agreedBudget: '12000.00', nowBudget: '252000.00', agreedPercent: 5, soldHours: 1200, nowHours: 1240 });
  const [latest, first] = await versions();
  expect(latest).toMatchObject({ version: 2, change: { id, title: 'Returns' }, guidelines: { budget: { hours: 1240 }, scope: { inScope: 'Orders\nReturns' } } });
  expect(first?.change).toBeUndefined();
  expect(trail(memory).flatMap(({ event }) => (event.startsWith('change.') || event.startsWith('guidelines.') ? [event] : []))).toEqual(['guidelines.published', 'change.proposed', 'change.negotiated', 'guidelines.published', 'change.agreed']);
});

it('replans and asks for acknowledgement as any publication does', async () => {
  clearOrders(memory);
  const { id, revision } = await proposed();
  await agreeChange(manager(), asManager, { id, revision, reason: '' });
  expect(ordered(memory)).toHaveLength(1);
  expect(await readPanel(owner(), { ...asOwner, issueId: company.issue })).toMatchObject({ guidelines: { version: 2 } });
});

it('leaves what the account manager was writing, and tells an editor that is open', async () => {
  const revision = (await memory.as().guidelines.draft(company.project))?.revision ?? 0;
  const draft = { ...emptyDraft, scope: { ...emptyDraft.scope, goal: 'Half a thought' } };
  const saved = await saveDraft(manager(), asManager, { revision, draft });
  const change = await proposed();
  await agreeChange(manager(), asManager, { ...change, reason: '' });
  expect((await memory.as().guidelines.draft(company.project))?.draft?.scope.goal).toBe('Half a thought');
  await expect(saveDraft(manager(), asManager, { revision: saved.revision, draft })).rejects.toMatchObject({ code: 'conflict' });
});

it('can be proposed from an issue', async () => {
  await proposeFromIssue(owner(), { ...asOwner, issueId: company.issue }, { id: freshId(), ...proposal });
  expect((await readChanges(manager(), asManager)).changes).toEqual([expect.objectContaining({ title: 'Returns', isMine: false })]);
});

it('is filed once, however often it is sent, and nothing else takes its id', async () => {
  const sent = { id: freshId(), ...proposal };
  const both = await Promise.all([1, 2].map(() => proposeChange(owner(), asOwner, sent)));
  expect(both.map(({ changes }) => changes.length)).toEqual([1, 1]);
  await negotiateChange(manager(), asManager, { id: sent.id, revision: 1 });
  expect((await proposeFromIssue(owner(), { ...asOwner, issueId: company.issue }, { ...sent, title: 'Returns' }))).toEqual({});
  expect((await readChanges(owner(), asOwner)).changes).toEqual([expect.objectContaining({ id: sent.id, revision: 2 })]);
  await expect(proposeChange(owner(), asOwner, { ...sent, effect: { ...effect, hours: 41 } })).rejects.toMatchObject({ code: 'conflict' });
  await expect(proposeChange(manager(), asManager, sent)).rejects.toMatchObject({ code: 'conflict' });
  expect(trail(memory).filter(({ event }) => event === 'change.proposed')).toHaveLength(1);
});

it('is agreed to once, pressed twice and by two', async () => {
  const { id, revision } = await proposed();
  const both = await Promise.allSettled([1, 2].map(() => agreeChange(manager(), asManager, { id, revision, reason: '' })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(agreeChange(manager(), asManager, { id, revision, reason: '' })).rejects.toMatchObject({ code: 'conflict' });
  expect((await versions()).map(({ version }) => version)).toEqual([2, 1]);
});

it('is declined or agreed to, and not both', async () => {
  const { id, revision } = await proposed();
  await declineChange(manager(), asManager, { id, revision, reason: 'Too dear' });
  await expect(agreeChange(manager(), asManager, { id, revision, reason: '' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(agreeChange(manager(), asManager, { id, revision: revision + 1, reason: '' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await versions()).toHaveLength(1);
  expect((await readChanges(owner(), asOwner)).changes[0]?.state).toMatchObject({ kind: 'declined', reason: 'Too dear' });
});

it('is taken back by whoever proposed it, until somebody takes it up', async () => {
  const { id, revision } = await proposed();
  await expect(withdrawChange(manager(), asManager, { id, revision })).rejects.toMatchObject({ code: 'forbidden' });
  await negotiateChange(manager(), asManager, { id, revision });
  await expect(withdrawChange(owner(), asOwner, { id, revision: revision + 1 })).rejects.toMatchObject({ code: 'conflict' });
  const other = await proposed();
  expect((await withdrawChange(owner(), asOwner, other)).changes.map(({ state }) => state.kind).sort()).toEqual(['negotiation', 'withdrawn']);
});

it('that the guidelines cannot take is refused with the reason before anything is written', async () => {
  const wrong = async (changes: Partial<ScopeEffect>, problem: string): Promise<void> => {
    const { changes: listed } = await proposeChange(owner(), asOwner, { id: freshId(), title: `To be refused: ${problem}`, reason: '', effect: { ...effect, ...changes } });
    const one = listed.find(({ title }) => title.endsWith(problem));
    const before = memory.storage.dump();
    await expect(agreeChange(manager(), asManager, { id: one?.id ?? lineId('none'), revision: one?.revision ?? 0, reason: '' })).rejects.toMatchObject({ code: 'invalidRequest', about: { field: problem } });
    expect(memory.storage.dump()).toEqual(before);
  };
  await wrong({ budget: { amount: total('1.00'), currency: 'EUR' } }, 'otherCurrency');
  await wrong({ budget: { amount: total('-999999.00'), currency: 'PLN' } }, 'budgetBelowZero');
  await wrong({ end: day('2020-01-01') }, 'endBeforeStart');
});

it('without guidelines, without an effect or without a title is told what is wrong', async () => {
  const bare = await openCompany();
  const { changes } = await proposeChange(bare.as(company.productOwner), asOwner, { id: freshId(), ...proposal });
  await expect(agreeChange(bare.as(company.accountManager), asManager, { id: changes[0]?.id ?? lineId('none'), revision: 1, reason: '' })).rejects.toMatchObject({ about: { field: 'noGuidelines' } });
  await expect(proposeChange(owner(), asOwner, { id: freshId(), ...proposal, title: '  ' })).rejects.toMatchObject({ about: { field: 'title' } });
  await expect(proposeChange(owner(), asOwner, { id: freshId(), ...proposal, effect: { budget: null, hours: 0, end: null, added: ' ', removed: '' } })).rejects.toMatchObject({ about: { field: 'noEffect' } });
});

it('is worked out on the guidelines that stand when it is agreed to', async () => {
  const { id, revision } = await proposed();
  await publish(memory, twoLines(memory), 'Another goal');
  await agreeChange(manager(), asManager, { id, revision, reason: '' });
  expect((await versions())[0]).toMatchObject({ version: 3, guidelines: { scope: { goal: 'Another goal' }, budget: { hours: sampleGuidelines.budget.hours + 40 } } });
});

describe('whose agreeing broke off, and which the guidelines no longer take,', () => {
  const less: ScopeEffect = { ...effect, hours: -40 };

  async function brokenOff(): Promise<{ readonly id: LineId; readonly revision: number }> {
    const { changes } = await proposeChange(owner(), asOwner, { id: freshId(), ...proposal, effect: less });
    const { id, revision } = changes[0] ?? { id: lineId('none'), revision: 0 };
    const world = manager();
    const dying = { ...world, guidelines: { ...world.guidelines, draft: () => Promise.reject(new Crash('the process died')) } };
    await expect(agreeChange(dying, asManager, { id, revision, reason: 'Annex' })).rejects.toThrow(Crash);
    await publishHours('39');
    const [stands] = (await readChanges(manager(), asManager)).changes;
    expect(stands).toMatchObject({ id, state: { kind: 'agreeing' }, isAbandoned: false });
    await expect(agreeChange(manager(), asManager, { id, revision: stands?.revision ?? 0, reason: '' })).rejects.toMatchObject({ code: 'invalidRequest' });
    return { id, revision: stands?.revision ?? 0 };
  }

  it('is declined or taken back into negotiation once whoever began is surely gone, and not before', async () => {
    const named = await brokenOff();
    memory.clock.advance(59);
    await expect(declineChange(manager(), asManager, { ...named, reason: 'Too late' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(negotiateChange(manager(), asManager, named)).rejects.toMatchObject({ code: 'conflict' });
    memory.clock.advance(1);
    expect((await readChanges(manager(), asManager)).changes[0]).toMatchObject({ isAbandoned: true });
    const { changes } = await negotiateChange(manager(), asManager, named);
    expect(changes[0]).toMatchObject({ state: { kind: 'negotiation' }, isAbandoned: false });
    expect((await declineChange(manager(), asManager, { id: named.id, revision: changes[0]?.revision ?? 0, reason: 'Too late' })).changes[0]?.state).toMatchObject({ kind: 'declined' });
  });

  it('is declined at once when that is what is wanted', async () => {
    const named = await brokenOff();
    memory.clock.advance(60);
    expect((await declineChange(manager(), asManager, { ...named, reason: 'Too late' })).changes[0]?.state).toMatchObject({ kind: 'declined', reason: 'Too late' });
    expect((await versions()).map(({ change }) => change)).toEqual([undefined, undefined]);
  });
});

it('whose guidelines were published can only be finished, however long ago agreeing broke off', async () => {
  const { id, revision } = await proposed();
  const world = manager();
  let saves = 0;
  const save: typeof world.changes.save = (filed) => ((saves += 1) === 2 ? Promise.reject(new Crash('the process died')) : world.changes.save(filed));
  await expect(agreeChange({ ...world, changes: { ...world.changes, save } }, asManager, { id, revision, reason: 'Annex' })).rejects.toThrow(Crash);
  memory.clock.advanceDays(2);
  const named = { id, revision: revision + 1 };
  expect((await readChanges(manager(), asManager)).changes[0]).toMatchObject({ isAbandoned: false });
  await expect(declineChange(manager(), asManager, { ...named, reason: 'No' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(negotiateChange(manager(), asManager, named)).rejects.toMatchObject({ code: 'conflict' });
  expect((await agreeChange(manager(), asManager, { ...named, reason: 'Annex' })).changes[0]?.state).toMatchObject({ kind: 'agreed', version: 2 });
});

it('is not declined without a reason', async () => {
  const named = await proposed();
  await expect(declineChange(manager(), asManager, { ...named, reason: ' \n' })).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'reason' } });
  expect(declineOperation.request.safeParse({ ...named, reason: ' \n' }).success).toBe(false);
  expect(declineOperation.request.safeParse({ ...named, reason: 'No' }).success).toBe(true);
});

it('moves a milestone, unless somebody moved it meanwhile', async () => {
  const milestones = [{ kind: 'moved', id: lineId('ms01'), name: 'First release', from: day('2026-05-29'), date: day('2026-06-12') }] as const;
  const proposals = [freshId(), freshId()];
  for (const id of proposals) await proposeChange(owner(), asOwner, { id, title: 'Later', reason: '', effect: { ...effect, milestones } });
  const [one, other] = proposals.map((id) => ({ id, revision: 1, reason: '' }));
  if (one === undefined || other === undefined) throw new Error('two were proposed');
  await agreeChange(manager(), asManager, one);
  expect((await versions())[0]?.guidelines.schedule.milestones).toEqual([{ id: 'ms01', name: 'First release', date: '2026-06-12' }]);
  await expect(agreeChange(manager(), asManager, other)).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'milestoneMoved' } });
});

it('can belong to a deal of the project, and to no other', async () => {
  const { changes, deals } = await proposeChange(owner(), asOwner, { id: freshId(), ...proposal, dealId: deal });
  expect(changes[0]).toMatchObject({ dealId: deal });
  expect(deals).toEqual([{ id: deal, name: 'Order portal', stage: 'negotiation', stageName: 'Negotiation' }]);
  await expect(proposeChange(owner(), asOwner, { id: freshId(), ...proposal, dealId: dealId(7) })).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'deal' } });
});

it('beyond what a list holds is counted, not listed, and the open ones are never left out', async () => {
  const old = await proposed();
  const [first] = await memory.as().changes.ofOwner(company.project);
  if (first === undefined) throw new Error('one was proposed');
  for (let place = 0; place < 502; place += 1) {
    const at = instant('2026-03-03T09:00:00.000Z');
    const id = lineId(`agreed${place}`);
    const state = { kind: 'agreed', by: first.content.proposedBy, at, reason: '', version: 2 } as const;
    await memory.as().changes.save({ ...first, id, at, list: 'closed', revision: 1, content: { ...first.content, id, effect: { ...effect, hours: 1, budget: null }, state } });
  }
  const view = await readChanges(owner(), asOwner);
  expect(view.changes).toHaveLength(500);
  expect(view.changes[0]?.id).toBe(old.id);
  expect(view).toMatchObject({ notShown: 3, totals: { agreedHours: 502 } });
});

it('of another project is not there', async () => {
  const { id, revision } = await proposed();
  const elsewhere = { projectId: company.otherProject, accountId: company.stranger };
  await expect(agreeChange(memory.as(company.stranger), elsewhere, { id, revision, reason: '' })).rejects.toMatchObject({ code: 'notFound' });
  expect((await readChanges(memory.as(company.stranger), elsewhere)).changes).toEqual([]);
});

it('is published once, at whatever call the process dies', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; at < 200; at += 1) {
      const world = await openPlannedProject();
      const { id, revision } = await proposed(world);
      const dying = crashingWorld(world.as(company.accountManager), at, when);
      await agreeChange(dying.world, asManager, { id, revision, reason: 'Yes' }).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      const [stands] = (await readChanges(world.as(company.accountManager), asManager)).changes;
      if (stands?.state.kind !== 'agreed') await agreeChange(world.as(company.accountManager), asManager, { id, revision: stands?.revision ?? 0, reason: 'Yes' });
      const [after] = (await readChanges(world.as(company.accountManager), asManager)).changes;
      expect([when, at, after?.state.kind]).toEqual([when, at, 'agreed']);
      expect([when, at, (await world.as().guidelines.versions(company.project)).map(({ version, change }) => [version, change?.id])]).toEqual([when, at, [[2, id], [1, undefined]]]);
      if (!dying.crashed()) break;
    }
  }
});
