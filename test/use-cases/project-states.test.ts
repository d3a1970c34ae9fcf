import type { Subject } from '../../src/domain/attention/attention-item';
import { deliverableId } from '../../src/domain/deliverable';
import { sampleReview } from '../../src/domain/fixture/gate';
import { OutsideError } from '../../src/ports/errors';
import { readSharing, saveSharing } from '../../src/use-cases/settings/sharing';
import { lookAfterRows } from '../../src/use-cases/today/look-after-rows';
import { lookAtRow } from '../../src/use-cases/today/look-at-row';
import { touching } from '../../src/use-cases/today/touching';
import type { World } from '../../src/ports/world';
import { company, type MemoryWorld } from '../world/memory-world';
import { deal, moveDeal, openPlannedProject, sync } from './planned-project';

/** What Jira's filters and automation are told of a project. */

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  await sync(memory);
});

const alfa: Subject = `project:${company.project}`;
/** As app.ts puts it together. */
const world = (): World => touching(memory.as());
const look = () => lookAtRow(world(), alfa);
const known = () => memory.bulletins.states.get(company.project);
const negotiated = { stage: 'negotiation', gate: 'none', guidelines: 'unread' } as const;
const fails = (failure: OutsideError['failure']) => async (): Promise<never> => Promise.reject(new OutsideError('jira', failure, 'status'));
const works = async (): Promise<void> => undefined;
const ask = (): Promise<void> => world().gate.saveReview(sampleReview, undefined);

/** The project has no deal any more, and no guidelines. */
async function leave(): Promise<void> {
  const { storage } = memory;
  for (const [key] of storage.versions.sorted()) storage.write(storage.versions.put(key, undefined));
  const link = await world().dealStore.link(deal);
  if (link !== undefined) await world().dealStore.remove(link, undefined);
}

it('are told when they change, and not at each look', async () => {
  await look();
  expect(known()).toEqual(negotiated);
  memory.clock.advanceDays(1);
  await look();
  expect(memory.bulletins.told).toBe(1);
  await ask();
  await look();
  expect(known()).toEqual({ ...negotiated, gate: 'waiting' });
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  await look();
  expect([known(), memory.bulletins.told]).toEqual([{ ...negotiated, stage: 'won', gate: 'waiting' }, 3]);
});

it.each(['refused', 'unavailable', 'rateLimited'] as const)('that Jira did not take (%s) fail no look, and are told by the next one', async (failure) => {
  memory.bulletins.beforeStates = fails(failure);
  await expect(look()).resolves.toMatchObject({ stage: 'negotiation' });
  expect([known(), memory.errors.length]).toEqual([undefined, 1]);
  memory.bulletins.beforeStates = works;
  await look();
  expect(known()).toEqual(negotiated);
});

it('whose answer was lost count as unknown, also when they are again what they were', async () => {
  await look();
  await ask();
  // Jira took it, and nobody heard of it.
  memory.bulletins.beforeStates = async () => {
    memory.bulletins.states.set(company.project, { ...negotiated, gate: 'waiting' });
    throw new OutsideError('jira', 'unavailable', 'timeout');
  };
  await look();
  memory.bulletins.beforeStates = works;
  await world().gate.saveReview({ ...sampleReview, state: 'withdrawn' }, (await world().gate.standings([deliverableId(sampleReview.deliverable)]))[0]);
  await look();
  expect(known()).toEqual(negotiated);
});

it('end as the row does when two looks cross, whichever way Jira is slower', async () => {
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  memory.bulletins.beforeStates = () => held;
  const slow = look();
  while (memory.bulletins.told === 0) await Promise.resolve();
  await ask();
  // The second leaves it to the first, who is still at it.
  await look();
  expect(memory.bulletins.told).toBe(1);
  open();
  await slow;
  expect([known()?.gate, memory.bulletins.told]).toEqual(['waiting', 2]);
});

it('are told once by two looks at the same moment', async () => {
  await Promise.all([look(), look()]);
  expect([known(), memory.bulletins.told]).toEqual([negotiated, 1]);
});

it('are told again by the next look where whoever told them died, or was away for so long that another took its place', async () => {
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  memory.bulletins.beforeStates = () => held;
  const frozen = look();
  while (memory.bulletins.told === 0) await Promise.resolve();
  memory.clock.advance(119);
  await look();
  expect(memory.bulletins.told).toBe(1);
  memory.clock.advance(1);
  memory.bulletins.beforeStates = works;
  await ask();
  await look();
  expect(known()?.gate).toBe('waiting');
  // What it was about to tell is old by now, and arrives last.
  open();
  await frozen;
  expect(known()?.gate).toBe('waiting');
});

it('count as unknown from before Jira is told, for whoever tells it may die', async () => {
  await look();
  const standing = () => world().gate.standings([deliverableId(sampleReview.deliverable)]);
  await ask();
  memory.bulletins.beforeStates = async () => {
    memory.bulletins.states.set(company.project, { ...negotiated, gate: 'waiting' });
    return new Promise(() => undefined);
  };
  void look();
  while (memory.bulletins.told === 1) await Promise.resolve();
  memory.bulletins.beforeStates = works;
  await world().gate.saveReview({ ...sampleReview, state: 'withdrawn' }, (await standing())[0]);
  memory.clock.advance(120);
  await look();
  expect(known()).toEqual(negotiated);
});

it('go with the project, and again an hour later where Jira was not there', async () => {
  await look();
  memory.bulletins.beforeStates = fails('unavailable');
  await leave();
  await lookAfterRows(world(), () => true);
  expect([await world().portfolio.row(alfa), known()]).toEqual([undefined, negotiated]);
  memory.bulletins.beforeStates = works;
  await lookAfterRows(world(), () => true);
  expect(known()).toBeUndefined();
  const { told } = memory.bulletins;
  await lookAfterRows(world(), () => true);
  expect([memory.bulletins.told, memory.storage.touches.size]).toEqual([told, 0]);
});

it('of a project that left are not asked away for ever where Jira refuses', async () => {
  await look();
  memory.bulletins.beforeStates = fails('refused');
  await leave();
  await lookAfterRows(world(), () => true);
  await lookAfterRows(world(), () => true);
  expect([memory.bulletins.told, memory.storage.touches.size]).toEqual([2, 0]);
});

it('are none of a project that the portfolio never had', async () => {
  await lookAtRow(world(), `project:${company.otherProject}`);
  expect([memory.bulletins.told, memory.storage.toldStates.size]).toEqual([0, 0]);
});

it('hold the margin only while the company shares it, from the next run on', async () => {
  const administrator = { accountId: company.administrator };
  await lookAfterRows(world(), () => true);
  await look();
  memory.clock.advance(60);
  expect(await readSharing(world())).toEqual({ revision: 0, sharesMargin: false });
  await saveSharing(world(), administrator, { revision: 0, sharesMargin: true });
  await expect(saveSharing(world(), administrator, { revision: 0, sharesMargin: false })).rejects.toMatchObject({ code: 'conflict' });
  memory.clock.advance(60);
  expect(await lookAfterRows(world(), () => true)).toBe(1);
  expect(known()).toEqual({ ...negotiated, margin: 'unknown' });
  expect(await lookAfterRows(world(), () => true)).toBe(0);
  await saveSharing(world(), administrator, { revision: 1, sharesMargin: false });
  await lookAfterRows(world(), () => true);
  expect(known()).toEqual(negotiated);
});
