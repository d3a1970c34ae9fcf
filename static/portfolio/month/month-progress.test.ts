import { clientId } from '../../../src/domain/fixture/values';
import { nextWaiting, progressOf } from './month-progress';

const line = (n: number, state: 'none' | 'draft' | 'stored' | 'changed') => ({ client: { id: clientId(n), name: `Client ${n}` }, state });

test('counts what is in Salesforce as it stands', () => {
  expect(progressOf([line(1, 'stored'), line(2, 'changed'), line(3, 'none')])).toEqual({ stored: 1, all: 3 });
});

test.each([
  [null, 2],
  [2, 4],
  [4, 2],
  [1, 2],
])('behind client %s comes client %s', (opened, expected) => {
  const lines = [line(1, 'stored'), line(2, 'draft'), line(3, 'stored'), line(4, 'none')];
  expect(nextWaiting(lines, opened === null ? null : clientId(opened))).toBe(clientId(expected));
});

test('nobody comes next when all others are in Salesforce', () => {
  expect(nextWaiting([line(1, 'stored'), line(2, 'draft')], clientId(2))).toBeUndefined();
  expect(nextWaiting([], null)).toBeUndefined();
});
