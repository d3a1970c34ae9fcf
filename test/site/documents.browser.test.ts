import { readClients } from '../../src/contract/clients';
import { readDocumentRules } from '../../src/contract/documents';
import { isClientId } from '../../src/domain/ids';
import { TestBrowser, type Visit } from './browser';
import { dealNames, day, people, projects, stages, type PersonName } from './small-company';
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
  test.site.salesforce.store.moveStage(test.deals.portal, stages.won);
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

const wilga = 'Spedycja Wilga';
const page = `/projects/${projects.portal.key}/apps/project/client`;
const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};
const clientId = (): string => {
  const id = test.site.salesforce.store.accounts.all().find(({ name }) => name === wilga)?.id ?? '';
  if (!isClientId(id)) throw new Error('the client is not there');
  return id;
};
const put = (title: string, record: string): void => void test.site.salesforce.store.files.put({ title, pathOnClient: `${title}.pdf`, data: Buffer.from('x'), locationId: record });
const rowNamed = (visit: Visit, name: string) => visit.screen.locator('.document', { has: visit.screen.locator('strong', { hasText: name }) });

it('from papers that are missing to all of them, by file, by hand and by keyboard', async () => {
  put('NDA Wilga signed', clientId());
  put('SOW Portal draft', test.deals.portal);
  const lena = await visitIn('en_US', 'lena');
  await lena.open(page);
  await lena.button('Formal documents').click();
  await lena.sees('1 of 4 required documents');
  await rowNamed(lena, 'Framework agreement').getByText('missing').waitFor();
  await rowNamed(lena, 'NDA').getByText('signed', { exact: true }).waitFor();
  await rowNamed(lena, 'NDA').getByRole('link', { name: 'NDA Wilga signed.pdf' }).waitFor();
  await rowNamed(lena, 'Order or statement of work').getByText('not signed').waitFor();
  await lena.picture('documents');

  await lena.tabTo(/Edit Framework agreement/u);
  await lena.page.keyboard.press('Enter');
  await lena.field('Signed on').fill(day(-700));
  await lena.field('Valid until').fill(day(-701));
  await lena.tabTo(/^ *Save *$/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('It cannot expire before it was signed.');
  await lena.field('Valid until').fill(day(20));
  await lena.tabTo(/^ *Save *$/u);
  await lena.page.keyboard.press('Enter');
  await rowNamed(lena, 'Framework agreement').getByText('expiring').waitFor();
  await lena.sees(/\(in 20 days\)/u);
  expect(await lena.screen.locator(':focus').textContent()).toContain('Framework agreement');

  await rowNamed(lena, 'Consents').getByRole('button').click();
  await lena.field('Is it needed').selectOption({ label: 'No' });
  await lena.field('Why not').fill('The contract covers it');
  await lena.button('Save').click();
  await lena.sees('The contract covers it');
  await rowNamed(lena, 'Order or statement of work').getByRole('button').click();
  await lena.field('File').selectOption({ label: 'SOW Portal draft.pdf' });
  await lena.field('Signed on').fill(day(-3));
  await lena.button('Save').click();
  await lena.sees('3 of 3 required documents');

  await test.site.host.runSchedule('clients');
  await lena.open('/apps/portfolio/clients');
  await lena.sees('documents: 100%');
  await lena.sees(/Framework agreement: expires in 20 days/u);
  await lena.picture('documents-list');
  expect(await test.as('lena').ask('portfolio', readClients, {})).toMatchObject({ clients: [{ client: { name: wilga }, documents: { percent: 100, missing: 0 } }] });
});

it('says what is known when Salesforce does not answer or shows no files, in Polish on a narrow screen', async () => {
  put('NDA podpisane', clientId());
  const lena = await visitIn('pl_PL', 'lena', { width: 320, height: 900, theme: 'dark' });
  await lena.open(page);
  await lena.button('Dokumenty formalne').click();
  await lena.sees('1 z 4 wymaganych dokumentów');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  test.site.salesforce.store.features.set({ files: 'off' });
  await lena.open(page);
  await lena.button('Dokumenty formalne').click();
  await lena.sees('Opiekun nie widzi plików w Salesforce');
  await lena.sees(/Widzisz stan plików z/u);
  await rowNamed(lena, 'Umowa o poufności').getByText('podpisano', { exact: true }).waitFor();
  await rowNamed(lena, 'Umowa ramowa').getByRole('button').click();
  await lena.sees('Plik można wskazać, gdy Salesforce znów odpowie.');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.picture('documents-320-dark');
  await rowNamed(lena, 'Zamówienie lub SOW').locator('bdi', { hasText: dealNames.portal }).waitFor();
});

it('lets an administrator try rules before they are kept, and the client’s file follows them', async () => {
  put('Tajemnica firmy', clientId());
  const [iga, lena] = [await visitIn('en_US', 'iga', { width: 640 }), await visitIn('en_US', 'lena')];
  await iga.open('/settings/apps/settings');
  const rules = iga.screen.getByRole('region', { name: 'Formal documents', exact: true });
  await rules.getByLabel('A file’s name').fill('Aneks do umowy ramowej - podpisany.pdf');
  await rules.locator('.document-taken', { hasText: 'Annex' }).getByText('counts').waitFor();
  await rules.getByLabel('A file’s name').fill('Tajemnica firmy.pdf');
  await rules.getByText('is none of these documents').waitFor();
  const nda = rules.getByRole('group', { name: 'NDA' });
  await nda.getByLabel('The file’s name has').fill('tajemnic*\n***');
  await rules.getByText('One of the lines has no letter or digit.').waitFor();
  await nda.getByLabel('The file’s name has').fill('tajemnic*');
  await nda.getByLabel('Counts only once it is signed').uncheck();
  await rules.locator('.document-taken', { hasText: 'NDA' }).getByText('counts').waitFor();
  expect(await test.as('iga').ask('settings', readDocumentRules, {})).toMatchObject({ revision: 0 });
  await rules.getByRole('button', { name: 'Save the rules' }).click();
  await rules.getByText('Saved. Lists and gates follow within a day.').waitFor();
  expect(await iga.sideways()).toEqual({ page: 0, screen: 0 });
  await iga.picture('documents-rules');

  await lena.open(page);
  await lena.button('Formal documents').click();
  await rowNamed(lena, 'NDA').getByText('in place').waitFor();
});
