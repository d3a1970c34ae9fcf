import type { Locator } from 'playwright-core';
import { TestBrowser, type Visit } from './browser';
import { projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { moveDeal, pressInSetup, setupOf } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
let iga: Visit;
let seller: Visit;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
});
beforeEach(async () => {
  [iga, seller] = [await browser.visit(test.site.urls.jira, 'iga'), await browser.visit(test.site.urls.jira, 'leon')];
  await iga.open('/settings/apps/settings');
  await way('Flow (HTTP callout)').waitFor();
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const signals = (): Locator => iga.screen.getByRole('region', { name: 'Signals from Salesforce', exact: true });
const way = (name: 'Flow (HTTP callout)' | 'Outbound Message'): Locator => signals().getByRole('region', { name, exact: true });

/** Reads what came last anew, until the screen says so. */
const untilNews = (text: string | RegExp): Promise<true> =>
  until(`the news ${String(text)}`, async () => {
    await iga.button('Look again').click();
    return (await signals().locator('.signal-news').getByText(text).count()) > 0;
  });

/** What a part of Salesforce's setup says of the latest thing that it sent. */
const lastDelivery = (part: Locator): Promise<string> => part.getByRole('row').nth(1).innerText();

const plans = () => test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] });
const untilEntries = (beginning: string): Promise<true> =>
  until(`entries that begin with ${beginning}`, async () => plans().length === 2 && plans().every(({ description }) => description.startsWith(beginning)));

async function setFlow(values: { readonly on: boolean; readonly secret?: string }): Promise<void> {
  const flow = await setupOf(seller, test, /^Flow/u);
  if (values.secret !== undefined) await flow.locator('input[name="secret"]').fill(values.secret);
  await flow.locator('input[name="on"]').setChecked(values.on);
  await pressInSetup(seller, flow, 'Save');
}

async function setOutboundMessage(url: string, on = true): Promise<void> {
  const message = await setupOf(seller, test, /^Outbound message/u);
  await message.locator('input[name="url"]').fill(url);
  await message.locator('input[name="on"]').setChecked(on);
  await pressInSetup(seller, message, 'Save');
}

/** Makes a secret as the administrator does, and takes what is shown the one time. */
async function make(name: Parameters<typeof way>[0], button: string): Promise<string> {
  await way(name).getByRole('button', { name: button, exact: true }).click();
  await way(name).locator('.note code').waitFor();
  return (await way(name).locator('.note code').textContent()) ?? '';
}

it('an outbound message, with the address that was copied whole, carries the deal into the planner; a wrong one is refused with why', async () => {
  await setFlow({ on: false });
  const address = await make('Outbound Message', 'Make an address with a secret');
  expect(address).toMatch(/^http:.+\/[\w-]{32,}$/u);
  await iga.picture('signals-address');
  // A frame on this site may not write to the clipboard; the address is selected instead.
  iga.expectTrouble(/Clipboard API has been blocked/u);
  await way('Outbound Message').getByRole('button', { name: 'Copy the whole address' }).click();
  await way('Outbound Message').getByText(/^Copied$|^Selected/u).waitFor();
  await setOutboundMessage(address);

  await moveDeal(seller, test, 'portal', stages.negotiation);
  await untilEntries('Negocjacje');
  await untilNews('The last signal came now');
  await signals().locator('.signal-accepted').getByText(/Outbound Message · 1 deal$/u).waitFor();
  await iga.picture('signals-by-outbound-message');
  // It is shown the one time only.
  await iga.page.reload();
  await way('Outbound Message').getByRole('button', { name: 'Make a new address', exact: true }).waitFor();
  expect(await signals().innerText()).not.toContain(address);

  await setOutboundMessage(`${address.slice(0, -4)}AAAA`);
  await moveDeal(seller, test, 'portal', stages.internallyWon);
  await untilNews(/^The last signal was refused: its secret or signature is wrong/u);
  await signals().getByText(/^Salesforce has another secret than Opiekun/u).waitFor();
  await iga.picture('signals-refused');
  expect(plans().every(({ description }) => description.startsWith('Negocjacje'))).toBe(true);

  await setOutboundMessage(address);
  await moveDeal(seller, test, 'portal', stages.won);
  await untilEntries('Portal');
  await untilNews(/^Refused before that: its secret or signature is wrong/u);
  await setOutboundMessage(address, false);
});

it('after a new secret of the Flow the earlier one goes on working, until the button ends it', async () => {
  await setFlow({ on: true });
  const secret = await make('Flow (HTTP callout)', 'Make a new secret');
  await way('Flow (HTTP callout)').getByText(/^The earlier one is good until/u).waitFor();
  await iga.picture('signals-two-secrets');
  await moveDeal(seller, test, 'portal', stages.negotiation);
  await untilEntries('Negocjacje');
  await until('the screen to say by what', async () => {
    await iga.button('Look again').click();
    return (await signals().locator('.signal-accepted').getByText(/Flow \(HTTP callout\) · 1 deal$/u).count()) > 0;
  });

  await iga.button('End the earlier one now').click();
  await way('Flow (HTTP callout)').getByText(/^The earlier one is good until/u).waitFor({ state: 'detached' });
  await moveDeal(seller, test, 'portal', stages.internallyWon);
  await until('Salesforce to be refused', async () => (await lastDelivery(await setupOf(seller, test, /^Flow/u))).includes('401'));
  await test.site.host.idle();
  expect(plans().every(({ description }) => description.startsWith('Negocjacje'))).toBe(true);

  await setFlow({ on: true, secret });
  await moveDeal(seller, test, 'portal', stages.won);
  await untilEntries('Portal');
});

it('a test signal of either way says that the stored secret is good, and is counted as the last one', async () => {
  await iga.button('Send a test signal as the Flow does').click();
  await way('Flow (HTTP callout)').getByText(/^Accepted: the stored secret is good/u).waitFor();
  await signals().locator('.signal-accepted').getByText(/Flow \(HTTP callout\)/u).first().waitFor();
  await iga.button('Send a test signal as the Outbound Message does').click();
  await way('Outbound Message').getByText(/^Accepted: the stored secret is good/u).waitFor();
  await iga.picture('signals-tested');
});
