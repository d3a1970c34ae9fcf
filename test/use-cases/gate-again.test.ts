import { reviewId } from '../../src/domain/fixture/values';
import { deliverableId } from '../../src/domain/deliverable';
import type { ReviewId } from '../../src/domain/ids';
import type { World } from '../../src/ports/world';
import { reviewAgain } from '../../src/use-cases/gate/review-again';
import { readToday } from '../../src/use-cases/today/read-today';
import { company, openCompany, trail, type MemoryWorld } from '../world/memory-world';
import { decide, request } from './gate-steps';
import { asManager, publish } from './planned-project';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openCompany();
  await publish(memory, []);
});
const manager = (): World => memory.as(company.accountManager);
const again = (id: ReviewId, world = manager(), call = asManager) => reviewAgain(world, call, { reviewId: id });
const standing = () => memory.as().gate.standing(deliverableId({ kind: 'issue', issueId: company.issue, issueKey: 'ALFA-1', summary: '' }));
const kinds = async () => (await readToday(manager(), asManager, { whose: 'mine', kind: 'project', after: null })).items.map(({ what }) => what.kind);

/** A go that lapsed when other guidelines were published. */
async function lapsed(): Promise<ReviewId> {
  const id = await request(memory);
  await decide(memory, id);
  await publish(memory, [], 'Another goal');
  return id;
}

it('takes what had a go up once more, in the name of whoever asked, and it can be decided', async () => {
  const id = await lapsed();
  expect(await kinds()).toContain('gateLapsed');
  const { reviewId: next } = await again(id);
  expect(next).not.toBe(id);
  expect(await manager().gate.review(next)).toMatchObject({ state: 'waiting', requestedBy: { accountId: company.productOwner }, recipient: 'Ewa', note: 'Please', dueOn: null, requestedAt: memory.clock.now() });
  expect(await kinds()).toEqual(expect.arrayContaining(['gateReview']));
  expect(await kinds()).not.toContain('gateLapsed');
  expect(trail(memory).at(-1)).toMatchObject({ event: 'gate.takenUpAgain', by: company.accountManager, details: { review: next } });
  await decide(memory, next);
  expect(await kinds()).toEqual([]);
  expect((await manager().gate.decisions(company.project, 10)).map(({ review }) => review.id).sort()).toEqual([id, next]);
});

it('gives the review that waits already, whoever asked for it, and writes nothing', async () => {
  const id = await lapsed();
  const first = await again(id);
  const before = memory.storage.writes;
  expect(await again(id)).toEqual(first);
  expect(memory.storage.writes).toBe(before);
});

it('leaves one review when two take it up in the same moment', async () => {
  const id = await lapsed();
  const taken = await Promise.all([again(id), again(id), again(id)]);
  expect(new Set(taken.map(({ reviewId: next }) => next)).size).toBe(1);
  expect(await manager().gate.waiting(company.project)).toHaveLength(1);
});

it('refuses what holds, was decided anew, is unknown, of another project or hidden, and writes nothing', async () => {
  const held = await request(memory);
  await decide(memory, held);
  const before = memory.storage.writes;
  await expect(again(held)).rejects.toMatchObject({ code: 'conflict' });
  await expect(again(reviewId('nobody'))).rejects.toMatchObject({ code: 'notFound' });
  await expect(again(held, manager(), { ...asManager, projectId: company.otherProject })).rejects.toMatchObject({ code: 'notFound' });
  expect(memory.storage.writes).toBe(before);

  await publish(memory, [], 'Another goal');
  const next = (await again(held)).reviewId;
  await decide(memory, next, { verdict: { kind: 'noGo' } });
  const decided = memory.storage.writes;
  await expect(again(held)).rejects.toMatchObject({ code: 'conflict' });
  await expect(again(next)).rejects.toMatchObject({ code: 'conflict' });
  expect(memory.storage.writes).toBe(decided);
  expect((await standing())?.decision?.verdict.kind).toBe('noGo');
});
