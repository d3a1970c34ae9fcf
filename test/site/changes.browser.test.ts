import { readGuidelines } from '../../src/contract/guidelines';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  test = await startTestSite();
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
});
afterEach(async () => {
  try {
    await browser.endVisits();
  } finally {
    await test.close();
  }
});
afterAll(() => browser.close());

const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};
const page = `/projects/${projects.portal.key}/apps/project/changes`;

it('from a proposal in an issue to the next guidelines, which are to be acknowledged', async () => {
  const marek = await visitIn('en_US', 'marek');
  await marek.open(`/browse/${issueKey('portal', 1)}`);
  await marek.button('Propose a scope change').click();
  await marek.screen.getByLabel('What is to change').fill('Returns <i>online</i>');
  await marek.button('Propose').click();
  await marek.sees('Say what comes in or goes out, or how many hours.');
  await marek.screen.getByLabel('Comes into scope').fill('Returns without a call');
  await marek.screen.getByLabel('Hours, with a minus for less').fill('40');
  await marek.button('Propose').click();
  await marek.sees('Proposed. The account manager sees it under Scope changes.');

  const lena = await visitIn('pl_PL', 'lena');
  await lena.open(page);
  await lena.sees('Returns <i>online</i>');
  await lena.button('Podejmij z klientem').click();
  await lena.sees('W negocjacji');
  await lena.button('Uzgodnij').click();
  await lena.screen.getByLabel('Na czym to się opiera').fill('Aneks nr 1');
  await lena.picture('scope-change');
  await lena.button('Uzgodnij i opublikuj').click();
  await lena.sees('Opublikowano jako wytyczne w wersji 2.');

  const view = await test.as('lena').ask({ project: projects.portal.key }, readGuidelines, {});
  expect(view.versions[0]).toMatchObject({ version: 2, change: { title: 'Returns <i>online</i>' } });
  await marek.open(`/browse/${issueKey('portal', 1)}`);
  await marek.button(/acknowledge|read it/iu).first().waitFor();
});

it('moves a milestone and adds one, sold with a deal, from the proposal to the guidelines', async () => {
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await visitIn('pl_PL', 'lena', { width: 320 });
  await lena.open(page);
  await lena.button('Zaproponuj zmianę').click();
  await lena.screen.getByLabel('Co ma się zmienić').fill('Odbiór później');
  await lena.button('Przesuń lub dodaj kamień milowy').click();
  await lena.button('Zaproponuj').click();
  await lena.sees('Wybierz dzień.');
  await lena.screen.getByLabel('Nowy dzień').fill(day(75));
  await lena.button('Przesuń lub dodaj kamień milowy').click();
  await lena.screen.getByLabel('Co osiągamy').fill('Wersja próbna');
  await lena.screen.getByLabel('Nowy dzień').nth(1).fill(day(50));
  await lena.screen.getByLabel('Szansa sprzedaży, z którą się wiąże (nieobowiązkowo)').selectOption({ index: 1 });
  await lena.picture('scope-change-milestones-form-dark-320');
  await lena.button('Zaproponuj').click();
  await lena.button('Uzgodnij').click();
  await lena.picture('scope-change-milestones-dark-320');
  await lena.button('Uzgodnij i opublikuj').click();
  await lena.sees('Opublikowano jako wytyczne w wersji 2.');

  const { current } = await test.as('lena').ask({ project: projects.portal.key }, readGuidelines, {});
  expect(current?.guidelines.schedule.milestones).toEqual([
    { id: 'milestone001', name: 'Odbiór etapu', date: day(75) },
    { id: expect.any(String), name: 'Wersja próbna', date: day(50) },
  ]);
});

it('says why the guidelines cannot take a change, in the dark and at 320 px', async () => {
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await visitIn('en_US', 'lena', { width: 320 });
  await lena.open(page);
  await lena.button('Propose a change').click();
  await lena.screen.getByLabel('What is to change').fill('Half of it');
  await lena.screen.getByLabel(/^Budget, more or less/u).fill('-9 999 999,00');
  await lena.button('Propose').click();
  await lena.button('Agree').click();
  await lena.button('Agree and publish').click();
  await lena.sees('The budget would fall below zero.');
  await lena.picture('scope-change-refused-dark-320');
});
