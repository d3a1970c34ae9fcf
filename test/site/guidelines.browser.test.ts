import { acknowledgeGuidelines } from '../../src/contract/panel';
import { TestBrowser, type Visit } from './browser';
import { dealNames, day, issueKey, people, projects } from './small-company';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const goal = 'Klienci sami sprawdzają, gdzie jest przesyłka';

async function type(visit: Visit, label: string, text: string): Promise<void> {
  await visit.field(label).pressSequentially(text);
}

async function addPriorities(visit: Visit, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await visit.button('Add a priority').click();
    // A new priority takes the focus, so a person goes on typing.
    await visit.page.keyboard.type(text);
  }
}

const prioritiesOf = (visit: Visit): Promise<string[]> =>
  visit.screen.locator('.priority-rows input').evaluateAll((inputs) => inputs.map((input) => ('value' in input ? String(input.value) : '')));

it('an account manager links the deal, writes guidelines without losing a keystroke, publishes and compares', async () => {
  const visit = await browser.visit(test.site.urls.jira, 'lena');
  await visit.open(`/projects/${projects.portal.key}/apps/project/planner`);
  await visit.button('Link a deal').click();
  await type(visit, 'Client or name of the deal', 'portal');
  await visit.button(`Link ${dealNames.portal}`).click();
  await visit.screen.getByRole('heading', { name: dealNames.portal }).waitFor();
  await visit.sees('Nothing is planned without guidelines');

  await visit.screen.getByRole('link', { name: 'Guidelines' }).click();
  await visit.page.waitForURL('**/apps/project/guidelines');
  await visit.button('Write guidelines').click();
  await type(visit, 'Goal', goal);
  await type(visit, 'In scope', 'Portal, powiadomienia');
  await type(visit, 'Out of scope', 'Aplikacja mobilna');
  await type(visit, 'Budget', '480 000,50');
  await type(visit, 'Hours', '2400');
  await type(visit, 'What is billable', 'Analiza i wytwarzanie');
  // Reloads in the very moment of the last keystroke, before anything can have been sent.
  await visit.page.reload();

  await visit.button('Write guidelines').click();
  await until('the draft to be back', async () => (await visit.field('Goal').inputValue()) === goal);
  await expect(visit.field('Budget').inputValue()).resolves.toBe('480 000,50');
  await expect(visit.field('What is billable').inputValue()).resolves.toBe('Analiza i wytwarzanie');

  await visit.field('Start').fill(day(-14));
  await visit.field('End').fill(day(120));
  await visit.button('Add a milestone').click();
  await type(visit, 'What is reached', 'Odbiór etapu');
  await visit.field('Day').fill(day(60));
  await addPriorities(visit, ['Dostępność', 'Termin przed zakresem', 'Koszt']);
  await visit.button('Move priority 2 up').press('Enter');
  await until('the order to change', async () => (await prioritiesOf(visit))[0] === 'Termin przed zakresem');
  expect(await prioritiesOf(visit)).toEqual(['Termin przed zakresem', 'Dostępność', 'Koszt']);
  await visit.button('Add a line').click();
  await visit.page.keyboard.type('Developer');
  await visit.screen.getByRole('combobox', { name: 'Person' }).pressSequentially('Olg');
  await visit.screen.getByRole('option', { name: people.olga.name }).click();
  await visit.screen.getByRole('group', { name: 'Staffing line 1' }).getByLabel('To', { exact: true }).fill(day(60));
  await visit.button('Add a line').click();
  await visit.page.keyboard.type('Tester');
  await visit.picture('guidelines-editor');

  await visit.button('Review and publish').click();
  await visit.sees('These are the first guidelines of this project.');
  await visit.button('Publish version 1').click();
  await visit.sees('Version 1 is published');
  await visit.sees('Nobody has acknowledged version 1 yet. The button for it stands in the Opiekun panel of every issue.');

  await test.as('marek').ask({ issue: issueKey('portal', 1) }, acknowledgeGuidelines, { version: 1 });
  await visit.button('Edit guidelines').click();
  await visit.field('Budget').fill('500000');
  await visit.button('Remove priority 3').click();
  await visit.button('Review and publish').click();
  await visit.sees('What changes against version 1:');
  await visit.button('Publish version 2').click();
  await visit.sees('Version 2 is published');
  await visit.sees(/knows only version 1/u);

  await visit.button('Show the difference').click();
  const differences = visit.screen.getByRole('list', { name: /differences?$/u });
  await differences.waitFor();
  const told = await differences.innerText();
  expect(told).toMatch(/Budget[\s\S]*480,000\.50[\s\S]*500,000/u);
  expect(told).toMatch(/Removed[\s\S]*Koszt/u);
  await visit.button('Read version 1').click();
  await visit.screen.getByRole('heading', { name: 'Guidelines, version 1' }).waitFor();
  await visit.picture('guidelines-versions');
});

it('a product owner reads in the issue what changed, acknowledges by keyboard, and can change nothing', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await publish(test, 'shop');
  const marek = await browser.visit(test.site.urls.jira, 'marek');
  await marek.open(`/browse/${issueKey('shop', 1)}`);
  await marek.sees('Version 1 of the guidelines waits for your acknowledgement');
  await marek.sees('Klienci sami sprawdzają przesyłki');
  await marek.sees(/480,000/u);
  await marek.picture('panel-first');
  await marek.tabTo(/^ *Acknowledge version 1$/u);
  await marek.page.keyboard.press('Enter');
  await marek.sees('You acknowledged version 1.');
  // What was pressed is gone, and the focus stands where the outcome is said.
  await until('the focus to move', async () => (await marek.screen.locator(':focus').textContent())?.includes('You acknowledged version 1.') ?? false);

  await publish(test, 'shop', (draft) => ({ ...draft, budget: { ...draft.budget, hours: '2600' }, priorities: [...draft.priorities].reverse() }));
  await marek.page.reload();
  await marek.sees('The guidelines changed: version 2');
  await marek.sees('You acknowledged version 1. Since then:');
  await marek.sees('Order of priorities');
  await marek.picture('panel-changed');
  await marek.button('Acknowledge version 2').click();
  await marek.sees('You acknowledged version 2.');

  await marek.open(`/projects/${projects.shop.key}/apps/project/guidelines`);
  await marek.sees('acknowledged the current version');
  expect(await marek.button('Edit guidelines').count()).toBe(0);
  await marek.open(`/projects/${projects.shop.key}/apps/project/planner`);
  await marek.sees('No deal is linked');
  expect(await marek.button('Link a deal').count()).toBe(0);

  await lena.open(`/projects/${projects.shop.key}/apps/project/guidelines`);
  await lena.sees(people.marek.name);
  await lena.sees('acknowledged the current version');
});
