import fc from 'fast-check';
import { anyHistory, live } from './history';
import { histories } from './points';

/** Lives random histories; one that fails is made smaller and printed with its seed. */
export const runHistories = (): void => {
  it(`${histories} random histories end in step, with every promise kept on the way`, async () => {
    await fc.assert(fc.asyncProperty(anyHistory, async (events) => {
      await live(events);
    }), { numRuns: histories });
  }, 1_800_000);
};
