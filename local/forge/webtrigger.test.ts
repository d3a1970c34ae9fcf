import { request } from 'node:http';
import { bundleFixture, openSite, type FixtureSite } from './fixture/site';

let bundle: Awaited<ReturnType<typeof bundleFixture>>;
let site: FixtureSite;

beforeAll(async () => {
  bundle = await bundleFixture();
  site = await openSite(bundle.bundlePath);
});
afterAll(async () => {
  await site.close();
  bundle.remove();
});

const post = (url: string, body: string): Promise<Response> => fetch(url, { method: 'POST', body });

it('answers with the output that the function names', async () => {
  const url = site.host.webTriggerUrl('signal');
  const accepted = await post(url, 'accepted');
  expect(accepted.status).toBe(202);
  expect(accepted.headers.get('content-type')).toBe('application/json');
  expect(await accepted.json()).toEqual({ accepted: true });
  const refused = await post(url, 'refused');
  expect([refused.status, await refused.text()]).toEqual([401, '']);
});

it('answers 500 when the function names no declared output', async () => {
  expect((await post(site.host.webTriggerUrl('signal'), 'whatever')).status).toBe(500);
  expect(site.log.join()).toContain('web trigger signal');
});

it('passes the request on with the caller’s spelling of header names', async () => {
  const url = site.host.webTriggerUrl('mirror');
  const answer = await new Promise<string>((resolve, reject) => {
    const outgoing = request(`${url}/more/path?a=1&a=2&b=%C5%BC`, { method: 'POST', headers: { 'X-Signature-Hash': 'abc' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve(`${response.statusCode} ${text}`));
    });
    outgoing.on('error', reject).end('zażółć');
  });
  expect(answer.slice(0, 4)).toBe('201 ');
  expect(JSON.parse(answer.slice(4))).toMatchObject({
    method: 'POST',
    path: `${new URL(url).pathname}/more/path`,
    userPath: '/more/path',
    queryParameters: { a: ['1', '2'], b: ['ż'] },
    headers: { 'X-Signature-Hash': ['abc'] },
    body: 'zażółć',
  });
});

it('answers 500 to an answer that is not one', async () => {
  expect((await post(site.host.webTriggerUrl('mirror'), 'odd')).status).toBe(500);
});

it('answers 413 to a body over 5 MB, and 404 to an unknown id', async () => {
  expect((await post(site.host.webTriggerUrl('mirror'), 'x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await post(`${site.publicUrl}/_forge/webtrigger/unknown`, '')).status).toBe(404);
});

it('keeps its address, which the app can ask for', async () => {
  const url = site.host.webTriggerUrl('signal');
  expect(await site.call('webTriggerUrl', { key: 'signal' })).toEqual({ result: url });
  expect(await site.call('webTriggerUrls')).toContainEqual({ moduleKey: 'signal', url });
  expect(await site.call('webTriggerUrl', { key: 'absent' })).toHaveProperty('message');
  await site.restart();
  expect(site.host.webTriggerUrl('signal')).toBe(url);
});
