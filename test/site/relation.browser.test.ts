import { readPlan } from '../../src/contract/account-plan';
import { TestBrowser, type Visit } from './browser';
import { people, projects, type PersonName } from './small-company';
import { link, startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  test = await startTestSite();
  await link(test, 'portal', 'portal');
});
afterEach(async () => {
  try {
    await browser.endVisits();
  } finally {
    await test.close();
  }
});
afterAll(() => browser.close());

const clientPage = `/projects/${projects.portal.key}/apps/project/client`;
const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};
const part = async (visit: Visit, name: string): Promise<void> => visit.screen.getByRole('group').first().getByRole('button', { name, exact: true }).click();

it.each(['pl_PL', 'en_US'] as const)('writes the relation log line by line by keyboard, in %s', async (language) => {
  const say = {
    pl_PL: { relation: 'Relacja', about: /Czego dotyczyło/u, kind: 'Rodzaj', need: 'Potrzeba', needs: /Czego klient potrzebuje/u, waiting: 'Czeka na odpowiedź', answer: /^Odpowiedz/u, how: 'Jak odpowiedziano', answered: /Odpowiedź z/u, satisfaction: 'Zadowolenie', score: 'Ocena', chart: /1 ocena/u, missing: 'Napisz choć kilka słów.' },
    en_US: { relation: 'Relation', about: /What it was about/u, kind: 'Kind', need: 'Need', needs: /What the client needs/u, waiting: 'Waiting for an answer', answer: /^Answer/u, how: 'How it was answered', answered: /Answered on/u, satisfaction: 'Satisfaction', score: 'Score', chart: /1 score/u, missing: 'Write at least a few words.' },
  }[language];
  const lena = await visitIn(language, 'lena', { width: 320, height: 900, theme: language === 'pl_PL' ? 'dark' : 'light' });
  const press = (key: string): Promise<void> => lena.page.keyboard.press(key);
  await lena.open(clientPage);
  await lena.screen.getByRole('button', { name: say.relation, exact: true }).waitFor();
  await lena.tabTo(new RegExp(`^\\s*${say.relation}$`, 'u'));
  await press('Enter');
  await lena.screen.getByLabel(say.kind, { exact: true }).waitFor();
  await lena.tabTo(say.about);
  await press('Enter');
  await lena.sees(say.missing);
  await lena.page.keyboard.type('<b>Roadmap</b> of spring');
  await press('Enter');
  await lena.screen.locator('.relation-line', { hasText: '<b>Roadmap</b> of spring' }).waitFor();
  // The field is empty and has the focus: the next line follows at once.
  await lena.page.keyboard.type('Second thing');
  await press('Enter');
  await lena.screen.locator('.relation-line', { hasText: 'Second thing' }).waitFor();

  await lena.screen.getByLabel(say.kind, { exact: true }).focus();
  await lena.page.keyboard.type(say.need);
  await lena.tabTo(say.needs);
  await lena.page.keyboard.type('A faster search');
  await press('Enter');
  await lena.sees(say.waiting);
  await lena.screen.getByRole('button', { name: say.answer }).first().focus();
  await press('Enter');
  await lena.field(say.how).fill('An index');
  await lena.field(say.how).press('Enter');
  await lena.screen.locator('blockquote', { hasText: 'An index' }).getByText(say.answered).waitFor();
  expect(await lena.screen.getByText(say.waiting).count()).toBe(0);

  await lena.screen.getByLabel(say.kind, { exact: true }).selectOption('satisfaction');
  await lena.field(say.score).selectOption('nps:9');
  await lena.field(say.score).focus();
  await lena.tabTo(/Komentarz|Comment/u);
  await press('Enter');
  await lena.screen.getByRole('img', { name: say.chart }).waitFor();
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.picture(`relation-320-${language}`);
});

it('brings a plan from the account manager to the head of sales and back', async () => {
  // Jira's administrators see the portfolio, unless somebody takes it from them.
  const [lena, iga] = [await visitIn('en_US', 'lena'), await visitIn('pl_PL', 'iga')];
  await lena.open(clientPage);
  await part(lena, 'Account plan');
  await lena.button('Begin the plan').click();
  await lena.button('Submit for validation').click();
  await lena.sees('The head of sales needs the budget that was agreed.');
  await lena.field('Annual budget agreed with the client').fill('1,200,000');
  await lena.field('Growth on the year before, in %').fill('20');
  await lena.field('Rules of the partnership').fill('Net 14 days');
  await lena.button('Add a goal').click();
  await lena.page.keyboard.type('The mobile app');
  await lena.button('Submit for validation').click();
  await lena.screen.locator('.lozenge', { hasText: 'waiting for validation' }).waitFor();
  expect(await lena.screen.getByRole('button', { name: 'Validate the plan' }).count()).toBe(0);
  await lena.picture('plan-submitted');

  await iga.open('/apps/portfolio/clients');
  await iga.sees('Plany klientów do zatwierdzenia');
  await iga.screen.getByRole('button', { name: /Spedycja Wilga, \d{4}/u }).click();
  await part(iga, 'Plan klienta');
  await iga.button('Zwróć').click();
  await iga.sees('Napisz, co trzeba zmienić.');
  await iga.button('Zatwierdź plan').click();
  await iga.screen.locator('.lozenge', { hasText: 'zatwierdzony' }).waitFor();
  await iga.picture('plan-validated-pl');

  await lena.open(clientPage);
  await part(lena, 'Account plan');
  await lena.sees(/Validated by/u);
  await lena.sees('Iga Borowik');
  await lena.button('Begin a new version').click();
  await lena.field('Growth on the year before, in %').fill('30');
  await lena.button('Submit for validation').click();
  await lena.sees('What this version changes');
  await iga.open('/apps/portfolio/clients');
  await iga.sees('Plany klientów do zatwierdzenia');
  const year = new Date().getFullYear();
  const clientId = test.site.salesforce.store.accounts.findByName('Spedycja Wilga')?.id;
  expect(await test.as('lena').ask('portfolio', readPlan, { clientId, year })).toMatchObject({ current: { number: 2, state: 'submitted', changes: [{ field: 'growth', before: '20', after: '30' }] }, mayDecide: false });
});

it('shows on the overview what is to be put right in Salesforce, with the way there', async () => {
  const lena = await visitIn('en_US', 'lena');
  await lena.open(clientPage);
  await lena.sees('To put right in Salesforce');
  await lena.sees('no billing city');
  await lena.sees('no next step');
  const account = test.site.salesforce.store.accounts.findByName('Spedycja Wilga')?.id ?? '';
  expect(await lena.screen.getByRole('link', { name: 'Spedycja Wilga' }).first().getAttribute('href')).toContain(account);
  await lena.picture('client-fresh');
});
