import { addDays } from '../../src/domain/calendar';
import type { PlanId } from '../../src/domain/ids';
import type { PlanContent } from '../../src/domain/plan-entry';
import type { ToldPlan } from '../../src/domain/plan-signal';
import { resolveDrift } from '../../src/use-cases/planner/resolve-drift';
import { planChanged } from '../../src/use-cases/signals/plan-changed';
import { company, trail, type MemoryWorld } from '../world/memory-world';
import { asManager, deal, linkOf, moveDeal, openPlannedProject, ourPlans, sync, syncNow } from './planned-project';

let memory: MemoryWorld;
let changed: PlanId;

beforeEach(async () => {
  memory = await openPlannedProject('Internally Won');
  await sync(memory);
  const [first] = [...memory.tempo.plans.keys()];
  if (first === undefined) throw new Error('nothing was planned');
  changed = first;
});

const contentOf = (id: PlanId) => {
  const content = memory.tempo.plans.get(id);
  if (content === undefined) throw new Error('the plan is gone');
  return content;
};

const shorten = (): void => {
  memory.tempo.put({ ...contentOf(changed), minutesPerDay: 60 }, changed);
};

async function resolve(choice: 'takeTheirs' | 'putOursBack'): Promise<void> {
  const [drift] = (await linkOf(memory)).drift;
  if (drift === undefined) throw new Error('nothing waits for a choice');
  await resolveDrift(memory.as(company.accountManager), asManager, { dealId: deal, tag: drift.tag, choice });
  await sync(memory);
}

it('leaves a person’s change alone and says so, and goes on with the other entries', async () => {
  shorten();
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect(contentOf(changed).minutesPerDay).toBe(60);
  expect(await linkOf(memory)).toMatchObject({ sync: { kind: 'drifted', entries: 1 }, drift: [{ theirs: { minutesPerDay: 60 }, ours: { minutesPerDay: 480 } }] });
  expect(ourPlans(memory)[1]?.description).not.toContain('Wygrane');
});

it('keeps their change once it is taken, until something else is wanted', async () => {
  shorten();
  await sync(memory);
  await resolve('takeTheirs');
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(contentOf(changed).minutesPerDay).toBe(60);
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect(contentOf(changed)).toMatchObject({ minutesPerDay: 480 });
});

it('puts ours back, on the same plan', async () => {
  shorten();
  await sync(memory);
  await resolve('putOursBack');
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(contentOf(changed).minutesPerDay).toBe(480);
});

it('does not put back what a person deleted, unless it is asked to', async () => {
  memory.tempo.remove(changed);
  await sync(memory);
  await sync(memory);
  expect(memory.tempo.plans.size).toBe(1);
  await resolve('putOursBack');
  expect(memory.tempo.plans.size).toBe(2);
});

it('accepts that a person deleted it', async () => {
  memory.tempo.remove(changed);
  await sync(memory);
  await resolve('takeTheirs');
  await sync(memory);
  expect(memory.tempo.plans.size).toBe(1);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
});

it('leaves the plan that a person changed when the deal is lost and theirs is taken', async () => {
  shorten();
  moveDeal(memory, 'Closed Lost');
  await sync(memory);
  expect((await linkOf(memory)).drift).toEqual([expect.objectContaining({ ours: null })]);
  await resolve('takeTheirs');
  expect(contentOf(changed).minutesPerDay).toBe(60);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect(ourPlans(memory)).toHaveLength(2);
  expect(contentOf(changed).minutesPerDay).toBe(480);
});

it('releases it when the deal is lost and ours is put back', async () => {
  shorten();
  moveDeal(memory, 'Closed Lost');
  await sync(memory);
  await resolve('putOursBack');
  expect(memory.tempo.plans.size).toBe(0);
});

it('sees a change of an entry that was ended, when it is wanted again, and lets it be settled', async () => {
  memory.clock.advanceDays(12);
  moveDeal(memory, 'Closed Lost');
  await sync(memory);
  memory.tempo.put({ ...contentOf(changed), to: addDays(contentOf(changed).to, -1) }, changed);
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect((await linkOf(memory)).sync).toMatchObject({ kind: 'drifted', entries: 1 });
  await resolve('putOursBack');
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(ourPlans(memory)).toHaveLength(2);
});

