import fc from 'fast-check';
import type { DriftChoice } from '../../src/domain/linked-deal';
import { CompanyLife, type LineWish } from './company-life';
import { expectEveryWriteExplained, expectInStep, expectPromisesKept } from './invariants';
import { faults, type Fault, type OutsideCall } from './outside';
import { Rig, stages, type Plant, type StageName } from './rig';

/** What can happen to the planner, from any side. */
export type Event =
  | { readonly kind: 'move'; readonly deal: number; readonly stage: StageName }
  | { readonly kind: 'publish'; readonly lines: readonly LineWish[] }
  | { readonly kind: 'edit'; readonly which: number; readonly change: 'days' | 'hours' | 'description' | 'person' }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'resolve'; readonly which: number; readonly choice: DriftChoice }
  | { readonly kind: 'bringBack' | 'letGo' | 'link' | 'unlink'; readonly deal: number }
  | { readonly kind: 'close' | 'reopen' | 'work' | 'poll' | 'deliver' | 'reconcile' | 'settle' }
  | { readonly kind: 'delete' | 'undelete'; readonly deal: number }
  | { readonly kind: 'watch'; readonly see: (call: Omit<OutsideCall, 'fault'>) => void }
  | { readonly kind: 'together' }
  | { readonly kind: 'jump'; readonly to: string }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly system: 'salesforce' | 'tempo'; readonly at: number; readonly times: number }
  | { readonly kind: 'platform'; readonly at: number; readonly times: number }
  | { readonly kind: 'crash'; readonly at: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'queue'; readonly duplicate: boolean; readonly delay: number; readonly reorder: boolean }
  | { readonly kind: 'signals'; readonly flow: boolean; readonly message: boolean; readonly twice: boolean; readonly reversed: boolean };

