import { day, lineId } from '../../src/domain/fixture/values';
import type { Verdict } from '../../src/domain/gate';
import { isReviewId, type ReviewId } from '../../src/domain/ids';
import { createValidateDelivery } from '../../src/handlers/validate-delivery';
import { readGate } from '../../src/use-cases/gate/read-gate';
import { requestReview } from '../../src/use-cases/gate/request-review';
import { withdrawReview } from '../../src/use-cases/gate/withdraw-review';
import { readPanel } from '../../src/use-cases/read-panel';
import { company, type MemoryWorld } from '../world/memory-world';
import { asOwner, decide as decideAs, lookAt } from './gate-steps';
import { asManager, openPlannedProject, publish } from './planned-project';

const conditional: Verdict = { kind: 'conditionalGo', conditions: [] };

let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openPlannedProject();
});

async function request(): Promise<ReviewId> {
  const { review } = await requestReview(memory.as(company.productOwner), asOwner, { note: ' Please ', recipient: 'Ewa', dueOn: day('2026-03-20') });
  if (review === null || !isReviewId(review.id)) throw new Error('nothing was requested');
  return review.id;
}

const decide = (reviewId: ReviewId, verdict: Verdict = { kind: 'go' }, changes: { readonly reason?: string; readonly validUntil?: ReturnType<typeof day> | null } = {}) =>
  decideAs(memory, reviewId, { verdict, ...changes });

const validate = (requirement?: string) =>
  createValidateDelivery(() => memory.as())({ issue: { key: 'ALFA-1' }, ...(requirement === undefined ? {} : { configuration: { requirement } }) });
const opens = async (requirement?: string): Promise<boolean> => (await validate(requirement)).result;

