import { live, type Event } from './history';
import { situations } from './situations';

const queues: readonly (readonly [string, Event])[] = [
  ['delivered twice', { kind: 'queue', duplicate: true, delay: 0, reorder: false }],
  ['a minute late', { kind: 'queue', duplicate: false, delay: 60, reorder: false }],
  ['a quarter of an hour late, twice and in another order', { kind: 'queue', duplicate: true, delay: 900, reorder: true }],
];
const signals: readonly (readonly [string, Event])[] = [
  ['of the Flow are lost', { kind: 'signals', flow: false, message: false, twice: false, reversed: false }],
  ['of the Flow come twice and in another order', { kind: 'signals', flow: true, message: false, twice: true, reversed: true }],
  ['of an outbound message come twice and in another order', { kind: 'signals', flow: false, message: true, twice: true, reversed: true }],
  ['of both come at once', { kind: 'signals', flow: true, message: true, twice: true, reversed: false }],
];

describe.each(situations)('while $name', ({ before, then }) => {
  it.each(queues)('messages on the queue may be %s', async (_name, event) => {
    await live([...before, event, ...then]);
  });

  it.each(signals)('signals %s without harm', async (_name, event) => {
    await live([...before, event, ...then]);
  });
});

it('two workers at once do not get into each other’s way', async () => {
  await live([{ kind: 'together' }, { kind: 'move', deal: 0, stage: 'Internally Won' }, { kind: 'poll' }, { kind: 'together' }]);
});
