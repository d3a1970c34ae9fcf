import { createHmac } from 'node:crypto';
import { addSeconds } from '../../src/domain/calendar';
import { dealId, organisationId } from '../../src/domain/fixture/values';
import { createSalesforceSignal } from '../../src/handlers/salesforce-signal';
import type { MemoryWorld } from '../world/memory-world';
import { deal, openPlannedProject } from '../use-cases/planned-project';

const secret = 'thirty-two characters and more of them';

interface Sent {
  readonly body: string;
  readonly signature: string | undefined;
  readonly header: string;
  readonly method: string;
}

let memory: MemoryWorld;

beforeEach(async () => {
  memory = await openPlannedProject();
  await memory.as().secrets.saveSignalSecret(secret);
});

const sign = (body: string, key = secret): string => createHmac('sha256', key).update(body).digest('hex');

const bodyOf = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ orgId: organisationId(1), opportunityId: deal, timestamp: memory.clock.now(), eventId: 'event-1', ...changes });

async function send(changes: Partial<Sent> = {}): Promise<string> {
  const body = changes.body ?? bodyOf();
  const signature = 'signature' in changes ? changes.signature : sign(body);
  const headers = signature === undefined ? {} : { [changes.header ?? 'X-Opiekun-Signature']: [signature] };
  const answer = await createSalesforceSignal(() => memory.as())({ method: changes.method ?? 'POST', path: '/x', userPath: '', queryParameters: {}, headers, body });
  expect(Object.keys(answer)).toEqual(['outputKey']);
  return answer.outputKey;
}

const refusals: readonly (readonly [string, () => Partial<Sent>])[] = [
  ['no signature', () => ({ signature: undefined })],
  ['an empty signature', () => ({ signature: '' })],
  ['another secret', () => ({ signature: sign(bodyOf(), 'another secret of the same length, so') })],
  ['a signature of another body', () => ({ signature: sign(bodyOf({ eventId: 'event-2' })) })],
  ['a signature cut short', () => ({ signature: sign(bodyOf()).slice(0, 62) })],
  ['a signature with more after it', () => ({ signature: `${sign(bodyOf())}zz` })],
  ['a signature twice', () => ({ signature: sign(bodyOf()).repeat(2) })],
  ['a signature with a prefix', () => ({ signature: `sha256=${sign(bodyOf())}` })],
  ['a signature that is not hexadecimal', () => ({ signature: 'z'.repeat(64) })],
  ['a signature in a header of another name', () => ({ header: 'X-Signature' })],
  ['a body of megabytes', () => ({ body: `{"x":"${'x'.repeat(5_000_000)}"}` })],
  ['a body that is no JSON', () => ({ body: 'opportunityId=006' })],
  ['a body that is JSON of another shape', () => ({ body: '[]' })],
  ['no body', () => ({ body: '' })],
  ['another organisation', () => ({ body: bodyOf({ orgId: organisationId(2) }) })],
  ['an organisation that is none', () => ({ body: bodyOf({ orgId: 'x' }) })],
  ['a deal id with a wrong checksum', () => ({ body: bodyOf({ opportunityId: `${deal.slice(0, 15)}ZZZ` }) })],
  ['an account in place of a deal', () => ({ body: bodyOf({ opportunityId: `001${deal.slice(3, 15)}` }) })],
  ['no event id', () => ({ body: bodyOf({ eventId: '' }) })],
  ['an event id without end', () => ({ body: bodyOf({ eventId: 'x'.repeat(201) }) })],
  ['no time', () => ({ body: bodyOf({ timestamp: 'now' }) })],
  ['a time as a number', () => ({ body: bodyOf({ timestamp: 1 }) })],
  ['a signal of eleven minutes ago', () => ({ body: bodyOf({ timestamp: addSeconds(memory.clock.now(), -601) }) })],
  ['a signal of the future', () => ({ body: bodyOf({ timestamp: addSeconds(memory.clock.now(), 601) }) })],
  ['a GET', () => ({ method: 'GET' })],
];

it.each(refusals)('refuses %s: nothing is queued, and nothing is learned', async (_, changes) => {
  const [kept, writes] = [memory.storage.dump(), memory.storage.writes];
  expect(await send(changes())).toBe('unauthorised');
  expect([memory.storage.dump(), memory.storage.writes]).toEqual([kept, writes]);
  expect(memory.queue).toEqual([]);
  expect(memory.errors).toEqual([]);
});

it('refuses everything while there is no secret, also what is signed with an empty one', async () => {
  const fresh = await openPlannedProject();
  memory = fresh;
  expect(await send()).toBe('unauthorised');
  expect(await send({ signature: sign(bodyOf(), '') })).toBe('unauthorised');
});

it.each(['x-opiekun-signature', 'X-OPIEKUN-SIGNATURE', 'X-Opiekun-Signature'])('takes a signal whose header is written %s', async (header) => {
  expect(await send({ header })).toBe('accepted');
  expect(memory.queue).toEqual([{ dealId: deal, reason: 'push', delaySeconds: 0 }]);
  expect(await memory.as().settings.lastSignalAt()).toBe(memory.clock.now());
});

it('takes capital digits, ids of fifteen characters and times with a zone', async () => {
  const body = bodyOf({ opportunityId: deal.slice(0, 15), orgId: organisationId(1).slice(0, 15), timestamp: '2026-03-02T10:00:00+01:00' });
  expect(await send({ body, signature: sign(body).toUpperCase() })).toBe('accepted');
  expect(memory.queue.map(({ dealId: id }) => id)).toEqual([deal]);
});

it('takes letters beyond ASCII in the body as they were signed', async () => {
  expect(await send({ body: bodyOf({ eventId: 'zdarzenie-zażółć' }) })).toBe('accepted');
});

it('takes a signal once, for as long as it would be young enough', async () => {
  const body = bodyOf({ timestamp: addSeconds(memory.clock.now(), 600) });
  expect(await send({ body })).toBe('accepted');
  memory.queue.length = 0;
  for (const seconds of [0, 300, 899]) {
    memory.clock.advance(seconds);
    expect(await send({ body })).toBe('replayed');
  }
  memory.clock.advance(2);
  expect(await send({ body })).toBe('unauthorised');
  expect(memory.queue).toEqual([]);
});

it('answers for a deal that nobody linked as for any other, and queues nothing', async () => {
  expect(await send({ body: bodyOf({ opportunityId: dealId(99) }) })).toBe('accepted');
  expect(memory.queue).toEqual([]);
});

it('forgets a signal that could not be queued, so that Salesforce can send it again', async () => {
  const world = memory.as();
  const failing = { ...world, jobs: { syncDeals: async () => Promise.reject(new Error('the queue is full')) } };
  const body = bodyOf();
  const request = { method: 'POST', headers: { 'x-opiekun-signature': [sign(body)] }, body };
  expect(await createSalesforceSignal(() => failing)(request)).toEqual({ outputKey: 'unavailable' });
  expect(await send({ body })).toBe('accepted');
});

it.each([undefined, null, 'POST', {}, { method: 'POST', headers: { a: 'b' } }])('refuses a request of another shape: %p', async (request) => {
  expect(await createSalesforceSignal(() => memory.as())(request)).toEqual({ outputKey: 'unauthorised' });
});
