import { readBilling, saveDocument } from '../../src/contract/billing';
import { readGate, requestReview } from '../../src/contract/gate-operations';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects, stages, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

/** A project with an invoice that is overdue, a review that waits, and an entry that somebody changed in Tempo. */
beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
  const { salesforce, tempo, host } = test.site;
  salesforce.store.moveStage(test.deals.portal, stages.internallyWon);
  await link(test, 'portal', 'portal');
  await until('the entries', () => tempo.store.plans.search({}).length === 2);
  await host.idle();
  const [plan] = tempo.store.plans.search({ accountIds: [people.olga.accountId] });
  if (plan === undefined) throw new Error('Olga has no entry');
  tempo.store.plans.replace(plan, { ...plan, endDate: day(30) }, undefined);
  await untilSync(test, 'portal', 'drifted');
  const spot = { project: projects.portal.key };
  const { revision, deals } = await test.as('lena').ask(spot, readBilling);
  await test.as('lena').ask(spot, saveDocument, { revision, id: null, document: { dealId: deals[0]?.id, kind: 'invoice', number: 'FV/7', amount: '48000.00', currency: 'PLN', issuedOn: day(-30), dueOn: day(-3), settledOn: null } });
  await test.as('marek').ask({ issue: issueKey('portal', 1) }, requestReview, { note: '', recipient: 'Ewa z działu sprzedaży', dueOn: day(2) });
  await test.as('marek').ask({ issue: issueKey('portal', 2) }, requestReview, { note: '', recipient: '', dueOn: day(20) });
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};

it('shows in the morning what waits, settles it in place, and puts the rest off with a reason', async () => {
  const lena = await visitIn('pl_PL', 'lena');
  await lena.open('/apps/portfolio/today');
  await lena.sees('Faktura FV/7 nie jest zapłacona');
  await lena.sees('POR-1 czeka na go albo no-go; odbiorca: Ewa z działu sprzedaży');
  await lena.picture('today');
  await lena.button('Zapłacona').click();
  await lena.button('Jest zapłacona').click();
  await lena.sees(/^Załatwione: Rozliczenie, /u);
  await lena.screen.locator('.today-item', { hasText: 'FV/7' }).waitFor({ state: 'detached' });

  const review = lena.screen.locator('.today-item', { hasText: 'POR-1' });
  await review.getByRole('button', { name: 'Odłóż' }).click();
  await review.locator('form').getByRole('button', { name: 'Odłóż' }).click();
  await lena.sees('Napisz, dlaczego to może poczekać: sprawa wróci z tym powodem.');
  await review.getByLabel('Dlaczego to może poczekać').fill('Klient jest na urlopie');
  await review.locator('form').getByRole('button', { name: 'Odłóż' }).click();
  await review.waitFor({ state: 'detached' });
  await lena.button(/Odłożone: 1/u).click();
  await lena.sees(/Klient jest na urlopie/u);
  await lena.button('Przywróć na listę').click();
  await review.waitFor();

  await review.getByRole('button', { name: 'Zdecyduj' }).click();
  await lena.sees('Dane do decyzji');
  await review.getByRole('radio', { name: /^Brak zgody/u }).check();
  await review.getByLabel('Powody i co musi się zmienić').fill('Menu nie działa');
  await review.getByRole('button', { name: 'Zamknij', exact: true }).click();
  expect(await lena.screen.locator(':focus').textContent()).toBe('Zdecyduj');
  await review.getByRole('button', { name: 'Zdecyduj' }).click();
  await review.getByRole('radiogroup').first().waitFor();
  for (const group of await review.getByRole('radiogroup').all()) await group.getByRole('radio').first().check();
  await lena.picture('today-review');
  await review.getByRole('button', { name: 'Podpisz decyzję' }).dblclick();
  await lena.sees(/^Załatwione: Bramka odbioru, /u);
  await review.waitFor({ state: 'detached' });
  expect(await lena.screen.locator(':focus').textContent()).toMatch(/POR-2/u);
  expect(await test.as('lena').ask({ project: projects.portal.key }, readGate)).toMatchObject({ decided: [{ decision: { verdict: { kind: 'noGo' }, reason: 'Menu nie działa' } }] });

  const drift = lena.screen.locator('.today-item', { hasText: 'Ktoś zmienił 1 wpis' });
  await drift.getByRole('button', { name: 'Wybierz' }).click();
  await drift.getByRole('button', { name: 'Zostaw zmianę z Tempo' }).waitFor();
  await lena.picture('today-drift');
  await drift.getByRole('button', { name: 'Zostaw zmianę z Tempo' }).click();
  await lena.sees(/^Załatwione: Planner, /u);
  await drift.waitFor({ state: 'detached' });
  await untilSync(test, 'portal', 'inStep');
});

it('lists projects with a view that is kept, in the dark and at 320 px', async () => {
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await visitIn('en_US', 'lena', { theme: 'dark', width: 320 });
  await lena.open('/apps/portfolio/projects');
  await lena.sees('Portal klienta');
  await lena.field('Stage').selectOption({ label: 'Won' });
  await lena.sees('No project fits. Choose something else.');
  await lena.field('Name of the view').fill('Won ones');
  await lena.button('Save this view').click();
  await lena.field('Saved view').selectOption('');
  await lena.sees('Portal klienta');
  await lena.field('Saved view').selectOption('Won ones');
  await lena.sees('No project fits. Choose something else.');
  await lena.field('Saved view').selectOption('');
  await lena.picture('projects-dark-320');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.open('/apps/portfolio/today');
  await lena.screen.locator('.today-item').first().waitFor();
  await lena.picture('today-dark-320');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
});

it.each([
  { language: 'pl_PL', theme: 'light', words: { whose: 'Projekty wszystkich', others: 'Załatwia to opiekun klienta.', goals: 'Cele', outlook: /^Jak skończy się/u, pipeline: 'Lejek sprzedaży', value: 'Ważona wartość zamykanych szans', staffing: 'Obsada' } },
  { language: 'en_US', theme: 'dark', words: { whose: "Everybody's projects", others: 'The account manager settles it.', goals: 'Goals', outlook: /^How Q\d \d{4} will end/u, pipeline: 'Pipeline', value: 'Weighted value of deals closing', staffing: 'Staffing' } },
] as const)('is the Monday of the head of sales, who manages nothing: everybody’s projects, the goals, the pipeline, the people ($language, $theme)', async ({ language, theme, words }) => {
  test.site.jira.store.people.setTheme(people.iga.accountId, theme);
  await test.site.host.runSchedule('clients');
  const iga = await visitIn(language, 'iga', { theme });
  await iga.open('/apps/portfolio/today');
  await iga.screen.locator('.today-item').first().waitFor();
  await iga.screen.getByRole('button', { name: words.whose, pressed: true }).waitFor();
  await iga.sees(words.others);
  await iga.picture(`monday-today-${theme}`);
  for (const [section, shown] of [[words.goals, words.outlook], [words.pipeline, words.value], [words.staffing, words.staffing]] as const) {
    await iga.screen.getByRole('link', { name: section, exact: true }).click();
    await iga.sees(shown);
    expect(await iga.sideways()).toEqual({ page: 0, screen: 0 });
    await iga.picture(`monday-${section}-${theme}`);
  }
});

it('is a quiet page for who manages nothing and sees nothing', async () => {
  const leon = await visitIn('en_US', 'leon');
  await leon.open('/apps/portfolio/today');
  await leon.sees('Nothing waits for you');
});
