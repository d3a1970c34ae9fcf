import type { World } from '../../src/ports/world';

/** The process dies: nothing catches it, as far as the test makes sure of. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * The world in which the process dies at the n-th call of a port: before the call is carried out, or after it.
 * From then on every call fails, because a dead process writes nothing more. The clock, the ids and the log are part of the process itself.
 */
export function crashingWorld(world: World, at: number, when: 'before' | 'after'): { readonly world: World; readonly crashed: () => boolean } {
  let calls = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Crash('the process died');
  };
  const guard = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name): unknown {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: readonly unknown[]): unknown => {
          calls += 1;
          const isLast = calls === at;
          if (dead || (isLast && when === 'before')) return die();
          const result: unknown = Reflect.apply(member, target, given);
          if (!isLast) return result;
          return result instanceof Promise ? result.then(die) : die();
        };
      },
    });
  return {
    crashed: () => dead,
    world: {
      ...world,
      deals: guard(world.deals),
      planner: guard(world.planner),
      guidelines: guard(world.guidelines),
      summaries: guard(world.summaries),
      dealStore: guard(world.dealStore),
      ledger: guard(world.ledger),
      orders: guard(world.orders),
      states: guard(world.states),
      planSignals: guard(world.planSignals),
      gate: guard(world.gate),
      changes: guard(world.changes),
      clients: guard(world.clients),
      margin: guard(world.margin),
      reports: guard(world.reports),
      reportFiles: guard(world.reportFiles),
      kickoffs: guard(world.kickoffs),
      kickoffIssues: guard(world.kickoffIssues),
      settings: guard(world.settings),
      secrets: guard(world.secrets),
      signals: guard(world.signals),
      audit: guard(world.audit),
      jobs: guard(world.jobs),
      tracker: guard(world.tracker),
    },
  };
}
