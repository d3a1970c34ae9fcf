import { emptyDraft, type Draft } from '../../src/domain/draft';
import { draftLine, sampleDeal, sampleDraft } from '../../src/domain/fixture/guidelines';
import { dealId, lineId } from '../../src/domain/fixture/values';
import { acknowledgeGuidelines } from '../../src/use-cases/guidelines/acknowledge-guidelines';
import { discardDraft, previewPublication, readDraft, saveDraft } from '../../src/use-cases/guidelines/drafts';
import { publishGuidelines } from '../../src/use-cases/guidelines/publish-guidelines';
import { readGuidelines } from '../../src/use-cases/guidelines/read-guidelines';
import { compareVersions, readVersion } from '../../src/use-cases/guidelines/versions';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { syncDeals } from '../../src/use-cases/planner/sync-deals';
import { readPanel } from '../../src/use-cases/read-panel';
import { company, openCompany, ordered, type MemoryWorld } from '../world/memory-world';
import { asManager, clearOrders } from './planned-project';

const asOwner = { projectId: company.project, issueId: company.issue, accountId: company.productOwner };
const deal = dealId(1);

let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openCompany();
});

const world = () => memory.as(company.accountManager);
const save = (revision: number, draft: Draft = sampleDraft) => saveDraft(world(), asManager, { revision, draft });
const publish = (revision: number) => publishGuidelines(world(), asManager, { revision });
const withGoal = (goal: string): Draft => ({ ...sampleDraft, scope: { ...sampleDraft.scope, goal } });
const revisionNow = async (): Promise<number> => (await readDraft(world(), asManager)).revision;
const publishGoal = async (goal: string): Promise<number> => (await publish((await save(await revisionNow(), withGoal(goal))).revision)).version;

/** The late sync is for a process that dies between the change and the one that follows it. */
/** The late sync that was ordered first, in case of a death in between, was replaced by the prompt one. */
const now = (reason: string) => ({ dealId: deal, reason, delaySeconds: 0 });

