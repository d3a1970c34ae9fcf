import { readMonth } from '../../src/contract/reports';
import { dayAt, instantOf } from '../../src/domain/calendar';
import { isClientId } from '../../src/domain/ids';
import { monthOf } from '../../src/domain/month';
import { TestBrowser, type Visit } from './browser';
import { people, type PersonName } from './small-company';
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
const wilga = (): string => {
  const id = test.site.salesforce.store.accounts.all().find(({ name }) => name === 'Spedycja Wilga')?.id ?? '';
  if (!isClientId(id)) throw new Error('the client is not there');
  return id;
};
const filesOf = () => test.site.salesforce.store.files.of(wilga());
const textOf = (documentId: string): string => {
  const last = test.site.salesforce.store.files.versionsOf(documentId).at(-1)?.id ?? '';
  return Buffer.from(test.site.salesforce.store.files.dataOf(last) ?? []).toString('utf8');
};

it('from a draft to the file in Salesforce, once, and a correction to its next version', async () => {
  const lena = await visitIn('pl_PL', 'lena');
  await lena.open('/apps/portfolio/month');
  const month = monthOf(dayAt(instantOf(new Date()), 'Europe/Warsaw'));
  await lena.screen.getByLabel('Miesiąc', { exact: true }).selectOption(month);
  await lena.sees('W Salesforce: 0 z 1');
  await lena.button(/Spedycja Wilga/u).click();
  // The first words are still on their way when the button is pressed.
  let press = (): void => undefined;
  const pressed = new Promise<void>((resolve) => {
    press = resolve;
  });
  await lena.page.route('**/_forge/invoke', async (route) => {
    if (route.request().postData()?.includes('"reports.saveWords"') === true) await pressed;
    await route.continue();
  });
  await lena.screen.getByLabel('Relacja Twoimi słowami').fill('Klient chwali tempo <b>prac</b>.');
  await lena.screen.getByLabel('Następne kroki').fill('Oferta na drugi etap');
  await lena.button('Zatwierdź i zapisz w Salesforce').click();
  press();
  await lena.sees('Jest w Salesforce w tej postaci');
  await lena.sees('W Salesforce: 1 z 1');
  await lena.picture('month-end');
  expect(filesOf()).toHaveLength(1);
  const documentId = filesOf()[0]?.documentId ?? '';
  expect(textOf(documentId)).toContain('Klient chwali tempo <b>prac</b>.');
  expect(textOf(documentId)).toContain('Kompletność: ');
  expect(textOf(documentId)).toContain('## Następne kroki\nOferta na drugi etap\n');

  await lena.screen.getByLabel('Ryzyka').fill('Brak testera');
  await lena.button('Zatwierdź i zapisz nową wersję').click();
  await lena.screen.locator('.report-versions li').nth(1).waitFor();
  expect(filesOf()).toHaveLength(1);
  expect(test.site.salesforce.store.files.versionsOf(documentId)).toHaveLength(2);

  const view = await test.as('lena').ask('portfolio', readMonth, { month });
  expect(view.clients).toEqual([expect.objectContaining({ state: 'stored', isMine: true })]);
});

it('says what went wrong where Salesforce keeps no files, and in the dark and at 320 px', async () => {
  test.site.salesforce.store.features.set({ files: 'off' });
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await visitIn('en_US', 'lena', { width: 320 });
  await lena.open('/apps/portfolio/month');
  await lena.screen.getByLabel('Month', { exact: true }).selectOption(monthOf(dayAt(instantOf(new Date()), 'Europe/Warsaw')));
  await lena.button(/Spedycja Wilga/u).click();
  await lena.button('Approve and store in Salesforce').click();
  await lena.screen.getByRole('alert').first().waitFor();
  await lena.sees('0 of 1 in Salesforce');
  await lena.picture('month-end-refused-dark-320');
  expect(filesOf()).toEqual([]);
});
