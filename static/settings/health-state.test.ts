import english from '../../locales/settings.en-US.json';
import { isInstant, type Instant } from '../../src/domain/plain-date';
import { healthState, healthStates } from './health-state';

function at(time: string): Instant {
  const text = `2026-11-23T${time}:00.000Z`;
  if (!isInstant(text)) throw new Error(text);
  return text;
}
const now = new Date(at('12:00'));
const failed = (time: string) => ({ at: at(time), code: 'unavailable' as const, detail: '' });
const quiet = { lastSuccessAt: null, lastFailure: null, calls: 0, errors: 0, paused: null };

test.each([
  ['notConnected', null],
  ['untried', quiet],
  ['inOrder', { ...quiet, lastSuccessAt: at('11:00') }],
  ['inOrder', { ...quiet, lastSuccessAt: at('11:00'), lastFailure: failed('10:59') }],
  ['failing', { ...quiet, lastSuccessAt: at('11:00'), lastFailure: failed('11:01') }],
  ['failing', { ...quiet, lastFailure: failed('11:01') }],
  ['paused', { ...quiet, lastFailure: failed('11:59'), paused: { since: at('11:59'), until: at('12:01') } }],
  ['failing', { ...quiet, lastFailure: failed('11:50'), paused: { since: at('11:50'), until: at('12:00') } }],
])('it is %s', (state, connection) => {
  expect(healthState(connection, now)).toBe(state);
});

test('each state has a word', () => {
  expect(Object.keys(english)).toEqual(expect.arrayContaining(healthStates.map((state) => `health.state.${state}`)));
});