it('takes a plan that a person copied in place of ours for ours', async () => {
  const copy = contentOf(changed);
  memory.tempo.remove(changed);
  memory.tempo.put(copy);
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(ourPlans(memory)).toHaveLength(2);
});

it('takes a change to what we want anyway for no change', async () => {
  const { tempo } = memory;
  moveDeal(memory, 'Closed Won');
  const wanted = { ...contentOf(changed), description: contentOf(changed).description.replace('Wygrane wewnętrznie · ', '') };
  tempo.put(wanted, changed);
  await sync(memory);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
});

it('has nothing to settle for another project, or where nothing waits', async () => {
  shorten();
  await sync(memory);
  const [drift] = (await linkOf(memory)).drift;
  if (drift === undefined) throw new Error('nothing waits for a choice');
  const request = { dealId: deal, tag: drift.tag, choice: 'putOursBack' } as const;
  const world = memory.as(company.accountManager);
  await expect(resolveDrift(world, { ...asManager, projectId: company.otherProject }, request)).rejects.toMatchObject({ code: 'notFound' });
  await resolve('putOursBack');
  await expect(resolveDrift(world, asManager, request)).rejects.toMatchObject({ code: 'notFound' });
});

describe('a person’s change that ours goes over in the same moment', () => {
  let theirs: PlanContent;
  const told = ({ assignee, ...content }: PlanContent): ToldPlan => ({ ...content, assignee: assignee.kind === 'person' ? assignee : { kind: 'resource', id: '1' } });

  beforeEach(async () => {
    const world = memory.as();
    moveDeal(memory, 'Closed Won');
    const crossing = {
      ...world,
      planner: {
        ...world.planner,
        update: async (...given: Parameters<typeof world.planner.update>) => {
          if (given[0] === changed) shorten();
          if (given[0] === changed) theirs = contentOf(changed);
          await world.planner.update(...given);
        },
      },
    };
    await syncNow(crossing);
    expect((await linkOf(memory)).sync.kind).toBe('inStep');
    // Tempo tells of our own write, and of what stood there before.
    await planChanged(memory.as(), { eventId: 'e1', planId: changed, isDeleted: false, original: told(theirs), changed: told(contentOf(changed)) });
    await sync(memory);
  });

  it('is shown beside ours, and told in the trail', async () => {
    expect(await linkOf(memory)).toMatchObject({ sync: { kind: 'drifted', entries: 1 }, drift: [{ theirs: { minutesPerDay: 60 }, ours: { minutesPerDay: 480 } }] });
    expect(trail(memory).map(({ event }) => event)).toContain('drift.overwritten');
    await sync(memory);
    expect((await linkOf(memory)).sync.kind).toBe('drifted');
  });

  it('stands again once it is taken, until something else is wanted', async () => {
    await resolve('takeTheirs');
    expect(contentOf(changed)).toEqual(theirs);
    const writes = memory.tempo.writes;
    await sync(memory);
    expect([memory.tempo.writes, (await linkOf(memory)).sync.kind]).toEqual([writes, 'inStep']);
    moveDeal(memory, 'Internally Won');
    await sync(memory);
    expect(contentOf(changed).minutesPerDay).toBe(480);
  });

  it('is forgotten once ours is chosen', async () => {
    const writes = memory.tempo.writes;
    await resolve('putOursBack');
    await sync(memory);
    expect([memory.tempo.writes, contentOf(changed).minutesPerDay, (await linkOf(memory)).sync.kind]).toEqual([writes, 480, 'inStep']);
  });
});

it('kicks a project off whose deal was won in the moment of the choice', async () => {
  shorten();
  await sync(memory);
  moveDeal(memory, 'Closed Won');
  await resolve('putOursBack');
  expect(memory.kickoffIssues.created).toHaveLength(1);
});
