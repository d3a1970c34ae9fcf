import { FLOW_BLOCKED } from '../api/token';
import { startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
const DEAL = '006Op0000000001IAA';
beforeEach(async () => {
  org = await startTestOrg();
  const client = org.store.createAccount({ number: 1, name: 'Żółw SA' });
  org.store.createAccount({ number: 2, name: 'Beta' });
  org.store.createOpportunity({ number: 1, name: '<script>alert(1)</script>', accountId: client.id, stageName: 'Prospecting', amount: '1234.5', closeDate: '2026-12-01' });
});
afterEach(() => org.close());

function look(path: string, language = 'en'): Promise<Response> {
  return fetch(`${org.url}${path}`, { headers: { 'Accept-Language': language } });
}

async function text(path: string, language?: string): Promise<string> {
  return (await look(path, language)).text();
}

function act(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${org.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers: { Origin: org.url, ...headers } });
}

test('the pages speak the language the browser asks for, or the one chosen', async () => {
  expect(await text('/', 'pl-PL,pl;q=0.9,en;q=0.8')).toContain('Szanse sprzedaży');
  expect(await text('/', 'de')).toContain('Deals');
  const chosen = await look('/?lang=pl', 'en');
  expect(await chosen.text()).toContain('Szanse sprzedaży');
  expect(chosen.headers.get('set-cookie')).toContain('lang=pl');
});

