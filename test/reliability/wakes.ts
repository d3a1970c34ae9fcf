/** A message on the queue; the time in milliseconds of the epoch. */
export interface Wake {
  readonly dueAt: number;
  readonly attempts: number;
}

export interface Disorder {
  /** Each message is delivered twice. */
  readonly duplicate: boolean;
  /** Seconds by which each message comes late. */
  readonly delay: number;
  /** The message that came last is delivered first. */
  readonly reorder: boolean;
}

/** Forge's queue as the harness has it: at least once, in no promised order, one message of a key at a time. */
export class Wakes {
  private waiting: Wake[] = [];
  private disorder: Disorder = { duplicate: false, delay: 0, reorder: false };

  constructor(private readonly now: () => number) {}

  disturb(disorder: Partial<Disorder>): void {
    this.disorder = { ...this.disorder, ...disorder };
  }

  push(delaySeconds: number): void {
    const wake = { dueAt: this.now() + (delaySeconds + this.disorder.delay) * 1000, attempts: 0 };
    this.waiting.push(wake);
    if (this.disorder.duplicate) this.waiting.push(wake);
  }

  /** The next message that is due. */
  take(): Wake | undefined {
    const due = this.waiting.filter(({ dueAt }) => dueAt <= this.now()).sort((a, b) => (this.disorder.reorder ? b.dueAt - a.dueAt : a.dueAt - b.dueAt));
    const [next] = due;
    if (next !== undefined) this.waiting.splice(this.waiting.indexOf(next), 1);
    return next;
  }

  /** Its function failed: Forge delivers it again, later each time. */
  again({ attempts }: Wake): void {
    this.waiting.push({ dueAt: this.now() + 5_000 * 2 ** Math.min(attempts, 8), attempts: attempts + 1 });
  }

  nextDueAt(): number | undefined {
    return this.waiting.length === 0 ? undefined : Math.min(...this.waiting.map(({ dueAt }) => dueAt));
  }

  get length(): number {
    return this.waiting.length;
  }
}
