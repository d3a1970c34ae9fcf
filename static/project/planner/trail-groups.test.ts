import type { TrailRecordView } from '../../../src/contract/planner';
import { isAccountId } from '../../../src/domain/ids';
import { isInstant } from '../../../src/domain/plain-date';
import { trailGroups } from './trail-groups';

const signal = (name: 'push' | 'poll'): TrailRecordView['by'] => ({ kind: 'signal', signal: name });
function person(accountId: string): TrailRecordView['by'] {
  if (!isAccountId(accountId)) throw new Error(accountId);
  return { kind: 'person', accountId, name: null };
}
function record(at: string, event: string, by: TrailRecordView['by']): TrailRecordView {
  if (!isInstant(at)) throw new Error(at);
  return { at, event, by, details: {} };
}
const events = (records: readonly TrailRecordView[]): string[][] => trailGroups(records).map((group) => group.records.map(({ event }) => event));

test('what one cause did within a minute stands together, in the order in which it came', () => {
  expect(events([
    record('2026-11-23T12:01:59.000Z', 'c', signal('push')),
    record('2026-11-23T12:01:00.000Z', 'b', signal('push')),
    record('2026-11-23T12:00:59.000Z', 'a', signal('push')),
  ])).toEqual([['c', 'b'], ['a']]);
});

test('another signal, or another person, begins anew', () => {
  const at = '2026-11-23T12:00:00.000Z';
  expect(events([record(at, 'd', person('one')), record(at, 'c', person('two')), record(at, 'b', signal('poll')), record(at, 'a', signal('push'))])).toEqual([['d'], ['c'], ['b'], ['a']]);
  expect(events([record(at, 'b', person('one')), record(at, 'a', person('one'))])).toEqual([['b', 'a']]);
});

test('no records, no groups', () => {
  expect(trailGroups([])).toEqual([]);
});
