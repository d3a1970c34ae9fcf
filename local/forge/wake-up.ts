import type { Clock } from '../clock';

const longestTimer = 2 ** 31 - 1;

/** Starts work when it falls due, and tells those who wait when there is none left. */
export class WakeUp {
  private readonly waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private scheduled = false;

  constructor(
    private readonly clock: Clock,
    private readonly work: {
      /** Starts all that is due. */
      pump(): void;
      isQuiet(): boolean;
      /** Instants in milliseconds of the epoch. */
      nextDue(): (number | undefined)[];
    },
  ) {}

  /** Looks again, once the caller's own work is done. */
  changed(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.look();
    });
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.changed();
    });
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private look(): void {
    if (!this.stopped) {
      this.work.pump();
      this.setTimer();
    }
    if (this.work.isQuiet()) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    const instants = this.work.nextDue().filter((instant) => instant !== undefined);
    if (instants.length === 0) return;
    const wait = Math.min(...instants) - this.clock.now().getTime();
    // What is due already waits for a turn, and is looked at again when the turn comes.
    if (wait <= 0) return;
    this.timer = setTimeout(() => this.changed(), Math.min(wait, longestTimer)).unref();
  }
}
