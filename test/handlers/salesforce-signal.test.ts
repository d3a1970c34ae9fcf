import { createHmac } from 'node:crypto';
import { addSeconds } from '../../src/domain/calendar';
import { dealId, organisationId } from '../../src/domain/fixture/values';
import type { SignalRefusal } from '../../src/domain/signal';
import { createSalesforceSignal } from '../../src/handlers/salesforce-signal';
import { setSignalSecret, retireSignalSecret } from '../../src/use-cases/settings/signal-secrets';
import { clearOrders, deal, openPlannedProject } from '../use-cases/planned-project';
import { only } from '../world/memory-settings';
import { company, ordered, type MemoryWorld } from '../world/memory-world';

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
  await keepSecret(secret);
});

const asAdministrator = { accountId: company.administrator };
const keepSecret = (next: string): Promise<unknown> => setSignalSecret(memory.as(), asAdministrator, { via: 'flow', secret: next });

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

const refusals: readonly (readonly [string, () => Partial<Sent>, SignalRefusal])[] = [
  ['no signature', () => ({ signature: undefined }), 'secret'],
  ['an empty signature', () => ({ signature: '' }), 'secret'],
  ['another secret', () => ({ signature: sign(bodyOf(), 'another secret of the same length, so') }), 'secret'],
  ['a signature of another body', () => ({ signature: sign(bodyOf({ eventId: 'event-2' })) }), 'secret'],
  ['a signature cut short', () => ({ signature: sign(bodyOf()).slice(0, 62) }), 'secret'],
  ['a signature with more after it', () => ({ signature: `${sign(bodyOf())}zz` }), 'secret'],
  ['a signature twice', () => ({ signature: sign(bodyOf()).repeat(2) }), 'secret'],
  ['a signature with a prefix', () => ({ signature: `sha256=${sign(bodyOf())}` }), 'secret'],
  ['a signature that is not hexadecimal', () => ({ signature: 'z'.repeat(64) }), 'secret'],
  ['a signature in a header of another name', () => ({ header: 'X-Signature' }), 'secret'],
  ['a body of megabytes', () => ({ body: `{"x":"${'x'.repeat(5_000_000)}"}` }), 'unreadable'],
  ['a body that is no JSON', () => ({ body: 'opportunityId=006' }), 'unreadable'],
  ['a body that is JSON of another shape', () => ({ body: '[]' }), 'unreadable'],
  ['no body', () => ({ body: '' }), 'unreadable'],
  ['another organisation', () => ({ body: bodyOf({ orgId: organisationId(2) }) }), 'organisation'],
  ['an organisation that is none', () => ({ body: bodyOf({ orgId: 'x' }) }), 'unreadable'],
  ['a deal id with a wrong checksum', () => ({ body: bodyOf({ opportunityId: `${deal.slice(0, 15)}ZZZ` }) }), 'unreadable'],
  ['an account in place of a deal', () => ({ body: bodyOf({ opportunityId: `001${deal.slice(3, 15)}` }) }), 'unreadable'],
  ['no event id', () => ({ body: bodyOf({ eventId: '' }) }), 'unreadable'],
  ['an event id without end', () => ({ body: bodyOf({ eventId: 'x'.repeat(201) }) }), 'unreadable'],
  ['no time', () => ({ body: bodyOf({ timestamp: 'now' }) }), 'unreadable'],
  ['a time as a number', () => ({ body: bodyOf({ timestamp: 1 }) }), 'unreadable'],
  ['a signal of eleven minutes ago', () => ({ body: bodyOf({ timestamp: addSeconds(memory.clock.now(), -601) }) }), 'age'],
  ['a signal of the future', () => ({ body: bodyOf({ timestamp: addSeconds(memory.clock.now(), 601) }) }), 'age'],
  ['a GET', () => ({ method: 'GET' }), 'unreadable'],
];

it.each(refusals)('refuses %s: nothing is ordered, nothing is learned, and the administrator is told why', async (_, changes, why) => {
  const { storage } = memory;
  const kept = storage.dump();
  const [writes, wakeUps] = [storage.writes, memory.wakeUps.length];
  expect(await send(changes())).toBe('unauthorised');
  expect(await memory.as().settings.lastSignals()).toEqual({ accepted: null, refused: { at: memory.clock.now(), via: 'flow', why } });
  expect([storage.writes - writes, memory.wakeUps.length]).toEqual([1, wakeUps]);
  storage.write(storage.lastSignals.put(only, undefined));
  expect(storage.dump()).toEqual(kept);
  expect(memory.errors).toEqual([]);
});

it('takes a signal of ten minutes ago, or ten minutes ahead', async () => {
  for (const [at, seconds] of [-600, 600].entries()) {
    expect(await send({ body: bodyOf({ timestamp: addSeconds(memory.clock.now(), seconds), eventId: `event-${at}` }) })).toBe('accepted');
  }
});

it('refuses everything while there is no secret, also what is signed with an empty one', async () => {
  const fresh = await openPlannedProject();
  memory = fresh;
  expect(await send()).toBe('unauthorised');
  expect(await send({ signature: sign(bodyOf(), '') })).toBe('unauthorised');
  expect((await memory.as().settings.lastSignals()).refused).toMatchObject({ why: 'notSet' });
});

it.each(['x-opiekun-signature', 'X-OPIEKUN-SIGNATURE', 'X-Opiekun-Signature'])('takes a signal whose header is written %s', async (header) => {
  expect(await send({ header })).toBe('accepted');
  expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'push', delaySeconds: 0 }]);
  expect(memory.storage.orders.all()).toMatchObject([{ urgent: true }]);
  expect(await memory.as().settings.lastSignals()).toEqual({ accepted: { at: memory.clock.now(), via: 'flow', deals: 1 }, refused: null });
});

