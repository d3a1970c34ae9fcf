import type { World } from '../../src/ports/world';
import { Crash } from '../world/crash';

/** Forge's storage or queue answered with an error. */
export class PlatformFailure extends Error {
  override readonly name = 'PlatformFailure';
}

/** Whether the process lives, and at which call of a port it dies: before the call is carried out, or after it. */
export class Life {
  private dead = false;
  /** How often a process has died so far. */
  deaths = 0;
  private calls = 0;
  /** How often the platform has failed so far. */
  failures = 0;
  private platformCalls = 0;
  private failure: { readonly at: number; readonly times: number } | undefined;
  private death: { readonly at: number; readonly when: 'before' | 'after' } | undefined;

  /** After a death there is a new process. One that lives goes on to count the calls of the next run towards its death. */
  goOn(): void {
    if (this.dead) this.begin();
  }

  /** A new process, which dies at its n-th call from now on where that is given, in whichever run that is. */
  begin(death?: { readonly at: number; readonly when: 'before' | 'after' }): void {
    this.dead = false;
    this.calls = 0;
    this.death = death;
  }

  /** From now on the platform's n-th call fails, and so many behind it. */
  fail(failure?: { readonly at: number; readonly times: number }): void {
    this.platformCalls = 0;
    this.failure = failure;
  }

  /** A call of Forge's storage or queue. */
  async platformCall(act: () => unknown): Promise<unknown> {
    this.platformCalls += 1;
    const { at, times } = this.failure ?? { at: 0, times: 0 };
    if (this.platformCalls >= at && this.platformCalls < at + times) {
      this.failures += 1;
      throw new PlatformFailure('storage answered TOO_MANY_REQUESTS');
    }
    return this.call(act);
  }

  end(): void {
    this.dead = true;
    this.deaths += 1;
  }

  get isOver(): boolean {
    return this.dead;
  }

  /** Carries out a call of a port, as far as the process lives. */
  async call(act: () => unknown): Promise<unknown> {
    if (this.dead) throw new Crash('the process is dead');
    this.calls += 1;
    const isLast = this.calls === this.death?.at;
    if (isLast && this.death?.when === 'before') return this.die();
    try {
      const result = await act();
      return isLast || this.isOver ? this.die() : result;
    } catch (error) {
      // What the process waits for comes back to nobody once it is dead.
      if (this.isOver) return this.die();
      throw error;
    }
  }

  private die(): never {
    if (!this.dead) this.end();
    throw new Crash('the process died');
  }
}

/** The world in which every call of a port ends with the process. The clock, the ids and the log are part of the process itself. */
export function mortal(world: World, life: Life): World {
  const guard = <Port extends object>(port: Port, isPlatform = true): Port =>
    new Proxy(port, {
      get(target, name): unknown {
        const member: unknown = Reflect.get(target, name);
        // What needs no waiting is part of the process itself, and an iteration is made of calls that need it.
        if (name === 'budget' || name === 'all') return member;
        return typeof member === 'function' ? (...given: readonly unknown[]): unknown => life[isPlatform ? 'platformCall' : 'call'](() => Reflect.apply(member, target, given)) : member;
      },
    });
  return {
    ...world,
    deals: guard(world.deals, false),
    planner: guard(world.planner, false),
    planSignals: guard(world.planSignals, false),
    tracker: guard(world.tracker, false),
    guidelines: guard(world.guidelines),
    summaries: guard(world.summaries),
    dealStore: guard(world.dealStore),
    ledger: guard(world.ledger),
    orders: guard(world.orders),
    states: guard(world.states),
    settings: guard(world.settings),
    secrets: guard(world.secrets),
    signals: guard(world.signals),
    audit: guard(world.audit),
    jobs: guard(world.jobs),
  };
}