describe('a draft', () => {
  it('begins empty, then as the current version, then as it was saved', async () => {
    expect(await readDraft(world(), asManager)).toMatchObject({ draft: emptyDraft, revision: 0 });
    await publishGoal('One');
    expect((await readDraft(world(), asManager)).draft.scope.goal).toBe('One');
    await save(await revisionNow(), withGoal('Two'));
    expect((await readDraft(world(), asManager)).draft.scope.goal).toBe('Two');
  });

  it.each(['<script>alert(1)</script>', 'שלום', '👩‍💻', 'x'.repeat(50_000), '  spaces  ', ''])('keeps what was typed as it is', async (goal) => {
    await save(0, withGoal(goal));
    expect((await readDraft(world(), asManager)).draft.scope.goal).toBe(goal);
  });

  it('is saved by one of two who began from the same', async () => {
    await save(0);
    await expect(save(0)).rejects.toMatchObject({ code: 'conflict' });
    await expect(save(7)).rejects.toMatchObject({ code: 'conflict' });
    await expect(discardDraft(world(), asManager, { revision: 7 })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not brought back by an editor that was left open over what was published since', async () => {
    const { revision } = await save(0);
    await publish(revision);
    await expect(save(revision)).rejects.toMatchObject({ code: 'conflict' });
    for (let at = await revisionNow(); at < revision + 2; at = (await save(at, withGoal('Hers'))).revision);
    await expect(save(revision, withGoal('Stale'))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is refused when no storage could hold it', async () => {
    await expect(save(0, { ...sampleDraft, scope: { goal: 'ż'.repeat(60_000), inScope: 'ż'.repeat(60_000), outOfScope: '' } })).rejects.toMatchObject({
      code: 'invalidRequest',
      about: { field: 'draft' },
    });
  });

  it('of two hundred people is kept and published', async () => {
    const staffing = Array.from({ length: 200 }, (_, at) => draftLine({ id: lineId(`line${at}`), role: `Developer of the level ${at}` }));
    expect(await publish((await save(0, { ...sampleDraft, staffing })).revision)).toEqual({ version: 1 });
  });

  it('is discarded for the current version', async () => {
    await publishGoal('One');
    const { revision } = await save(await revisionNow(), withGoal('Two'));
    await discardDraft(world(), asManager, { revision });
    expect((await readDraft(world(), asManager)).draft.scope.goal).toBe('One');
  });
});

describe('publishing', () => {
  it('numbers versions and never changes one', async () => {
    await publishGoal('One');
    const first = await readVersion(world(), asManager, { version: 1 });
    expect(await publishGoal('Two')).toBe(2);
    expect(await readVersion(world(), asManager, { version: 1 })).toEqual(first);
    expect((await readGuidelines(world(), asManager)).versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('shows before what it would change, and afterwards what it changed', async () => {
    await publishGoal('One');
    const { revision } = await save(await revisionNow(), withGoal('Two'));
    const { changes } = await previewPublication(world(), asManager, { revision });
    expect(changes).toEqual([{ field: 'scope.goal', subject: null, before: 'One', after: 'Two' }]);
    await publish(revision);
    expect(await compareVersions(world(), asManager, { from: 1, to: 2 })).toEqual({ changes });
    await expect(compareVersions(world(), asManager, { from: 1, to: 3 })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('refuses what is incomplete, and names a field', async () => {
    const { revision } = await save(0, withGoal(''));
    await expect(publish(revision)).rejects.toMatchObject({ code: 'incomplete', about: { field: 'scope.goal' } });
  });

  it('refuses a draft that changed meanwhile, and is done once by two in one moment', async () => {
    const { revision } = await save(0);
    await save(revision, withGoal('Newer'));
    await expect(publish(revision)).rejects.toMatchObject({ code: 'conflict' });
    const answers = await Promise.allSettled([publish(revision + 1), publish(revision + 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readGuidelines(world(), asManager)).versions).toHaveLength(1);
  });

  it('asks for every deal of the project to be brought in step', async () => {
    memory.salesforce.put(sampleDeal({ id: deal }));
    await linkDeal(world(), asManager, { dealId: deal });
    clearOrders(memory);
    await publishGoal('One');
    expect(ordered(memory)).toEqual([now('publish')]);
  });
});

describe('an acknowledgement', () => {
  const acknowledge = (version: number) => acknowledgeGuidelines(memory.as(company.productOwner), asOwner, { version });

  it('is kept once, and the panel shows what changed since', async () => {
    await publishGoal('One');
    await acknowledge(1);
    const writes = memory.storage.writes;
    expect(await acknowledge(1)).toMatchObject({ acknowledged: 1, changes: null });
    expect(memory.storage.writes).toBe(writes);
    await publishGoal('Two');
    expect(await readPanel(memory.as(), asOwner)).toMatchObject({ acknowledged: 1, changes: [{ field: 'scope.goal', before: 'One', after: 'Two' }] });
  });

  it('is refused for a version that is not the current one, and without guidelines', async () => {
    await expect(acknowledge(1)).rejects.toMatchObject({ code: 'notFound' });
    await publishGoal('One');
    await publishGoal('Two');
    await expect(acknowledge(1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(acknowledge(3)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of several people in one moment is kept of each', async () => {
    await publishGoal('One');
    const people = [company.productOwner, company.accountManager, company.headOfSales];
    await Promise.all(people.map((accountId) => acknowledgeGuidelines(memory.as(accountId), { ...asOwner, accountId }, { version: 1 })));
    expect((await readGuidelines(world(), asManager)).acknowledgements.map(({ person }) => person.accountId).sort()).toEqual([...people].sort());
  });
});

describe('linking a deal', () => {
  beforeEach(() => {
    memory.salesforce.put(sampleDeal({ id: deal }));
  });

  it('queues its first sync and shows it in the panel', async () => {
    await linkDeal(world(), asManager, { dealId: deal });
    expect(ordered(memory)).toEqual([now('link')]);
    expect((await readPanel(memory.as(), asOwner)).deals).toEqual([expect.objectContaining({ name: 'Order portal', stage: 'negotiation' })]);
  });

  it('is done once, by this or another project, also in one moment', async () => {
    const answers = await Promise.allSettled([asManager, { ...asManager, projectId: company.otherProject }].map((call) => linkDeal(world(), call, { dealId: deal })));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(linkDeal(world(), asManager, { dealId: deal })).rejects.toMatchObject({ code: 'alreadyLinked' });
  });

  it('finds no deal that Salesforce does not have, and none of another project', async () => {
    await expect(linkDeal(world(), asManager, { dealId: dealId(9) })).rejects.toMatchObject({ code: 'notFound' });
    await linkDeal(world(), asManager, { dealId: deal });
    await expect(unlinkDeal(world(), { ...asManager, projectId: company.otherProject }, { dealId: deal })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('goes through when only the panel’s record was crossed, which the first sync mends', async () => {
    const crossed = world();
    const add: typeof crossed.dealStore.add = (link, summary) => crossed.dealStore.add(link, summary && { ...summary, revision: summary.revision + 1 });
    await linkDeal({ ...crossed, dealStore: { ...crossed.dealStore, add } }, asManager, { dealId: deal });
    expect(ordered(memory)).toEqual([now('link')]);
    await syncDeals(memory.as(), [{ dealId: deal, reason: 'link' }]);
    expect((await readPanel(memory.as(), asOwner)).deals).toHaveLength(1);
  });

  it('can be done again elsewhere after it was undone', async () => {
    await linkDeal(world(), asManager, { dealId: deal });
    await unlinkDeal(world(), asManager, { dealId: deal });
    expect((await readPanel(memory.as(), asOwner)).deals).toEqual([]);
    await linkDeal(world(), { ...asManager, projectId: company.otherProject }, { dealId: deal });
    expect((await memory.as().dealStore.link(deal))?.projectId).toBe(company.otherProject);
  });
});
