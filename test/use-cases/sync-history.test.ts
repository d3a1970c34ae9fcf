import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar';
import { staffingLine } from '../../src/domain/fixture/guidelines';
import { lineId, person } from '../../src/domain/fixture/values';
import type { StaffingLine } from '../../src/domain/guidelines';
import type { PlanId, Tag } from '../../src/domain/ids';
import { findTag, sameContent, type PlanContent } from '../../src/domain/plan-entry';
import type { PlainDate } from '../../src/domain/plain-date';
import { resolveDrift } from '../../src/use-cases/planner/resolve-drift';
import { Crash, crashingWorld } from '../world/crash';
import { company, type MemoryWorld } from '../world/memory-world';
import { asManager, deal, ledgerOf, linkOf, moveDeal, openPlannedProject, publish, syncNow } from './planned-project';

/** Whatever happens to a deal, its guidelines, its plans and the process, the planner's promises hold. */

type Event =
  | { readonly kind: 'move'; readonly stageName: string }
  | { readonly kind: 'publish'; readonly lines: readonly { readonly days: number; readonly quarters: number; readonly named: boolean }[] }
  | { readonly kind: 'edit'; readonly which: number; readonly to: number; readonly losesTag: boolean }
  | { readonly kind: 'delete'; readonly which: number }
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'sync' }
  | { readonly kind: 'crash'; readonly at: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'resolve'; readonly which: number; readonly choice: 'takeTheirs' | 'putOursBack' };

const which = fc.nat({ max: 5 });
const choice = fc.constantFrom('takeTheirs' as const, 'putOursBack' as const);
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), stageName: fc.constantFrom('Prospecting', 'Negotiation', 'Internally Won', 'Closed Won', 'Closed Lost') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      lines: fc.array(fc.record({ days: fc.integer({ min: 0, max: 40 }), quarters: fc.integer({ min: 4, max: 32 }), named: fc.boolean() }), { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), which, to: fc.integer({ min: -5, max: 20 }), losesTag: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min: 1, max: 15 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sync' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('crash' as const), at: fc.integer({ min: 1, max: 25 }), when: fc.constantFrom('before' as const, 'after' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resolve' as const), which, choice }) },
);

/** A history being lived, with what people did in it and what the app may not undo. */
class History {
  /** Content that a person gave a plan and that nobody has chosen against. */
  private readonly edited = new Map<PlanId, PlanContent>();
  /** Entries whose plan a person deleted and that nobody has chosen to put back. */
  private readonly deleted = new Set<Tag>();
  private readonly firstDay: PlainDate;
  private readonly foreign: readonly (readonly [PlanId, PlanContent])[];
  private marks = 0;

  private constructor(readonly memory: MemoryWorld) {
    this.firstDay = memory.clock.dayFromNow(3);
    const theirs = (description: string): PlanContent => ({
      assignee: { kind: 'role', role: 'Developer' },
      projectId: company.project,
      from: this.firstDay,
      to: addDays(this.firstDay, 30),
      minutesPerDay: 60,
      description,
    });
    this.foreign = ['', '[opiekun:', 'Order portal · Developer'].map((description) => {
      const content = theirs(description);
      return [memory.tempo.put(content), content] as const;
    });
  }

  static async begin(): Promise<History> {
    const history = new History(await openPlannedProject());
    await history.live({ kind: 'publish', lines: [{ days: 20, quarters: 32, named: true }, { days: 10, quarters: 16, named: false }] });
    return history;
  }

  async live(event: Event): Promise<void> {
    const { memory } = this;
    switch (event.kind) {
      case 'move':
        return moveDeal(memory, event.stageName);
      case 'publish':
        return publish(memory, event.lines.map((line, at) => this.line(line, at)));
      case 'days':
        return memory.clock.advanceDays(event.count);
      case 'edit':
        return this.edit(event);
      case 'delete':
        return this.remove(event.which);
      case 'sync':
        return this.watched(async () => {
          await syncNow(memory.as());
        });
      case 'crash':
        return this.watched(async () => {
          const { world } = crashingWorld(memory.as(), event.at, event.when);
          await syncNow(world).catch((error: unknown) => {
            if (!(error instanceof Crash)) throw error;
          });
        });
      case 'resolve':
        await this.resolve(event.which, event.choice);
    }
  }