const stageNames = Object.keys(stages).filter((name): name is StageName => name in stages);
const deal = fc.nat({ max: 1 });
const which = fc.nat({ max: 5 });
const only = <Kind extends string>(kind: Kind) => fc.constant(kind);
const line: fc.Arbitrary<LineWish> = fc.record({ begins: fc.integer({ min: -10, max: 30 }), lasts: fc.integer({ min: 0, max: 50 }), quarters: fc.integer({ min: 4, max: 32 }), named: fc.boolean() });
/** Just before and behind midnight, the end of a month and a year, and both changes of the clock in Warsaw. */
const instants = ['2026-03-02T22:59:58Z', '2026-03-03T23:00:01Z', '2026-03-28T23:30:00Z', '2026-03-29T00:59:59Z', '2026-03-29T01:00:01Z', '2026-03-31T21:59:59Z', '2026-03-31T22:00:01Z', '2026-04-15T12:00:00Z'];

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: only('move'), deal, stage: fc.constantFrom(...stageNames) }) },
  { weight: 3, arbitrary: fc.record({ kind: only('publish'), lines: fc.array(line, { maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: only('edit'), which, change: fc.constantFrom('days', 'hours', 'description', 'person') }) },
  { weight: 1, arbitrary: fc.record({ kind: only('remove'), which }) },
  { weight: 3, arbitrary: fc.record({ kind: only('resolve'), which, choice: fc.constantFrom('takeTheirs' as const, 'putOursBack' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('bringBack' as const, 'letGo' as const), deal }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('link' as const, 'unlink' as const), deal }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'undelete' as const), deal }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('work' as const, 'poll' as const, 'deliver' as const, 'reconcile' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: only('jump'), to: fc.constantFrom(...instants) }) },
  { weight: 2, arbitrary: fc.record({ kind: only('pass'), minutes: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: only('fault'), fault: fc.constantFrom(...faults), system: fc.constantFrom('salesforce' as const, 'tempo' as const), at: fc.integer({ min: 1, max: 8 }), times: fc.integer({ min: 1, max: 7 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: only('crash'), at: fc.integer({ min: 1, max: 60 }), when: fc.constantFrom('before' as const, 'after' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: only('platform'), at: fc.integer({ min: 1, max: 60 }), times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: only('queue'), duplicate: fc.boolean(), delay: fc.nat({ max: 600 }), reorder: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: only('signals'), flow: fc.boolean(), message: fc.boolean(), twice: fc.boolean(), reversed: fc.boolean() }) },
);

export const anyHistory = fc.array(anyEvent, { minLength: 1, maxLength: 16 });

/** Lives a history, lets everything come to rest, and looks whether the planner's promises were kept. @throws what was broken. */
export async function live(events: readonly Event[], plant?: Plant): Promise<Rig> {
  const rig = new Rig(plant);
  try {
    await rig.open();
    const history = new History(new CompanyLife(rig));
    await history.begin();
    for (const event of events) await history.live(event);
    await history.comeToRest();
    return rig;
  } finally {
    rig.close();
  }
}

class History {
  /** Plans as a person left them, until somebody chose about them. */
  private readonly edited = new Map<number, string>();
  private readonly taken = new Set<string>();
  private readonly touched = new Set<number>();
  private isTouched = false;

  constructor(private readonly life: CompanyLife) {}

  async begin(): Promise<void> {
    const { life } = this;
    await life.link(0);
    await life.publish([{ begins: 3, lasts: 20, quarters: 32, named: true }, { begins: -5, lasts: 30, quarters: 16, named: false }]);
  }

  async live(event: Event): Promise<void> {
    const { life } = this;
    const { rig } = life;
    switch (event.kind) {
      case 'move':
        rig.clock.advance(1);
        life.move(event.deal, event.stage);
        break;
      case 'publish':
        await life.publish(event.lines);
        break;
      case 'edit': {
        const plan = life.edit(event.which, event.change);
        if (plan === undefined) break;
        this.edited.set(plan.id, JSON.stringify(plan));
        this.touched.add(plan.id);
        this.isTouched = true;
        break;
      }
      case 'remove':
        life.remove(event.which);
        this.isTouched = true;
        break;
      case 'resolve':
        await this.resolve(event.which, event.choice);
        break;
      case 'delete':
      case 'undelete': {
        const id = life.deals[event.deal];
        if (id !== undefined) this.deleteOrUndelete(id, event.kind);
        break;
      }
      case 'jump':
        if (Date.parse(event.to) > rig.clock.now().getTime()) rig.clock.set(event.to);
        break;
      case 'pass':
        await this.pass(event.minutes);
        break;
      case 'fault':
        rig.outside.disturb(({ system }, number) => (system === event.system && number >= event.at && number < event.at + event.times ? event.fault : undefined));
        break;
      case 'crash':
        rig.life.begin(event);
        break;
      case 'platform':
        rig.life.fail(event);
        break;
      case 'queue':
        rig.wakes.disturb(event);
        break;
      case 'signals':
        rig.salesforce.flow.configure({ ...rig.salesforce.flow.read(), on: event.flow });
        rig.salesforce.outboundMessage.configure({ ...rig.salesforce.outboundMessage.read(), on: event.message });
        for (const way of [rig.salesforce.flow, rig.salesforce.outboundMessage]) way.disturb({ twice: event.twice, reversed: event.reversed });
        rig.tempo.webhooks.deliverTwice(event.twice);
        rig.tempo.webhooks.deliverReversed(event.reversed);
        break;
      case 'work':
        await rig.work();
        break;
      case 'watch':
        rig.outside.disturb((call) => {
          event.see(call);
          return undefined;
        });
        break;
      case 'together':
        await rig.workTogether();
        break;
      case 'settle':
        await this.settle();
        break;
      case 'poll':
      case 'reconcile':
      case 'deliver':
        await rig[event.kind]();
        break;
      case 'close':
      case 'reopen':
        await life[event.kind]();
        break;
      case 'link':
      case 'unlink':
      case 'bringBack':
      case 'letGo':
        await life[event.kind](event.deal);
    }
    expectPromisesKept(life, this.edited);
  }

  /** All that was wrong is well again. Within some hours nothing is left to do, and doing it once more writes nothing. */
  async comeToRest(): Promise<void> {
    const { life, edited, taken, touched } = this;
    const { rig } = life;
    rig.outside.disturb();
    rig.life.begin();
    rig.life.fail();
    rig.wakes.disturb({ duplicate: false, delay: 0, reorder: false });
    for (const id of life.deals) this.deleteOrUndelete(id, 'undelete');
    await life.reopen();
    if (life.links().length === 0) await life.link(0);
    await this.settle();
    // Where nobody touched an entry, nothing of ours may be taken for a person's doing.
    if (!this.isTouched) expect(life.links().flatMap(({ drift }) => drift)).toEqual([]);
    for (let round = 0; round < 8 && life.links().some(({ drift }) => drift.length > 0); round += 1) {
      await this.resolve(round, 'putOursBack');
      await this.settle();
    }
    edited.clear();
    expectPromisesKept(life, edited);
    expectInStep(life, taken, touched);
    expectEveryWriteExplained(life);

    const [writes, ledger, deals] = [rig.outside.writes.length, rig.storage.ledger.sorted(), rig.storage.deals.sorted()];
    await rig.poll();
    await rig.reconcile();
    await this.pass(5);
    expect([rig.outside.writes.length - writes, rig.storage.ledger.sorted(), rig.storage.deals.sorted()]).toEqual([0, ledger, deals]);
  }

  private deleteOrUndelete(id: string, kind: 'delete' | 'undelete'): void {
    const { opportunities } = this.life.rig.salesforce.store;
    const isDeleted = opportunities.find(id)?.deleted ?? true;
    this.life.rig.clock.advance(1);
    if (kind === 'delete' && !isDeleted) opportunities.delete(id);
    if (kind === 'undelete' && isDeleted) opportunities.undelete(id);
  }

  private async resolve(at: number, choice: DriftChoice): Promise<void> {
    const { life } = this;
    const before = life.links().flatMap(({ drift }) => drift);
    const tag = await life.resolve(at, choice);
    if (tag === undefined) return;
    const row = life.rig.storage.ledger.all().find((one) => one.tag === tag);
    if (row?.state === 'written') this.edited.delete(Number(row.planId));
    if (choice === 'takeTheirs' && before.some((drift) => drift.tag === tag)) this.taken.add(tag);
  }

  /** Time goes by as it does on Forge: the poll every five minutes, the comparison every hour, the queue and the vendors' signals in between. */
  private async pass(minutes: number): Promise<void> {
    const { rig } = this.life;
    for (let minute = 0; minute < minutes; minute += 5) {
      rig.clock.advance(300);
      await rig.deliver();
      await rig.poll();
      await rig.work();
    }
  }

  private async settle(): Promise<void> {
    const { rig } = this.life;
    for (let round = 0; round < 60; round += 1) {
      await rig.deliver();
      await rig.work();
      if (round % 12 === 1) {
        await rig.reconcile();
        await rig.work();
      }
      if (round >= 1 && this.isAtRest()) return;
      await this.pass(5);
    }
    throw new Error(`after five hours there is work left: ${JSON.stringify({ orders: rig.storage.orders.all(), syncs: this.life.links().map(({ sync }) => sync) })}`);
  }

  private isAtRest(): boolean {
    const { rig } = this.life;
    const { sweep, reconcile } = rig.storage.worker.all()[0] ?? { sweep: null, reconcile: null };
    const isBusy = sweep !== null || (reconcile?.pending ?? 0) > 0;
    const isSettled = this.life.links().every(({ sync }) => sync.kind === 'inStep' || sync.kind === 'drifted');
    return !isBusy && isSettled && rig.storage.orders.size === 0;
  }
}
