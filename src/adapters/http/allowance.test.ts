import fc from 'fast-check';
import { createAllowance } from './allowance';

it('lets no more out within the window, however they come, and none later than it must', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 30 }), { maxLength: 60 }), async (gaps) => {
      let time = 0;
      const out: number[] = [];
      const take = createAllowance({ most: 5, windowMs: 100, now: () => time, pause: async (milliseconds) => void (time += milliseconds) });
      for (const gap of gaps) {
        time += gap;
        const asked = time;
        await take();
        const fifthBefore = out.at(-5);
        expect(time).toBe(Math.max(asked, fifthBefore === undefined ? 0 : fifthBefore + 100));
        out.push(time);
      }
    }),
  );
});

it('keeps requests that wait at the same time apart', async () => {
  const waits: number[] = [];
  const take = createAllowance({ most: 2, windowMs: 100, now: () => 0, pause: async (milliseconds) => void waits.push(milliseconds) });
  await Promise.all([1, 2, 3, 4, 5].map(() => take()));
  expect(waits).toEqual([100, 100, 200]);
});
