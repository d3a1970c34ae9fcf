import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { instantOf } from '../../domain/calendar';
import type { Instant } from '../../domain/plain-date';
import { StoreConflict } from '../../ports';
import { entityNames, type StateRecord } from './records';
import { conditionally, ensure } from './storage-error';

/** When the latest requests may go out, or went out, oldest first: as many as the limit counts. */
interface Pace {
  readonly granted: readonly Instant[];
  /** The other system asked for a pause until then. */
  readonly heldUntil: Instant | null;
}

export interface PacerOptions {
  readonly name: string;
  /** So many requests within the window, whichever invocations send them. */
  readonly most: number;
  readonly windowMs: number;
  /** So many are taken at once, where there is one after another to send; others wait no longer than these take. */
  readonly ahead: number;
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

export interface Pacer {
  /** Waits until one more request may go out. */
  take(): Promise<void>;
  /** Lets nothing out for so many seconds, from any invocation. */
  hold(seconds: number): Promise<void>;
}

const entityName = entityNames.state;
const fresh: Pace = { granted: [], heldUntil: null };
const tries = 20;

/**
 * Keeps all invocations together within one limit: each takes times at which it may send out of a record that they share.
 * A time that is taken and not used is lost, so few are taken ahead, and none where nothing is waiting.
 */
export function createPacer({ name, most, windowMs, ahead, now, pause, random }: PacerOptions): Pacer {
  let known: { readonly revision: number; readonly pace: Pace } | undefined;
  let own: number[] = [];
  let reserving: Promise<void> | undefined;
  let waiting = 0;
  /** Milliseconds that taking times took last. */
  let lead = 0;

  async function read(): Promise<{ readonly revision: number; readonly pace: Pace }> {
    const record = await kvs.entity<StateRecord<Pace>>(entityName).get(name);
    return { revision: record?.revision ?? 0, pace: record?.content ?? fresh };
  }

  async function change(next: (pace: Pace) => Pace): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      known ??= await read();
      const { revision, pace } = known;
      const entity = kvs.entity<StateRecord<Pace>>(entityName);
      if (revision === 0) await ensure(() => entity.set(name, { name, revision: 0, content: fresh }, { keyPolicy: 'FAIL_IF_EXISTS' }));
      const content = next(pace);
      const conditions = new Filter<StateRecord<Pace>>().and('revision', FilterConditions.equalTo(revision));
      try {
        await conditionally('pace', () => kvs.transact().set(name, { name, revision: revision + 1, content }, { entityName, conditions }).execute());
        known = { revision: revision + 1, pace: content };
        return;
      } catch (error) {
        known = undefined;
        if (!(error instanceof StoreConflict) || attempt === tries) throw error;
        // Those who crossed each other do not come back in step.
        await pause(random() * 20 * attempt);
      }
    }
  }

  /** Takes as many times as there are requests waiting, up to the most that may be taken ahead. */
  async function reserve(): Promise<void> {
    const begun = now();
    let taken: number[] = [];
    await change((pace) => {
      taken = [];
      let granted = pace.granted.map((instant) => Date.parse(instant));
      const earliest = Math.max(now() + lead, pace.heldUntil === null ? 0 : Date.parse(pace.heldUntil));
      for (let count = 0; count < Math.min(ahead, Math.max(1, waiting)); count += 1) {
        const oldest = granted.length < most ? Number.NEGATIVE_INFINITY : (granted.at(-most) ?? 0);
        const at = Math.max(earliest, oldest + windowMs, granted.at(-1) ?? 0);
        taken.push(at);
        granted = [...granted, at].slice(-most);
      }
      return { ...pace, granted: granted.map((at) => instantOf(new Date(at))) };
    });
    own = [...own, ...taken];
    lead = Math.max(lead, now() - begun);
  }

  async function nextTime(): Promise<number> {
    for (;;) {
      const at = own.shift();
      if (at !== undefined) return at;
      reserving ??= reserve().finally(() => {
        reserving = undefined;
      });
      await reserving;
    }
  }

  return {
    async take() {
      waiting += 1;
      try {
        for (;;) {
          const at = await nextTime();
          const wait = at - now();
          if (wait > 0) await pause(wait);
          // Used later than this it would fall among the times of others.
          if (now() - at <= windowMs - 1000) return;
        }
      } finally {
        waiting -= 1;
      }
    },

    async hold(seconds) {
      const until = instantOf(new Date(now() + seconds * 1000));
      own = [];
      await change((pace) => ({ ...pace, heldUntil: pace.heldUntil !== null && pace.heldUntil > until ? pace.heldUntil : until }));
    },
  };
}
