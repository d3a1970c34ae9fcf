import { matchesHost } from './egress';
import { bundleFixture, openSite, type FixtureSite } from './fixture/site';

let bundle: Awaited<ReturnType<typeof bundleFixture>>;
let site: FixtureSite;

beforeAll(async () => {
  bundle = await bundleFixture();
  site = await openSite(bundle.bundlePath);
  site.vendor.all('/mirror', async (context) =>
    context.json({ method: context.req.method, headers: context.req.header(), body: await context.req.text() }),
  );
  site.vendor.get('/inside', (context) => context.redirect('/mirror'));
  site.vendor.get('/across', (context) => context.redirect('https://other.vendor.example/mirror'));
  site.vendor.get('/outside', (context) => context.redirect('https://evil.example/mirror'));
  site.vendor.get('/loop', (context) => context.redirect('/loop'));
  site.vendor.get('/never', () => new Promise<Response>(() => undefined));
  site.vendor.get('/teapot', (context) => context.text('short and stout', 418));
});
afterAll(async () => {
  await site.close();
  bundle.remove();
});

it('reaches an allowed host under its own name', async () => {
  const answer: unknown = await site.call('fetch', { url: 'https://eu.vendor.example/mirror?x=1', method: 'POST', body: 'ż' });
  expect(JSON.stringify(answer)).toContain('\\"x-forwarded-host\\":\\"eu.vendor.example\\"');
  expect(JSON.stringify(answer)).toContain('\\"method\\":\\"POST\\"');
  expect(JSON.stringify(answer)).toContain('\\"body\\":\\"ż\\"');
  expect(site.host.invocations().at(-1)?.egressCalls).toBe(1);
});

it('hands on the status and body of a failure', async () => {
  expect(await site.call('fetch', { url: 'https://a.vendor.example/teapot' })).toMatchObject({ status: 418, text: 'short and stout' });
});

it.each([
  'http://eu.vendor.example/mirror',
  'https://vendor.example/mirror',
  'https://eu.vendor.example:8443/mirror',
  'https://eu.vendor.example.evil.example/',
  'https://evilvendor.example/',
  'https://127.0.0.1/mirror',
  'http://localhost/mirror',
])('refuses %s as Forge does', async (url) => {
  expect(await site.call('fetchError', { url })).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
});

it.each(['nowhere', 'https://eu.vendor.example@evil.example/', 'https://me@eu.vendor.example/mirror'])(
  'fails on %s, as fetch does',
  async (url) => {
    expect(await site.call('fetchError', { url })).toMatchObject({ name: 'TypeError' });
  },
);

it('follows redirects only where the manifest allows', async () => {
  expect(await site.call('fetch', { url: 'https://eu.vendor.example/inside' })).toMatchObject({ status: 200 });
  const across: unknown = await site.call('fetch', { url: 'https://eu.vendor.example/across' });
  expect(JSON.stringify(across)).toContain('other.vendor.example');
  expect(await site.call('fetchError', { url: 'https://eu.vendor.example/outside' })).toMatchObject({ status: 403 });
  expect(await site.call('fetchError', { url: 'https://eu.vendor.example/loop' })).toMatchObject({ name: 'TypeError' });
});

it('lets a function abandon a request', async () => {
  expect(await site.call('abandon', { url: 'https://eu.vendor.example/never' })).toMatchObject({ name: 'AbortError' });
});

it('tells a host that is down from one that is not allowed', async () => {
  const down = await openSite(bundle.bundlePath, { hosts: [{ pattern: 'exact.example', target: 'http://127.0.0.1:1' }] });
  const answer = await down.call('fetchError', { url: 'https://exact.example/' });
  await down.close();
  expect(answer).toMatchObject({ name: 'TypeError' });
});

it('leaves no way out but fetch', async () => {
  expect(await site.call('socket')).toMatchObject({ message: 'A function can reach the network through fetch only.' });
});

it('lets one invocation make a hundred requests a minute', async () => {
  const answer = await site.call('fetchMany', { url: 'https://eu.vendor.example/teapot', count: '103' });
  expect(answer).toEqual({ last: 429, refused: 3 });
});

it.each([
  ['*.my.salesforce.com', 'acme.my.salesforce.com', true],
  ['*.my.salesforce.com', 'a.b.my.salesforce.com', true],
  ['*.my.salesforce.com', 'my.salesforce.com', false],
  ['*.my.salesforce.com', '.my.salesforce.com', false],
  ['api.tempo.io', 'api.tempo.io', true],
  ['api.tempo.io', 'api.eu.tempo.io', false],
])('%s and %s: %s', (pattern, host, expected) => {
  expect(matchesHost(pattern, host)).toBe(expected);
});
