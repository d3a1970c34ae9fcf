import { demoCredentials } from '../../local/demo/credentials';
import { TestBrowser, type Visit } from './browser';
import { people, stages } from './small-company';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

const { salesforce, tempo } = demoCredentials;
const wrongSecret = 'wrong-secret-of-the-connect-test';
const weakToken = 'token-without-plans-of-the-connect-test';

let test: TestSite;
let connected: TestSite | undefined;
let browser: TestBrowser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
  test.site.tempo.store.tokens.create({ name: 'Worklogs only', ownerId: people.iga.accountId, scopes: ['worklogs:view'], secret: weakToken });
});
afterEach(async () => {
  try {
    await browser.endVisits();
  } finally {
    await connected?.close();
    connected = undefined;
  }
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

async function connectSalesforce(visit: Visit, values: { myDomain: string; secret: string }): Promise<void> {
  const section = visit.screen.getByRole('region', { name: 'Salesforce', exact: true });
  await section.getByLabel('My Domain address').fill(values.myDomain);
  await section.getByLabel('Client id').fill(salesforce.clientId);
  await section.getByLabel('Client secret').fill(values.secret);
  await section.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function connectTempo(visit: Visit, token: string): Promise<void> {
  const section = visit.screen.getByRole('region', { name: 'Tempo', exact: true });
  await section.getByLabel('Region').selectOption('eu');
  await section.getByLabel('API token').fill(token);
  await section.getByRole('button', { name: 'Connect', exact: true }).click();
}

it('connects Salesforce and Tempo from nothing, maps the stages and never shows a secret again', async () => {
  const visit = await browser.visit(test.site.urls.jira, 'iga');
  await visit.open('/settings/apps/settings');
  await visit.sees('Opiekun is not connected to both systems yet');

  await connectSalesforce(visit, { myDomain: 'nobody-here.my.salesforce.com', secret: salesforce.clientSecret });
  await visit.sees(/No Salesforce organisation answers at this address/u);
  await connectSalesforce(visit, { myDomain: salesforce.myDomain, secret: wrongSecret });
  await visit.sees(/The client secret is wrong\. In Setup/u);
  await connectSalesforce(visit, { myDomain: salesforce.myDomain, secret: salesforce.clientSecret });
  await visit.screen.getByRole('region', { name: 'Salesforce', exact: true }).getByText(/^Connected .+, organisation/u).waitFor();

  await connectTempo(visit, 'no-such-token');
  await visit.sees(/Tempo refuses the token/u);
  await connectTempo(visit, weakToken);
  await visit.sees(/The token may not see plans\. In Tempo, open Settings/u);
  await connectTempo(visit, tempo.token);
  await visit.sees('Everything that is needed works');

  const mapping = visit.screen.getByRole('region', { name: 'Stages', exact: true });
  await mapping.getByText('5 stages are not mapped').waitFor();
  const meaning = (stage: string) => mapping.getByRole('combobox', { name: new RegExp(stage, 'u') });
  await expect(meaning('Negotiation/Review').inputValue()).resolves.toBe('negotiation');
  await expect(meaning('Closed Lost').inputValue()).resolves.toBe('lost');
  await meaning('Internally Won').selectOption('internallyWon');
  await mapping.getByRole('button', { name: 'Save' }).click();
  await visit.sees('Saved. Linked deals are brought in step.');

  await visit.button('Make a secret').click();
  await visit.sees('Copy this secret now');
  const signalSecret = await visit.screen.locator('.note code').textContent();
  expect(signalSecret?.length).toBeGreaterThanOrEqual(32);
  await visit.picture('settings-connected');

  const seenBefore = visit.answers.length;
  await visit.page.reload();
  // How the connections fare has tests of its own; on a busy machine an answer may come late and be shown as trouble.
  await visit.screen.locator('.health-card').first().waitFor();
  await mapping.getByRole('combobox').first().waitFor();
  const typedIn = await visit.screen.locator('input').evaluateAll((inputs) => inputs.map((input) => ('value' in input ? String(input.value) : '')));
  const shown = [...typedIn, await visit.screen.locator('body').innerHTML(), ...visit.answers.slice(seenBefore)].join('\n');
  for (const secret of [salesforce.clientSecret, tempo.token, signalSecret ?? '', wrongSecret, weakToken]) expect(shown).not.toContain(secret);
  // Nothing that came over the wire held one, not even right after it was sent.
  for (const secret of [salesforce.clientSecret, tempo.token, signalSecret ?? '']) expect(visit.answers.join('\n')).not.toContain(secret);
});

it('warns of a stage that was renamed in Salesforce', async () => {
  connected = await startTestSite();
  const visit = await browser.visit(connected.site.urls.jira, 'iga');
  await visit.open(`${connected.site.urls.salesforce}/setup?lang=en`);
  await visit.page.getByLabel(/Internally Won/u).first().fill('Won inside');
  await visit.page.getByRole('row', { name: /Internally Won/u }).getByRole('button', { name: 'Rename' }).click();
  await visit.open('/settings/apps/settings');
  await visit.sees('1 mapped stage is no longer in Salesforce');
  await visit.sees('1 stage is not mapped');
  const mapping = visit.screen.getByRole('region', { name: 'Stages', exact: true });
  await mapping.getByText(stages.internallyWon, { exact: true }).waitFor();
  await visit.picture('settings-vanished-stage');
  await mapping.getByRole('combobox', { name: /Won inside/u }).selectOption('internallyWon');
  await mapping.getByRole('button', { name: 'Save' }).click();
  await visit.sees('Saved. Linked deals are brought in step.');
  expect(await mapping.getByText('1 mapped stage is no longer in Salesforce').count()).toBe(0);
});
