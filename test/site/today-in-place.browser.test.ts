import { KEY_PREFIX, recordId } from '../../local/salesforce/record-ids';
import { readDraft, saveDraft } from '../../src/contract/guidelines';
import { TestBrowser, type Visit } from './browser';
import { day, people, projects, stages } from './small-company';
import { publish, wholeDraft } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

/** A won deal whose papers are not signed and at whose client nobody is known for escalations. */
beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
  const { store } = test.site.salesforce;
  const accountId = recordId(KEY_PREFIX.account, 1);
  store.contacts.create({ number: 901, firstName: 'Barbara', lastName: 'Wilk', title: 'Prezeska', email: 'b.wilk@wilga.example', accountId });
  store.contactRoles.create({ opportunityId: test.deals.portal, contactId: recordId(KEY_PREFIX.contact, 901), role: 'Decision Maker', primary: true });
  for (const title of ['NDA signed', 'Umowa ramowa podpisana', 'Zgody signed']) store.files.put({ title, pathOnClient: `${title}.pdf`, data: Buffer.from('x'), locationId: accountId });
  store.files.put({ title: 'SOW Portal draft', pathOnClient: 'SOW Portal draft.pdf', data: Buffer.from('x'), locationId: test.deals.portal });
  store.moveStage(test.deals.portal, stages.won);
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await test.site.host.runSchedule('clients');
  await test.site.host.idle();
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const item = (visit: Visit, kind: string) => visit.screen.locator('.today-item', { has: visit.screen.locator('.today-what', { hasText: kind }) });

it('what a client’s file lacks is put right on the page of the morning, and gone as soon as it is', async () => {
  test.site.jira.store.people.setLocale(people.lena.accountId, 'pl_PL');
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open('/apps/portfolio/today');
  const documents = item(lena, 'Dokumenty');
  await documents.getByRole('button', { name: 'Uzupełnij dokumenty' }).click();
  const order = documents.locator('.document', { hasText: 'Zamówienie lub SOW' });
  await order.waitFor();
  await lena.picture('today-documents');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });

  // Nothing was done yet.
  await documents.getByRole('button', { name: 'Zamknij', exact: true }).click();
  await lena.sees(/^To nadal czeka: /u);
  expect(await lena.screen.locator(':focus').textContent()).toBe('Uzupełnij dokumenty');

  await documents.getByRole('button', { name: 'Uzupełnij dokumenty' }).click();
  await order.getByRole('button').click();
  await order.getByLabel('Podpisano dnia').fill(day(-1));
  await order.getByRole('button', { name: 'Zapisz' }).click();
  await order.getByText('podpisano', { exact: true }).waitFor();
  await documents.getByRole('button', { name: 'Zamknij', exact: true }).click();
  await lena.sees(/^Załatwione: Dokumenty, Spedycja Wilga/u);
  await documents.waitFor({ state: 'detached' });
  expect(await lena.screen.locator(':focus').textContent()).toMatch(/klient/iu);
});

it('fills a gap in a project’s contacts from there, in the dark and at 320 px, and says when Salesforce does not answer', async () => {
  test.site.jira.store.people.setLocale(people.lena.accountId, 'en_US');
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await browser.visit(test.site.urls.jira, 'lena', { theme: 'dark', width: 320 });
  await lena.open('/apps/portfolio/today');
  const contacts = item(lena, 'Contacts');
  await contacts.getByRole('button', { name: 'Fill the gaps' }).click();
  await contacts.getByText('Nobody has the role: Escalation.').waitFor();
  await lena.picture('today-contacts-dark-320');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await contacts.getByRole('button', { name: 'Add a person Escalation' }).click();
  await lena.page.keyboard.type('wilk');
  await contacts.getByRole('button', { name: 'Add Barbara Wilk' }).click();
  await contacts.getByText('Nobody has the role: Escalation.').waitFor({ state: 'detached' });
  await contacts.getByRole('button', { name: 'Close', exact: true }).click();
  await lena.sees(/^Settled: Contacts, Spedycja Wilga/u);
  await contacts.waitFor({ state: 'detached' });

  const records = item(lena, 'Salesforce data');
  await records.getByRole('button', { name: 'See the fields' }).click();
  await records.getByRole('link').first().waitFor();
  await lena.picture('today-records-dark-320');
  test.site.salesforce.faults.add({ path: '', kind: 'status', status: 503, times: 1000 });
  await records.getByRole('button', { name: 'See the fields' }).click();
  await lena.sees(/^Salesforce cannot be read just now/u);
  await records.waitFor();
});

it('has the guidelines that a deal waits for written there, from a draft that is kept', async () => {
  test.site.salesforce.faults.clear();
  const spot = { project: projects.shop.key };
  const { revision } = await test.as('lena').ask(spot, readDraft);
  const draft = wholeDraft();
  await test.as('lena').ask(spot, saveDraft, { revision, draft: { ...draft, scope: { ...draft.scope, goal: '' } } });
  await link(test, 'shop', 'shop');
  test.site.jira.store.people.setLocale(people.lena.accountId, 'en_US');
  test.site.jira.store.people.setTheme(people.lena.accountId, 'light');
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open('/apps/portfolio/today');
  await lena.button("Everybody's projects").click();
  const missing = item(lena, 'the project has no guidelines');
  await missing.getByRole('button', { name: 'Write the guidelines' }).click();
  await missing.getByLabel('Goal', { exact: true }).fill('Hurtownie zamawiają same');
  await lena.picture('today-guidelines');
  await missing.getByRole('button', { name: 'Close', exact: true }).click();
  await missing.getByRole('button', { name: 'Write the guidelines' }).click();
  expect(await missing.getByLabel('Goal', { exact: true }).inputValue()).toBe('Hurtownie zamawiają same');
  await missing.getByRole('button', { name: /^Review/u }).click();
  await lena.picture('today-guidelines-review');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await missing.getByRole('button', { name: /^Publish version 1/u }).click();
  await lena.sees(/^Settled: Guidelines, /u);
  await untilSync(test, 'shop', 'inStep');
});

it('has an administrator say what a stage stands for, after which the deal is in step', async () => {
  test.site.salesforce.store.createStage({ apiName: 'Perception Analysis', probability: 70 });
  test.site.salesforce.store.moveStage(test.deals.shop, 'Perception Analysis');
  await untilSync(test, 'shop', 'waiting');
  test.site.jira.store.people.setLocale(people.iga.accountId, 'en_US');
  const iga = await browser.visit(test.site.urls.jira, 'iga');
  await iga.open('/apps/portfolio/today');
  const stage = item(iga, 'Perception Analysis');
  await stage.getByRole('button', { name: 'Map the stage' }).click();
  await stage.getByLabel('In this app, the stage Perception Analysis stands for').selectOption({ label: 'Negotiation' });
  await iga.picture('today-stage');
  await stage.getByRole('button', { name: 'Save for all deals' }).click();
  await iga.sees(/^Ordered: /u);
  await untilSync(test, 'shop', 'inStep');
});
