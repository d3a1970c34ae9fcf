import { readBilling } from '../../src/contract/billing';
import { readProjectMargin, readRates, refreshMargin } from '../../src/contract/margin';
import { readMargins } from '../../src/contract/margin-portfolio';
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

const portal = { project: projects.portal.key };
const page = (section: string): string => `/projects/${projects.portal.key}/apps/project/${section}`;
const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};

/** Olga logged so many hours on each of the last days that were worked. */
function log(days: number, hours: number): void {
  const issueId = test.site.jira.store.issues.find(issueKey('portal', 1))?.id ?? '';
  for (let back = 1; back <= days; back += 1) {
    test.site.tempo.store.worklogs.add({ issueId, projectId: projects.portal.id, authorId: people.olga.accountId, day: day(-back), seconds: hours * 3600, billableSeconds: hours * 3600, description: '' });
  }
}

/** As the administrator, on the settings page: a rate of the role that Olga has in the guidelines. */
async function setRate(iga: Visit, cost: string, price: string): Promise<void> {
  await iga.open('/settings/apps/settings');
  const rates = iga.screen.getByRole('region', { name: 'Rates', exact: true });
  await rates.getByRole('button', { name: 'Add a role’s rate' }).click();
  await rates.locator('[name="role"]').fill('Developer');
  await rates.locator('[name="from"]').fill('2020-01-01');
  await rates.locator('[name="cost"]').fill(cost);
  await rates.locator('[name="billing"]').fill(price);
  await rates.getByRole('button', { name: 'Save rates' }).click();
  await rates.getByText('Holds today').waitFor();
}

