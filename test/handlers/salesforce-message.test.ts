import { dealId, organisationId } from '../../src/domain/fixture/values';
import { readOutboundMessage } from '../../src/handlers/outbound-message';
import { createSalesforceMessage } from '../../src/handlers/salesforce-message';
import { retireSignalSecret, setSignalSecret } from '../../src/use-cases/settings/signal-secrets';
import { clearOrders, deal, openPlannedProject } from '../use-cases/planned-project';
import { only } from '../world/memory-settings';
import { company, ordered, type MemoryWorld } from '../world/memory-world';
import { hostileMessages, message, notification, outbound } from './outbound-messages';

const secret = 'thirty-two_characters_and_more_of_them';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  await keepSecret(secret);
});

const asAdministrator = { accountId: company.administrator };
const keepSecret = (next: string): Promise<unknown> => setSignalSecret(memory.as(), asAdministrator, { via: 'outboundMessage', secret: next });

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => notification(`04l${n}`, dealId(n + 1)));

async function send({ body = message(), userPath = `/${secret}`, method = 'POST' }: { readonly body?: string; readonly userPath?: string | null; readonly method?: string } = {}): Promise<string> {
  const answer = await createSalesforceMessage(() => memory.as())({ method, path: '/x', userPath, queryParameters: {}, headers: { 'Content-Type': ['text/xml'] }, body });
  expect(Object.keys(answer)).toEqual(['outputKey']);
  return answer.outputKey;
}
const refused = async () => (await memory.as().settings.lastSignals()).refused;

