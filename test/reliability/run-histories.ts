import fc from 'fast-check';
import { anyHistory, live } from './history';

const runs = Number(process.env['HISTORIES'] ?? 1_000);

/** Lives random histories; one that fails is made smaller and printed with its seed. `HISTORIES` sets how many. */
export const runHistories = (): void => {
  it(`${runs} random histories end in step, with every promise kept on the way`, async () => {
    await fc.assert(fc.asyncProperty(anyHistory, async (events) => {
      await live(events);
    }), { numRuns: runs });
  }, 1_800_000);
};
