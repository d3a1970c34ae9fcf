/** Time that stands still until nothing runs any more, and then goes on to the next pause's end. */
export class HandTime {
  private at = Date.parse('2026-03-02T09:00:00.000Z');
  private readonly sleeping: { readonly until: number; wake(): void }[] = [];
  private moves = 0;

  readonly now = (): number => this.at;

  readonly pause = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.moves += 1;
      this.sleeping.push({ until: this.at + milliseconds, wake });
    });

  /** Lets the work go on until it is done, and gives its result. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    const state = { isOver: false };
    const watched = work.finally(() => {
      state.isOver = true;
    });
    // Whoever waits for the result is told of a failure; until then nobody is.
    watched.catch(() => undefined);
    for (await this.rest(); !state.isOver; await this.rest()) {
      this.sleeping.sort((a, b) => a.until - b.until);
      const next = this.sleeping.shift();
      if (next === undefined) throw new Error('Everybody waits, and nobody for the clock.');
      this.at = Math.max(this.at, next.until);
      next.wake();
    }
    return watched;
  }

  /** Everything that can go on without the clock has gone on. */
  private async rest(): Promise<void> {
    for (let quiet = 0, moves = this.moves; quiet < 4; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (moves !== this.moves) [quiet, moves] = [0, this.moves];
    }
  }
}