describe('a message that is taken', () => {
  it('orders its deal, and tells the administrator', async () => {
    expect(await send()).toBe('acknowledged');
    expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'push', delaySeconds: 0 }]);
    expect(await memory.as().settings.lastSignals()).toEqual({ accepted: { at: memory.clock.now(), via: 'outboundMessage', deals: 1 }, refused: null });
  });

  it('may hold a hundred notifications, of deals that are linked and others', async () => {
    expect(await send({ body: message({ notifications: many(100) }) })).toBe('acknowledged');
    expect(ordered(memory).map(({ dealId: id }) => id)).toEqual([deal]);
    expect((await memory.as().settings.lastSignals()).accepted).toMatchObject({ deals: 100 });
  });

  it('orders a deal once that is named twice', async () => {
    expect(await send({ body: message({ notifications: [notification('a'), notification('b'), notification('b')] }) })).toBe('acknowledged');
    expect(ordered(memory)).toHaveLength(1);
  });

  it.each(['soapenv', 'soap', 'SOAP-ENV', 's', 'Ż'])('may call the envelope %s', async (prefix) => {
    expect(await send({ body: message({ prefix }) })).toBe('acknowledged');
    expect(ordered(memory)).toHaveLength(1);
  });

  it('may write the outbound namespace with a prefix, and its elements over several lines', async () => {
    const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><n:notifications xmlns:n="${outbound}">
      <n:OrganizationId>
        ${organisationId(1)}
      </n:OrganizationId>
      <n:Notification><n:Id> 04l1 </n:Id><n:sObject><x:Id xmlns:x="urn:sobject">
        ${deal}</x:Id></n:sObject></n:Notification></n:notifications></e:Body></e:Envelope>`;
    expect(await send({ body })).toBe('acknowledged');
    expect(ordered(memory)).toHaveLength(1);
  });

  it('may name ids of fifteen characters', async () => {
    const body = message({ organisation: organisationId(1).slice(0, 15), notifications: [notification('04l000000000001', deal.slice(0, 15))] });
    expect(await send({ body })).toBe('acknowledged');
    expect(ordered(memory).map(({ dealId: id }) => id)).toEqual([deal]);
  });

  it.each([`/${secret}`, secret, `/${secret}/`])('may come to an address that ends in %s', async (userPath) => {
    expect(await send({ userPath })).toBe('acknowledged');
  });

  it('is acknowledged again, and not ordered twice', async () => {
    expect(await send()).toBe('acknowledged');
    clearOrders(memory);
    for (const seconds of [1, 3_600, 82_000]) {
      memory.clock.advance(seconds);
      expect(await send()).toBe('acknowledged');
    }
    expect(ordered(memory)).toEqual([]);
    expect(await refused()).toBeNull();
  });

  it('orders what is new in it', async () => {
    await send();
    clearOrders(memory);
    expect(await send({ body: message({ notifications: [notification('04l000000000001AAA'), notification('04l000000000002AAA')] }) })).toBe('acknowledged');
    expect(ordered(memory)).toHaveLength(1);
    expect((await memory.as().settings.lastSignals()).accepted).toMatchObject({ deals: 1 });
  });

  it('shares no memory with the Flow’s callouts', async () => {
    await memory.as().signals.firstSeen('flow:04l000000000001AAA', 1_200);
    await send();
    expect(ordered(memory)).toHaveLength(1);
  });

  it('is forgotten where it could not be ordered, so that Salesforce can send it again', async () => {
    const world = memory.as();
    const failing = { ...world, orders: { ...world.orders, put: async () => Promise.reject(new Error('storage is down')) } };
    const request = { method: 'POST', userPath: `/${secret}`, queryParameters: {}, headers: {}, body: message() };
    expect(await createSalesforceMessage(() => failing)(request)).toEqual({ outputKey: 'unavailable' });
    expect(memory.errors).toHaveLength(1);
    expect(await send()).toBe('acknowledged');
    expect(ordered(memory)).toHaveLength(1);
  });
});

describe('a message that is refused', () => {
  it.each([
    ['another secret', () => ({ userPath: '/another-secret_of_the_same_length_so__' }), 'secret'],
    ['a part of the secret', () => ({ userPath: `/${secret.slice(0, -1)}` }), 'secret'],
    ['the secret and more', () => ({ userPath: `/${secret}/x` }), 'secret'],
    ['no secret', () => ({ userPath: '' }), 'secret'],
    ['an empty one', () => ({ userPath: '/' }), 'secret'],
    ['no path at all', () => ({ userPath: null }), 'secret'],
    ['another organisation', () => ({ body: message({ organisation: organisationId(2) }) }), 'organisation'],
    ['an organisation that is none', () => ({ body: message({ organisation: 'acme' }) }), 'unreadable'],
    ['no organisation', () => ({ body: message({ organisation: '' }) }), 'unreadable'],
    ['a hundred and one notifications', () => ({ body: message({ notifications: many(101) }) }), 'unreadable'],
    ['no notification', () => ({ body: message({ notifications: [] }) }), 'unreadable'],
    ['a notification without an id', () => ({ body: message({ notifications: [notification('')] }) }), 'unreadable'],
    ['a notification with an id longer than any', () => ({ body: message({ notifications: [notification('x'.repeat(5_000))] }) }), 'unreadable'],
    ['an account in place of a deal', () => ({ body: message({ notifications: [notification('a', `001${deal.slice(3, 15)}`)] }) }), 'unreadable'],
    ['an account among deals', () => ({ body: message({ notifications: [notification('a'), notification('b', `001${deal.slice(3, 15)}`)] }) }), 'unreadable'],
    ['a deal id with a wrong checksum', () => ({ body: message({ notifications: [notification('a', `${deal.slice(0, 15)}ZZZ`)] }) }), 'unreadable'],
    ['another namespace', () => ({ body: message({ namespace: 'http://soap.sforce.com/2006/08/apex' }) }), 'unreadable'],
    ['no namespace', () => ({ body: message({ namespace: '' }) }), 'unreadable'],
    ['a prefix that nobody declared', () => ({ body: message().replace('<notifications ', '<x:notifications ').replace('</notifications>', '</x:notifications>') }), 'unreadable'],
    ['no envelope', () => ({ body: `<notifications xmlns="${outbound}"><OrganizationId>${organisationId(1)}</OrganizationId>${notification('a')}</notifications>` }), 'unreadable'],
    ['a document type', () => ({ body: message({ before: '<!DOCTYPE Envelope>' }) }), 'unreadable'],
    ['an entity of a file', () => ({ body: message({ before: '<!DOCTYPE Envelope [<!ENTITY x SYSTEM "file:///etc/passwd">]>', notifications: [notification('&x;')] }) }), 'unreadable'],
    ['an entity that nobody declared', () => ({ body: message({ notifications: [notification('&secret;')] }) }), 'unreadable'],
    ['an element that is not closed', () => ({ body: message().replace('</notifications>', '') }), 'unreadable'],
    ['something behind its end', () => ({ body: `${message()}<more/>` }), 'unreadable'],
    ['JSON', () => ({ body: '{"orgId":"00D"}' }), 'unreadable'],
    ['no body', () => ({ body: '' }), 'unreadable'],
    ['a zero character', () => ({ body: message({ notifications: [notification('a\u0000b')] }) }), 'unreadable'],
    ['more than a megabyte', () => ({ body: message({ before: `<!--${'x'.repeat(1_000_001)}-->` }) }), 'unreadable'],
    ['a GET', () => ({ method: 'GET' }), 'unreadable'],
  ])('for %s orders nothing and is not remembered; the administrator is told why', async (_, changes, why) => {
    const { storage } = memory;
    const kept = storage.dump();
    expect(await send(changes())).toBe('unauthorised');
    expect(await refused()).toEqual({ at: memory.clock.now(), via: 'outboundMessage', why });
    storage.write(storage.lastSignals.put(only, undefined));
    expect(storage.dump()).toEqual(kept);
    expect(memory.errors).toEqual([]);
  });

  it('where no secret is set, and neither does an empty one help', async () => {
    memory = await openPlannedProject();
    for (const userPath of ['', '/', `/${secret}`, null]) expect(await send({ userPath })).toBe('unauthorised');
    expect(await refused()).toMatchObject({ why: 'notSet' });
    expect(ordered(memory)).toEqual([]);
  });

  it('with the secret of the Flow', async () => {
    await setSignalSecret(memory.as(), asAdministrator, { via: 'flow', secret: `${secret}-flow` });
    expect(await send({ userPath: `/${secret}-flow` })).toBe('unauthorised');
  });

  it('with an earlier secret whose week is over', async () => {
    await keepSecret(`${secret}_2`);
    memory.clock.advance(7 * 86_400 - 1);
    expect(await send()).toBe('acknowledged');
    memory.clock.advance(1);
    expect(await send()).toBe('unauthorised');
  });

  it('with an earlier secret that was retired', async () => {
    const next = `${secret}_2`;
    await keepSecret(next);
    expect([await send(), await send({ userPath: `/${next}` })]).toEqual(['acknowledged', 'acknowledged']);
    await retireSignalSecret(memory.as(), asAdministrator, { via: 'outboundMessage' });
    expect([await send(), await send({ userPath: `/${next}` })]).toEqual(['unauthorised', 'acknowledged']);
  });

  it.each([undefined, null, 'POST', {}, { method: 'POST', headers: { a: 'b' } }])('is one of another shape: %p', async (request) => {
    expect(await createSalesforceMessage(() => memory.as())(request)).toEqual({ outputKey: 'unauthorised' });
  });

  it.each(Object.entries(hostileMessages))('%s', async (_, body) => {
    expect(await send({ body: body() })).toBe('unauthorised');
  });
});

describe('readOutboundMessage', () => {
  it('reads ids as they are written, in their order', () => {
    expect(readOutboundMessage(message({ notifications: [notification('a', 'x'), notification('b', 'y')] }))).toEqual({
      organisation: organisationId(1), notifications: [{ id: 'a', record: 'x' }, { id: 'b', record: 'y' }],
    });
  });

  it('takes an id only from its own place', () => {
    const odd = `<Notification><sObject><sf:Id xmlns:sf="u">${deal}</sf:Id><sf:Owner xmlns:sf="u"><sf:Id>wrong</sf:Id></sf:Owner></sObject><Id>right</Id><More><Id>wrong</Id></More></Notification>`;
    expect(readOutboundMessage(message({ notifications: [odd] }))?.notifications).toEqual([{ id: 'right', record: deal }]);
  });
});