it('takes capital digits, ids of fifteen characters and times with a zone', async () => {
  const body = bodyOf({ opportunityId: deal.slice(0, 15), orgId: organisationId(1).slice(0, 15), timestamp: '2026-03-02T10:00:00+01:00' });
  expect(await send({ body, signature: sign(body).toUpperCase() })).toBe('accepted');
  expect(ordered(memory).map(({ dealId: id }) => id)).toEqual([deal]);
});

it('takes letters beyond ASCII in the body as they were signed', async () => {
  expect(await send({ body: bodyOf({ eventId: 'zdarzenie-zażółć' }) })).toBe('accepted');
});

it('takes a signal once, for as long as it would be young enough', async () => {
  const body = bodyOf({ timestamp: addSeconds(memory.clock.now(), 600) });
  expect(await send({ body })).toBe('accepted');
  clearOrders(memory);
  for (const seconds of [0, 300, 899]) {
    memory.clock.advance(seconds);
    expect(await send({ body })).toBe('replayed');
  }
  memory.clock.advance(2);
  expect(await send({ body })).toBe('unauthorised');
  expect(ordered(memory)).toEqual([]);
});

it('answers for a deal that nobody linked as for any other, and queues nothing', async () => {
  expect(await send({ body: bodyOf({ opportunityId: dealId(99) }) })).toBe('accepted');
  expect(ordered(memory)).toEqual([]);
});

it('forgets a signal that could not be ordered, so that Salesforce can send it again', async () => {
  const world = memory.as();
  const failing = { ...world, orders: { ...world.orders, put: async () => Promise.reject(new Error('storage is down')) } };
  const body = bodyOf();
  const request = { method: 'POST', headers: { 'x-opiekun-signature': [sign(body)] }, body };
  expect(await createSalesforceSignal(() => failing)(request)).toEqual({ outputKey: 'unavailable' });
  expect(await send({ body })).toBe('accepted');
});

it.each([undefined, null, 'POST', {}, { method: 'POST', headers: { a: 'b' } }])('refuses a request of another shape: %p', async (request) => {
  expect(await createSalesforceSignal(() => memory.as())(request)).toEqual({ outputKey: 'unauthorised' });
});

describe('while a secret is exchanged', () => {
  const next = 'another secret that is as long as the first';
  const sendSigned = (key: string, eventId: string): Promise<string> => {
    const body = bodyOf({ eventId });
    return send({ body, signature: sign(body, key) });
  };

  it('both are good for a week, and then the new one only', async () => {
    await keepSecret(next);
    expect([await sendSigned(secret, 'a'), await sendSigned(next, 'b')]).toEqual(['accepted', 'accepted']);
    memory.clock.advance(7 * 86_400 - 1);
    expect([await sendSigned(secret, 'c'), await sendSigned(next, 'd')]).toEqual(['accepted', 'accepted']);
    memory.clock.advance(1);
    expect([await sendSigned(secret, 'e'), await sendSigned(next, 'f')]).toEqual(['unauthorised', 'accepted']);
  });

  it('the earlier one ends at once when it is retired', async () => {
    await keepSecret(next);
    await retireSignalSecret(memory.as(), asAdministrator, { via: 'flow' });
    expect([await sendSigned(secret, 'a'), await sendSigned(next, 'b')]).toEqual(['unauthorised', 'accepted']);
  });

  it('only the last but one is good beside the last', async () => {
    await keepSecret(next);
    await keepSecret(`${next}!`);
    expect([await sendSigned(secret, 'a'), await sendSigned(next, 'b'), await sendSigned(`${next}!`, 'c')]).toEqual(['unauthorised', 'accepted', 'accepted']);
  });

  it('keeping the same secret again does not end the exchange, nor prolong it', async () => {
    await keepSecret(next);
    memory.clock.advance(86_400);
    await keepSecret(next);
    expect(await sendSigned(secret, 'a')).toBe('accepted');
    memory.clock.advance(6 * 86_400);
    expect(await sendSigned(secret, 'b')).toBe('unauthorised');
  });

  it('the one for outbound messages is no good here', async () => {
    await setSignalSecret(memory.as(), asAdministrator, { via: 'outboundMessage', secret: next });
    expect(await sendSigned(next, 'a')).toBe('unauthorised');
  });
});

describe('what the administrator is told of refusals', () => {
  const writesOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = memory.storage.writes;
    await work();
    return memory.storage.writes - before;
  };
  const refused = async () => (await memory.as().settings.lastSignals()).refused;

  it('costs one write a minute, however many there are', async () => {
    expect(await writesOf(async () => {
      for (let number = 0; number < 20; number += 1) {
        await send({ signature: '' });
        memory.clock.advance(2);
      }
    })).toBe(1);
    memory.clock.advance(20);
    expect(await writesOf(() => send({ signature: '' }))).toBe(1);
    expect(await refused()).toEqual({ at: memory.clock.now(), via: 'flow', why: 'secret' });
  });

  it('costs one write a minute also where they are of many kinds', async () => {
    expect(await writesOf(async () => {
      for (let number = 0; number < 10; number += 1) {
        await send({ signature: '' });
        await send({ method: 'GET' });
      }
    })).toBe(1);
  });

  it('does not cover up what was taken', async () => {
    await send();
    memory.clock.advance(5);
    await send({ signature: '' });
    expect(await memory.as().settings.lastSignals()).toMatchObject({ accepted: { via: 'flow', deals: 1 }, refused: { why: 'secret' } });
  });

  it('names a replay', async () => {
    const body = bodyOf();
    await send({ body });
    await send({ body });
    expect(await refused()).toMatchObject({ why: 'replayed' });
  });
});
