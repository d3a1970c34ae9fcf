import { median } from './median';
import { formatTable } from './table';

test('a figure is met at its limit and not above it, and one without a limit is only shown', () => {
  const table = formatTable([
    { name: 'at', measured: 2, unit: '×', limit: 2 },
    { name: 'above', measured: 2.0004, unit: '×', limit: 2 },
    { name: 'beside', measured: 45.678, unit: 'KB' },
  ]);
  const cells = table.split('\n').slice(2).map((line) => line.trim().split(/\s{2,}/u));
  expect(cells).toEqual([['at', '2 ×', '2 ×', 'yes'], ['above', '2 ×', '2 ×', 'NO'], ['beside', '45.7 KB']]);
});

test('the median is the middle, or the mean of the two in the middle', () => {
  expect([median([3, 1, 2]), median([10, 1, 2, 3])]).toEqual([2, 2.5]);
  expect(() => median([])).toThrow('No values');
});
