import { drawChart, drawPicture, ticksTo } from './line-chart';

const circles = (svg: string): readonly (readonly [number, number])[] => [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

test.each([
  [4, [0, 1, 2, 3, 4]],
  [28, [0, 10, 20, 30]],
  [1_310, [0, 500, 1_000, 1_500]],
  [5_000, [0, 1_000, 2_000, 3_000, 4_000, 5_000]],
])('the axis of values up to %p has few even steps and covers them', (most, ticks) => {
  expect(ticksTo(most)).toEqual(ticks);
});

test('what grows evenly lies on one straight line, and higher values lie higher', () => {
  const measured = [1, 2, 4].map((x) => ({ x, y: x * 10 }));
  const [a, b, c] = circles(drawChart({ title: 'Calls', across: 'deals', upward: 'calls', measured, compared: [] }, 0, 0));
  const slope = ([x1 = 0, y1 = 0]: readonly number[] = [], [x2 = 0, y2 = 0]: readonly number[] = []): number => (y2 - y1) / (x2 - x1);
  expect(slope(a, b)).toBeLessThan(0);
  expect(slope(b, c)).toBeCloseTo(slope(a, b), 1);
});

test('a text cannot break out of the picture', () => {
  expect(drawPicture(10, 10, 'less < more & more', [])).toContain('less &lt; more &amp; more');
});
