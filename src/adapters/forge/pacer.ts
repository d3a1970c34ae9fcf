import { instantOf } from '../../domain/calendar';
import type { Instant } from '../../domain/plain-date';
import { RevisedState } from './revised-state';

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

const fresh: Pace = { granted: [], heldUntil: null };

/**
 * Keeps all invocations together within one limit: each takes times at which it may send out of a record that they share.
 * A time that is taken and not used is lost, so few are taken ahead, and none where nothing is waiting.
 */
export function createPacer({ name, most, windowMs, ahead, now, pause, random }: PacerOptions): Pacer {
  const apart = windowMs / most;
  // Those who crossed each other do not come back in step.
  const state = new RevisedState<Pace>(name, fresh, (attempt) => pause(random() * 20 * attempt));
  let own: number[] = [];
  let reserving: Promise<void> | undefined;
  let waiting = 0;
  /** Milliseconds that taking times took last. */
  let lead = 0;

  /** A few go out at once; where more follow they go out evenly, so that one that is held up on its way meets no crowd. */
  function timeBehind(granted: readonly number[], earliest: number): number {
    const last = granted.at(-1) ?? 0;
    const oldest = granted.length < most ? Number.NEGATIVE_INFINITY : (granted.at(-most) ?? 0);
    const isQuiet = oldest + windowMs + apart <= earliest;
    return isQuiet ? Math.max(earliest, last) : Math.max(earliest, oldest + windowMs, last + apart);
  }

  /** Takes as many times as there are requests waiting, up to the most that may be taken ahead. */
  async function reserve(): Promise<void> {
    const begun = now();
    let taken: number[] = [];
    await state.change((pace) => {
      taken = [];
      let granted = pace.granted.map((instant) => Date.parse(instant));
      const earliest = Math.max(now() + lead, pace.heldUntil === null ? 0 : Date.parse(pace.heldUntil));
      for (let count = 0; count < Math.min(ahead, Math.max(1, waiting)); count += 1) {
        const at = timeBehind(granted, earliest);
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
          // Used later than this it would fall among the times of others; no network is more punctual.
          if (now() - at <= apart) return;
        }
      } finally {
        waiting -= 1;
      }
    },

    async hold(seconds) {
      const until = instantOf(new Date(now() + seconds * 1000));
      own = [];
      await state.change((pace) => ({ ...pace, heldUntil: pace.heldUntil !== null && pace.heldUntil > until ? pace.heldUntil : until }));
    },
  };
}