it('from the company’s rates to a threat that is answered, on one page over all projects', async () => {
  log(20, 4);
  const [iga, lena, marek] = [await visitIn('en_US', 'iga'), await visitIn('en_US', 'lena'), await visitIn('en_US', 'marek')];
  await setRate(iga, '150,00', '200');

  await lena.open(page('margin'));
  await lena.button('Read it now').click();
  await lena.sees('The margin is below target');
  // By hand: 80 h at 200 bring 16,000 and at 150 cost 12,000: 25 %.
  await lena.sees('PLN 16,000');
  await lena.sees('PLN 12,000');
  await lena.tabTo(/What you will do about it/u);
  await lena.page.keyboard.type('A mid takes over from Monday.');
  await lena.tabTo(/Save the plan/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('A mid takes over from Monday.');
  await lena.picture('margin');

  await lena.open('/apps/portfolio/margins');
  await lena.sees('A mid takes over from Monday.');
  await lena.sees(/The margin to date is 25%|At completion the margin will be/u);
  await lena.sees('Spedycja Wilga');
  await lena.picture('portfolio-margins');

  await marek.open(page('margin'));
  await marek.sees('You see the budget without rates');
  await marek.open('/apps/portfolio/margins');
  await marek.sees('No margins yet');
  expect(marek.answers.join('\n')).not.toMatch(/"(?:12000|150)\.00"/u);
});

it('tells a product owner and a stranger nothing that a rate could be worked out from, whatever they call', async () => {
  log(5, 4);
  await visitIn('en_US', 'iga').then((iga) => setRate(iga, '150', '200'));
  const marek = test.as('marek');
  expect((await marek.ask(portal, readProjectMargin, {})).view.kind).toBe('burn');
  expect(await marek.ask('portfolio', readMargins, {})).toEqual({ projects: [], clients: [] });
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  expect(await marek.call(portal, refreshMargin)).toMatchObject(forbidden);
  expect(await marek.call(portal, readBilling)).toMatchObject(forbidden);
  expect(await marek.call(portal, readRates)).toMatchObject(forbidden);
  expect(await test.as('leon').ask('portfolio', readMargins, {})).toEqual({ projects: [], clients: [] });
});

it('reads Financial Manager where an administrator says so, and says when it is not there', async () => {
  log(10, 8);
  const { tempo } = test.site;
  tempo.store.projects.create({ name: 'Portal w Tempo', ownerId: people.lena.accountId, scope: { type: 'JIRA_PROJECTS', jiraProjectIds: [projects.portal.id] }, defaultCostRate: 10_000, defaultBillingRate: 25_000 });
  const [iga, lena] = [await visitIn('pl_PL', 'iga'), await visitIn('pl_PL', 'lena', { theme: 'dark' })];
  await iga.open('/settings/apps/settings');
  await iga.sees('Financial Manager zna 1 projekt.');
  await iga.screen.getByLabel('Tempo Financial Manager').check();
  await iga.sees('znaleziony');
  await iga.screen.locator('form', { has: iga.screen.getByLabel('Tempo Financial Manager') }).getByRole('button', { name: 'Zapisz', exact: true }).click();
  await iga.sees('Zapisano. Marże zostaną odczytane na nowo w ciągu godziny.');
  await test.site.host.idle();

  await lena.open(page('margin'));
  await lena.button('Odczytaj teraz').click();
  await lena.sees(/źródło: Tempo Financial Manager/u);
  // By hand: 80 h bring 20 000 and cost 8000: 60 %.
  await lena.sees(/60%/u);
  await lena.picture('margin-financial-manager-dark');
  tempo.store.financialSettings.set({ isLicensed: false });
  await lena.button('Odczytaj teraz').click();
  await lena.sees('Financial Manager nie jest dostępny dla tego tokenu');
  await lena.sees(/Poniżej są liczby z poprzedniego odczytu/u);
});

it.each(['pl_PL', 'en_US'] as const)('keeps invoices by keyboard and by file, in %s', async (language) => {
  const say = {
    pl_PL: { add: /Dodaj dokument/u, number: /Numer/u, amount: /Kwota netto/u, due: 'Termin', issued: 'Wystawiono', save: /^ *Zapisz *$/u, late: /dni po terminie/u, paid: /Zapłacono dziś/u, settled: 'rozliczony', import: 'Wczytaj z CSV', file: 'Plik CSV (UTF-8)', plan: 'Do dodania: 1, do zmiany: 0, bez zmian: 1.', left: '1 wiersz zostanie pominięty', go: 'Wczytaj', done: 'Dodano: 1, zmieniono: 0, bez zmian: 1.', missing: 'Podaj numer.' },
    en_US: { add: /Add a document/u, number: /Number/u, amount: /Amount without tax/u, due: 'Due', issued: 'Issued', save: /^ *Save *$/u, late: /days overdue/u, paid: /Paid today/u, settled: 'settled', import: 'Import from CSV', file: 'CSV file (UTF-8)', plan: 'To be added: 1, changed: 0, already there: 1.', left: '1 line is left out', go: 'Import', done: 'Added: 1, changed: 0, already there: 1.', missing: 'Write its number.' },
  }[language];
  const lena = await visitIn(language, 'lena', { width: 320, height: 900 });
  await lena.open(page('money'));
  await lena.screen.getByRole('button', { name: say.add }).waitFor();
  await lena.tabTo(say.add);
  await lena.page.keyboard.press('Enter');
  await lena.tabTo(say.save);
  await lena.page.keyboard.press('Enter');
  await lena.sees(say.missing);
  await lena.tabTo(say.number);
  await lena.page.keyboard.type('FV/1');
  await lena.tabTo(say.amount);
  await lena.page.keyboard.type(language === 'pl_PL' ? '1 234,50' : '1,234.50');
  await lena.field(say.issued).fill(day(-60));
  await lena.field(say.due).fill(day(-20));
  await lena.tabTo(say.save);
  await lena.page.keyboard.press('Enter');
  await lena.sees(say.late);
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });

  await lena.button(say.import).click();
  const csv = ['number;amount;issued;due', `FV/1;1234,50;${day(-60)};${day(-20)}`, `FV/2;100;${day(-1)};${day(20)}`, `FV/3;x;${day(-1)};${day(20)}`].join('\n');
  await lena.field(say.file).setInputFiles({ name: 'faktury.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await lena.sees(say.plan);
  await lena.sees(say.left);
  await lena.button(say.go).click();
  await lena.sees(say.done);
  await lena.screen.getByRole('button', { name: say.paid }).first().click();
  await lena.screen.locator('.lozenge', { hasText: say.settled }).waitFor();
  await lena.picture(`money-320-${language}`);

  await lena.open('/apps/portfolio/clients');
  await lena.screen.getByRole('heading', { level: 1 }).waitFor();
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
});
