import { instant, lineId, person } from '../../../src/domain/fixture/values';
import { agreedBetween } from './agreed-between';

const version = (number: number, title: string | null) =>
  ({ version: number, publishedAt: instant('2026-03-02T09:00:00.000Z'), publishedBy: person('anna'), change: title === null ? null : { id: lineId('abcd'), title } });
const versions = [version(4, 'Exports'), version(3, null), version(2, 'Returns'), version(1, null)];

test.each([
  [1, 4, ['Returns', 'Exports']],
  [4, 1, ['Returns', 'Exports']],
  [2, 4, ['Exports']],
  [2, 3, []],
  [1, 1, []],
])('from %i to %i', (from, to, expected) => {
  expect(agreedBetween(versions, from, to).map(({ change }) => change.title)).toEqual(expected);
});