test('what people write is shown and never run', async () => {
  for (const path of ['/', `/deals/${DEAL}`]) {
    const answer = await look(path);
    expect(await answer.text()).not.toContain('<script');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('deals are found by part of a name, of a client, in any letter case, and by stage; pages are counted', async () => {
  org.store.batch(() => {
    for (let number = 2; number <= 120; number += 1) {
      org.store.createOpportunity({ number, name: `Deal ${number}`, stageName: 'Negotiation', closeDate: '2026-12-01' });
    }
  });
  expect(await text(`/?q=${encodeURIComponent('ŻÓŁW')}`)).toContain(DEAL);
  expect(await text('/?q=deal+77')).toContain('1 to 1 of 1');
  expect(await text('/?stage=Negotiation&page=3')).toContain('101 to 119 of 119');
  expect(await text('/?q=nothing')).toContain('No deal matches');
  expect((await look('/?page=x')).status).toBe(200);
  expect((await look('/?page=99')).status).toBe(200);
});

test('a click moves the stage, and the history shows it', async () => {
  const moved = await act(`/deals/${DEAL}/stage`, { stage: 'Closed Won' });
  expect([moved.status, moved.headers.get('location')]).toEqual([303, `/deals/${DEAL}?saved=1`]);
  expect(org.store.opportunities.required(DEAL)).toMatchObject({ stageName: 'Closed Won', won: true });
  expect(org.store.histories.of(DEAL)).toHaveLength(2);
});

test('name, amount and close date are edited; a refusal says why and changes nothing', async () => {
  await act(`/deals/${DEAL}`, { name: 'Portal', amount: '99,90', closeDate: '2027-02-03' });
  expect(org.store.opportunities.required(DEAL)).toMatchObject({ name: 'Portal', amount: '99.90', closeDate: '2027-02-03' });
  for (const form of [{ name: '', amount: '', closeDate: '2027-02-03' }, { name: 'x', amount: 'much', closeDate: '2027-02-03' }, { name: 'x', amount: '', closeDate: '' }]) {
    const refused = await act(`/deals/${DEAL}`, form);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Not done');
  }
  expect(org.store.opportunities.required(DEAL).name).toBe('Portal');
});

test('a deal is deleted, found in the recycle bin, and restored', async () => {
  await act(`/deals/${DEAL}/delete`, {});
  expect(await text('/')).not.toContain(DEAL);
  expect(await text('/?deleted=1')).toContain(DEAL);
  expect(await text(`/deals/${DEAL}`)).toContain('recycle bin');
  await act(`/deals/${DEAL}/undelete`, {});
  expect(await text('/')).toContain(DEAL);
});

test('a client is merged into another', async () => {
  await act(`/deals/${DEAL}/merge-client`, { into: '001Op0000000002IAA' });
  expect(org.store.opportunities.required(DEAL).accountId).toBe('001Op0000000002IAA');
  expect((await act(`/deals/${DEAL}/merge-client`, { into: 'x' })).status).toBe(400);
});

test('stages are added, renamed and taken out of use', async () => {
  await act('/setup/stages', { name: 'Internally Won', probability: '90', kind: 'open' });
  await act('/setup/stages/rename', { stage: 'Negotiation', name: 'Talks' });
  await act('/setup/stages/active', { stage: 'Prospecting', active: '0' });
  expect(org.store.stages.all().filter(({ active }) => active).map(({ apiName }) => apiName)).toEqual(['Talks', 'Closed Won', 'Closed Lost', 'Internally Won']);
  expect((await act('/setup/stages', { name: 'Talks', probability: '90', kind: 'open' })).status).toBe(400);
  expect((await act('/setup/stages', { name: 'New', probability: '', kind: 'open' })).status).toBe(400);
  expect((await act('/setup/stages/active', { stage: 'None such', active: '0' })).status).toBe(400);
  expect(await text(`/deals/${DEAL}`)).toContain('not an active stage any more');
});

test('the secret of the Flow is kept and never shown, and a test can be sent', async () => {
  await act('/setup/flow', { url: 'https://example.invalid/hook', secret: 'deep-secret', on: '1' });
  await act('/setup/flow', { url: 'https://example.invalid/hook', secret: '', on: '1' });
  expect(org.flow.read()).toEqual({ url: 'https://example.invalid/hook', secret: 'deep-secret', on: true });
  expect(await text('/setup')).not.toContain('deep-secret');
  expect((await act('/setup/flow', { url: 'javascript:alert(1)', secret: '', on: '1' })).status).toBe(400);
  expect((await act('/setup/flow/test', {})).status).toBe(303);
  expect(await text('/setup')).toContain('delivered');
});

test.each([
  ['en', 'Outbound message: tell', 'Endpoint URL', 'Set to 85 % used', 'given up'],
  ['pl', 'Outbound message: powiadamianie', 'Adres docelowy', 'Ustaw zużycie na 85%', 'zaniechano'],
])('the outbound message is set up, tried and watched (%s)', async (language, heading, endpoint, budget, givenUp) => {
  expect((await act('/setup/outbound-message', { url: ' https://example.invalid/soap/secret ', on: '1' })).status).toBe(303);
  expect(org.outboundMessage.read()).toEqual({ url: 'https://example.invalid/soap/secret', on: true });
  expect((await act('/setup/outbound-message', { url: 'file:///etc', on: '1' })).status).toBe(400);
  expect((await act('/setup/outbound-message/test', {})).status).toBe(303);
  expect(org.flow.deliveries(5)).toEqual([]);
  const page = await text('/setup', language);
  for (const part of [heading, endpoint, budget, 'https://example.invalid/soap/secret', '202']) expect(page).toContain(part);
  org.clock.advance(24 * 3_600);
  await org.runDue();
  expect(await text('/setup', language)).toContain(givenUp);
  await act('/setup/outbound-message', { url: '' });
  expect(org.outboundMessage.read()).toEqual({ url: '', on: false });
});

test('a person can let most of the calls be used, and sees how many', async () => {
  await act('/setup/act', { act: 'useMuch' });
  expect(org.budget.used()).toBe(85_000);
  expect(await text('/setup')).toContain('85,000 of 100,000');
  expect((await org.data('/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=85001/100000');
});

test('faults are ordered and called off', async () => {
  await act('/setup/faults', { times: '2', kind: '503', path: '/query' });
  expect(org.faults.all()).toEqual([{ path: '/query', kind: 'status', status: 503, times: 2 }]);
  expect((await act('/setup/faults', { times: '0', kind: '503', path: '' })).status).toBe(400);
  expect((await act('/setup/faults', { times: '1', kind: 'wish', path: '' })).status).toBe(400);
  await act('/setup/act', { act: 'clearFaults' });
  expect(org.faults.all()).toEqual([]);
  await act('/setup/act', { act: 'expireSessions' });
  expect((await org.data('/limits')).status).toBe(401);
  await org.login();
  await act('/setup/act', { act: 'useUp' });
  expect((await org.data('/limits')).status).toBe(403);
  await act('/setup/act', { act: 'restore' });
  expect((await org.data('/limits')).status).toBe(200);
  await act('/setup/act', { act: 'block' });
  expect(org.store.settings.read(FLOW_BLOCKED)).toBe('true');
});

test('another site cannot act here in a person\'s name, and an unknown deal is said to be unknown', async () => {
  expect((await act(`/deals/${DEAL}/delete`, {}, { Origin: 'https://evil.example' })).status).toBe(403);
  expect(org.store.opportunities.required(DEAL).deleted).toBe(false);
  expect(await text('/deals/006x')).toContain('There is no such deal');
  expect((await act('/deals/006x/stage', { stage: 'Closed Won' })).status).toBe(400);
});

test('a deal is found under the addresses that Salesforce gives it', async () => {
  for (const path of ['/lightning/r/Opportunity/006Op0000000001/view', `/${DEAL}`, '/006Op0000000001']) {
    const answer = await fetch(`${org.url}${path}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/deals/${DEAL}`]);
  }
});
