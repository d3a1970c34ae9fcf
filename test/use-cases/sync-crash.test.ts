import { Crash, crashingWorld } from '../world/crash';
import type { MemoryWorld } from '../world/memory-world';
import { linkOf, moveDeal, openPlannedProject, ourPlans, publish, sync, syncNow } from './planned-project';

interface Situation {
  readonly name: string;
  /** Makes the moment in which a sync has something to do. */
  open(): Promise<MemoryWorld>;
}

const inStage = async (from: string, to: string, days: number): Promise<MemoryWorld> => {
  const memory = await openPlannedProject(from);
  await sync(memory);
  memory.clock.advanceDays(days);
  moveDeal(memory, to);
  return memory;
};

const situations: readonly Situation[] = [
  { name: 'entries are created', open: () => openPlannedProject('Closed Won') },
  { name: 'entries become firm', open: () => inStage('Negotiation', 'Internally Won', 0) },
  { name: 'entries are deleted', open: () => inStage('Negotiation', 'Closed Lost', 0) },
  { name: 'entries are ended', open: () => inStage('Closed Won', 'Prospecting', 10) },
  {
    name: 'an ended entry grows on',
    open: async () => {
      const memory = await inStage('Closed Won', 'Closed Lost', 10);
      await sync(memory);
      moveDeal(memory, 'Closed Won');
      return memory;
    },
  },
  {
    name: 'lines are gone',
    open: async () => {
      const memory = await inStage('Closed Won', 'Closed Won', 0);
      await publish(memory, []);
      return memory;
    },
  },
];

describe.each(situations)('when the process dies while $name', ({ open }) => {
  it.each(['before', 'after'] as const)('just %s any call, the next sync ends where an undisturbed one ends', async (when) => {
    const undisturbed = await open();
    await sync(undisturbed);
    let crashes = 0;
    for (let at = 1; ; at += 1) {
      const memory = await open();
      const { world, crashed } = crashingWorld(memory.as(), at, when);
      await syncNow(world).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      if (!crashed()) break;
      crashes += 1;
      await sync(memory);
      expect(ourPlans(memory)).toEqual(ourPlans(undisturbed));
      expect((await linkOf(memory)).sync.kind).toBe('inStep');
    }
    expect(crashes).toBeGreaterThan(8);
  });

  it('and the deal moves on before it is back, the next sync follows the newest stage', async () => {
    const straight = await open();
    await sync(straight);
    moveDeal(straight, 'Internally Won');
    await sync(straight);
    for (let at = 1; at < 30; at += 1) {
      const memory = await open();
      await syncNow(crashingWorld(memory.as(), at, 'after').world).catch(() => undefined);
      moveDeal(memory, 'Internally Won');
      await sync(memory);
      expect((await linkOf(memory)).sync.kind).toBe('inStep');
      expect(ourPlans(memory)).toEqual(ourPlans(straight));
    }
  });
});