  /** @returns the plan that has to stay as it is by this choice, if there is one. */
  async resolve(at: number, chosen: 'takeTheirs' | 'putOursBack'): Promise<PlanContent | undefined> {
    const { drift } = await linkOf(this.memory);
    const picked = drift[at % Math.max(1, drift.length)];
    if (picked === undefined) return undefined;
    const row = (await ledgerOf(this.memory)).find(({ tag }) => tag === picked.tag);
    await resolveDrift(this.memory.as(company.accountManager), asManager, { dealId: deal, tag: picked.tag, choice: chosen });
    // What a person did after the drift was seen is a drift of its own.
    const seen = row?.state === 'written' ? this.edited.get(row.planId) : undefined;
    if (row?.state === 'written' && seen !== undefined && picked.theirs !== null && sameContent(seen, picked.theirs)) this.edited.delete(row.planId);
    if (picked.theirs === null) this.deleted.delete(picked.tag);
    return chosen === 'takeTheirs' ? (picked.theirs ?? undefined) : undefined;
  }

  private line({ days, quarters, named }: { readonly days: number; readonly quarters: number; readonly named: boolean }, at: number): StaffingLine {
    const from = addDays(this.firstDay, at);
    return staffingLine({ id: lineId(`line${at}`), from, to: addDays(from, days), minutesPerDay: quarters * 15, person: named ? person('dev') : null });
  }

  private pick(at: number): readonly [PlanId, PlanContent] | undefined {
    const foreign = new Set(this.foreign.map(([id]) => id));
    const ours = [...this.memory.tempo.plans].filter(([id]) => !foreign.has(id));
    return ours[at % Math.max(1, ours.length)];
  }

  private edit({ which: at, to, losesTag }: { readonly which: number; readonly to: number; readonly losesTag: boolean }): void {
    const picked = this.pick(at);
    if (picked === undefined) return;
    const [id, content] = picked;
    this.marks += 1;
    const moved = addDays(content.to, to);
    const description = `${losesTag ? '' : content.description} by hand ${this.marks}`;
    const changed = { ...content, to: moved < content.from ? content.from : moved, description };
    this.memory.tempo.put(changed, id);
    this.edited.set(id, changed);
  }

  private async remove(at: number): Promise<void> {
    const picked = this.pick(at);
    if (picked === undefined) return;
    this.memory.tempo.remove(picked[0]);
    this.edited.delete(picked[0]);
    const row = (await ledgerOf(this.memory)).find((one) => one.state === 'written' && one.planId === picked[0]);
    if (row !== undefined) this.deleted.add(row.tag);
  }

  /** The app acts, and afterwards has broken none of its promises. */
  private async watched(act: () => Promise<void>): Promise<void> {
    const before = new Map(this.memory.tempo.plans);
    await act();
    const { plans } = this.memory.tempo;
    const today = this.memory.clock.today();
    const tags = [...plans.values()].map(({ description }) => findTag(description)).filter((tag) => tag !== undefined);
    expect(new Set(tags).size).toBe(tags.length);
    for (const [id, content] of this.foreign) expect(plans.get(id)).toEqual(content);
    for (const [id, content] of this.edited) expect(plans.get(id)).toEqual(content);
    for (const [id, { from, to }] of before) {
      if (from >= today) continue;
      const yesterday = addDays(today, -1);
      const now = plans.get(id);
      expect(now?.from).toBe(from);
      expect((now?.to ?? '') >= (to < yesterday ? to : yesterday)).toBe(true);
    }
    for (const row of await ledgerOf(this.memory)) {
      if (row.state !== 'written') this.deleted.delete(row.tag);
      else if (this.deleted.has(row.tag)) expect(tags).not.toContain(row.tag);
    }
  }
}

it('keeps its promises in every history, and ends in step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 14 }), fc.array(choice, { minLength: 6, maxLength: 6 }), async (events, choices) => {
      const history = await History.begin();
      const { memory } = history;
      for (const event of events) await history.live(event);

      await history.live({ kind: 'sync' });
      const [kept, tempoWrites, audited] = [memory.storage.dump(), memory.tempo.writes, memory.storage.audit.size];
      memory.clock.advance(1);
      await history.live({ kind: 'sync' });
      expect([memory.storage.dump(), memory.tempo.writes, memory.storage.audit.size]).toEqual([kept, tempoWrites, audited]);

      const { drift } = await linkOf(memory);
      if (!events.some(({ kind }) => kind === 'edit' || kind === 'delete')) expect(drift).toEqual([]);

      for (const chosen of choices) {
        const kept = await history.resolve(0, chosen);
        await history.live({ kind: 'sync' });
        if (kept !== undefined) expect([...memory.tempo.plans.values()]).toContainEqual(kept);
      }
      expect(await linkOf(memory)).toMatchObject({ sync: { kind: 'inStep' }, drift: [] });
    }),
    { numRuns: 150 },
  );
});