describe('a request', () => {
  it('waits for the account manager and closes the gate', async () => {
    await request();
    expect((await readGate(memory.as(company.accountManager), asManager)).waiting).toEqual([expect.objectContaining({ note: 'Please', state: 'waiting' })]);
    expect(await opens()).toBe(false);
  });

  it('is made once, also by two people in one moment', async () => {
    const world = memory.as(company.productOwner);
    const answers = await Promise.allSettled([1, 2].map(() => requestReview(world, asOwner, { note: '', recipient: '', dueOn: null })));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(request()).rejects.toMatchObject({ code: 'alreadyWaiting' });
  });

  it('is not made for an issue that the caller does not see, or of another project', async () => {
    await expect(requestReview(memory.as(company.stranger), asOwner, { note: '', recipient: '', dueOn: null })).rejects.toMatchObject({ code: 'notFound' });
    const elsewhere = { ...asOwner, issueId: company.otherIssue };
    await expect(requestReview(memory.as(company.headOfSales), elsewhere, { note: '', recipient: '', dueOn: null })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is taken back by whoever made it, once', async () => {
    const reviewId = await request();
    await expect(withdrawReview(memory.as(company.accountManager), { ...asOwner, accountId: company.accountManager }, { reviewId })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await withdrawReview(memory.as(company.productOwner), asOwner, { reviewId })).toMatchObject({ state: 'none' });
    await expect(withdrawReview(memory.as(company.productOwner), asOwner, { reviewId })).rejects.toMatchObject({ code: 'notWaiting' });
    await expect(decide(reviewId)).rejects.toMatchObject({ code: 'notWaiting' });
    expect((await readGate(memory.as(company.accountManager), asManager)).waiting).toEqual([]);
  });
});

describe('a decision', () => {
  it('opens the gate, is signed, and is said in the panel', async () => {
    await decide(await request());
    expect(await opens()).toBe(true);
    expect((await readPanel(memory.as(), asOwner)).gate).toMatchObject({
      state: 'go',
      decision: { reason: 'Tested with the client', decidedBy: { name: 'Anna Nowak' }, guidelinesVersion: 1 },
    });
  });

  it('is made once, also twice in one moment', async () => {
    const reviewId = await request();
    const answers = await Promise.allSettled([decide(reviewId), decide(reviewId, { kind: 'noGo' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(decide(reviewId)).rejects.toMatchObject({ code: 'notWaiting' });
    expect((await readGate(memory.as(company.accountManager), asManager)).decided).toHaveLength(1);
  });

  it('is not made by whoever asked', async () => {
    const own = await requestReview(memory.as(company.accountManager), { ...asOwner, accountId: company.accountManager }, { note: '', recipient: '', dueOn: null });
    if (own.review === null) throw new Error('nothing was requested');
    await expect(decide(own.review.id)).rejects.toMatchObject({ code: 'ownRequest' });
  });

  it('is not made for another project', async () => {
    const reviewId = await request();
    const call = { projectId: company.otherProject, accountId: company.stranger };
    const token = await lookAt(memory, reviewId);
    await expect(decideAs(memory, reviewId, { token }, memory.as(company.stranger), call)).rejects.toMatchObject({ code: 'notFound' });
  });

  it.each([
    ['no reason', { kind: 'go' } as const, { reason: ' \n ' }, 'reason'],
    ['no conditions', conditional, {}, 'verdict.conditions'],
    ['a day that is over', { kind: 'go' } as const, { validUntil: day('2026-03-01') }, 'validUntil'],
  ])('is refused with %s', async (_, verdict, changes, field) => {
    const reviewId = await request();
    await expect(decide(reviewId, verdict, changes)).rejects.toMatchObject({ code: 'invalidRequest', about: { field } });
    expect(await opens()).toBe(false);
  });

  it('gives way to a newer request, and counts again when that is taken back', async () => {
    await decide(await request());
    const again = await request();
    expect(await opens()).toBe(false);
    await withdrawReview(memory.as(company.productOwner), asOwner, { reviewId: again });
    expect(await opens()).toBe(true);
  });

  it('is superseded by a later one, and both stay', async () => {
    await decide(await request());
    memory.clock.advance(60);
    await decide(await request(), { kind: 'noGo' }, { reason: 'The client found a fault' });
    expect(await validate()).toEqual({ result: false, errorMessage: expect.stringContaining('The client found a fault') });
    expect((await readGate(memory.as(company.accountManager), asManager)).decided.map(({ decision }) => decision.verdict.kind)).toEqual(['noGo', 'go']);
  });

  it('lapses after its last day, in the company’s time zone', async () => {
    await decide(await request(), { kind: 'go' }, { validUntil: day('2026-03-02') });
    memory.clock.advance(13 * 3600 + 59 * 60);
    expect(await opens()).toBe(true);
    memory.clock.advance(60);
    expect(await opens()).toBe(false);
  });
});

describe('guidelines published in the moment of a decision', () => {
  it('refuse it when they come first', async () => {
    const reviewId = await request();
    const world = memory.as(company.accountManager);
    const summaries = {
      ...world.summaries,
      summary: async (...given: Parameters<typeof world.summaries.summary>) => {
        const seen = await world.summaries.summary(...given);
        await publish(memory, []);
        return seen;
      },
    };
    const token = await lookAt(memory, reviewId);
    await expect(decideAs(memory, reviewId, { token }, { ...world, summaries })).rejects.toMatchObject({ code: 'conflict' });
    expect(await opens()).toBe(false);
    await decide(reviewId);
    expect(await opens()).toBe(true);
  });

  it('let it lapse when they come second', async () => {
    await decide(await request());
    await publish(memory, []);
    expect(await validate()).toEqual({ result: false, errorMessage: expect.stringContaining('wytyczne') });
    expect((await readPanel(memory.as(), asOwner)).gate.state).toBe('lapsed');
  });
});

describe('the workflow validator', () => {
  it('lets a conditional go through unless the transition needs a full one', async () => {
    const conditions = [{ id: lineId('cond1'), text: 'Fix the typo', owner: 'Piotr', dueOn: day('2026-03-10') }];
    await decide(await request(), { kind: 'conditionalGo', conditions });
    expect([await opens(), await opens('conditionalToo'), await opens('goOnly')]).toEqual([true, true, false]);
  });

  it('says who can help, in the company’s language', async () => {
    expect(await validate()).toEqual({ result: false, errorMessage: expect.stringContaining('Anna Nowak') });
    await memory.as().settings.saveCompany({ language: 'en', timeZone: 'Europe/Warsaw' });
    expect((await validate()).errorMessage).toContain('Who can help: Anna Nowak');
  });

  it.each([undefined, null, {}, { issue: {} }, { issue: { key: 'alfa-1' } }, { issue: { key: '../ALFA-1' } }, { issue: { key: 'ALFA-1' }, configuration: { requirement: 'nothing' } }])(
    'stays closed for a payload like %p',
    async (payload) => {
      await decide(await request());
      expect(await createValidateDelivery(() => memory.as())(payload)).toEqual({ result: false, errorMessage: expect.stringContaining(' / ') });
    },
  );

  it.each(['issueByKey', 'forGate'] as const)('stays closed when %s fails', async (method) => {
    await decide(await request());
    const world = memory.as();
    const broken = async () => Promise.reject(new Error('down'));
    const failing = method === 'issueByKey' ? { ...world, tracker: { ...world.tracker, issueByKey: broken } } : { ...world, summaries: { ...world.summaries, forGate: broken } };
    expect(await createValidateDelivery(() => failing)({ issue: { key: 'ALFA-1' } })).toMatchObject({ result: false });
    expect(memory.errors).toHaveLength(1);
  });

  it('stays closed for an issue that is gone, and for one that came from another project', async () => {
    await decide(await request());
    memory.jira.change(company.issue, { projectId: company.otherProject });
    expect(await opens()).toBe(false);
    expect((await readPanel(memory.as(), { ...asOwner, projectId: company.otherProject })).gate).toEqual({ state: 'none', review: null, decision: null, aftermath: null });
    memory.jira.issues.delete(company.issue);
    expect(await opens()).toBe(false);
  });
});
