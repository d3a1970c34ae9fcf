import { KEY_PREFIX, recordId } from '../../local/salesforce/record-ids';
import { readGate } from '../../src/contract/gate-operations';
import { beginPlan, readPlan, savePlan, submitPlan } from '../../src/contract/account-plan';
import { proposeChange, readChanges } from '../../src/contract/changes';
import { readDraft, saveDraft } from '../../src/contract/guidelines';
import { TestBrowser, type Visit, type VisitOptions } from './browser';
import { day, issueKey, people, projects, stages, type PersonName } from './small-company';
import { askAndDecide } from './small-gate';
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

const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, { theme = 'light', ...options }: VisitOptions = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  test.site.jira.store.people.setTheme(people[person].accountId, theme);
  return browser.visit(test.site.urls.jira, person, { theme, ...options });
};
const item = (visit: Visit, kind: string) => visit.screen.locator('.today-item', { has: visit.screen.locator('.today-what', { hasText: kind }) });

it('what a client’s file lacks is put right on the page of the morning, and gone as soon as it is', async () => {
  const lena = await visitIn('pl_PL', 'lena');
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
  const lena = await visitIn('en_US', 'lena', { theme: 'dark', width: 320 });
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
  const lena = await visitIn('en_US', 'lena');
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
  const iga = await visitIn('en_US', 'iga');
  await iga.open('/apps/portfolio/today');
  const stage = item(iga, 'Perception Analysis');
  await stage.getByRole('button', { name: 'Map the stage' }).click();
  await stage.getByLabel('In this app, the stage Perception Analysis stands for').selectOption({ label: 'Negotiation' });
  await iga.picture('today-stage');
  await stage.getByRole('button', { name: 'Save for all deals' }).click();
  await iga.sees(/^Ordered: /u);
  await untilSync(test, 'shop', 'inStep');
});

it('has a scope change declined there, which its proposer reads', async () => {
  const spot = { project: projects.portal.key };
  await test.as('marek').ask(spot, proposeChange, { id: 'change000001', title: 'Zwroty online', reason: '', effect: { budget: null, hours: 0, end: null, added: 'Zwroty', removed: '' } });
  const lena = await visitIn('pl_PL', 'lena');
  await lena.open('/apps/portfolio/today');
  const change = item(lena, 'Zwroty online');
  await change.getByRole('button', { name: 'Zajmij się zmianą' }).click();
  await change.getByRole('button', { name: 'Odrzuć' }).click();
  const confirm = change.locator('.question').getByRole('button', { name: 'Odrzuć' });
  expect(await confirm.isDisabled()).toBe(true);
  await change.locator('textarea').fill('Klient wraca do tego po odbiorze');
  await lena.picture('today-change');
  await confirm.click();
  await lena.sees('Załatwione: Zmiana zakresu, Portal klienta');
  await change.waitFor({ state: 'detached' });
  expect((await test.as('marek').ask(spot, readChanges)).changes).toMatchObject([{ state: { kind: 'declined', reason: 'Klient wraca do tego po odbiorze' } }]);
});

it('has an account plan returned there by the head of sales, with a reason', async () => {
  const year = new Date().getFullYear();
  const of = { clientId: test.site.salesforce.store.accounts.findByName('Spedycja Wilga')?.id ?? '', year };
  const version = { ...of, number: 1 };
  const begun = await test.as('lena').ask('portfolio', beginPlan, of);
  const plan = { budget: { amount: '1200000.00', currency: 'PLN' }, growth: 20, upsell: 15, rules: 'Net 14 days', goals: [{ id: 'goal00000001', text: 'The mobile app' }], risks: [] };
  const saved = await test.as('lena').ask('portfolio', savePlan, { ...version, revision: begun.current?.revision ?? 0, plan });
  await test.as('lena').ask('portfolio', submitPlan, { ...version, revision: saved.current?.revision ?? 0 });
  const iga = await visitIn('en_US', 'iga');
  await iga.open('/apps/portfolio/today');
  const waiting = item(iga, `The account plan for ${year}`);
  await waiting.getByRole('button', { name: 'Decide' }).click();
  await waiting.getByText('The mobile app').waitFor();
  await waiting.getByRole('button', { name: 'Return it' }).click();
  await waiting.getByText('Write what is to be changed.').waitFor();
  await waiting.locator('textarea').fill('The growth is too bold');
  await iga.picture('today-account-plan');
  await waiting.getByRole('button', { name: 'Return it' }).click();
  await iga.sees('Settled: Account plan, Spedycja Wilga');
  expect(await test.as('lena').ask('portfolio', readPlan, of)).toMatchObject({ current: { number: 1, state: 'returned', reason: 'The growth is too bold' } });
});

it('has a go that lapsed reviewed once more there, and its request keeps who asked', async () => {
  await askAndDecide(test, 'portal', issueKey('portal', 1), { verdict: { kind: 'go' }, reason: 'Sprawdzone z klientem' });
  await publish(test, 'portal', (draft) => ({ ...draft, scope: { ...draft.scope, goal: 'Klienci zwracają bez telefonu' } }));
  const lena = await visitIn('pl_PL', 'lena');
  await lena.open('/apps/portfolio/today');
  const lapsed = item(lena, `Go dla ${issueKey('portal', 1)}`);
  await lapsed.getByRole('button', { name: 'Rozpatrz ponownie' }).click();
  await lapsed.getByText('w imieniu osoby, która prosiła poprzednio').waitFor();
  await lena.picture('today-again');
  await lapsed.getByRole('button', { name: 'Zbierz dane' }).click();
  await lapsed.getByText('Dane do decyzji').waitFor();
  await lapsed.getByRole('button', { name: 'Zamknij', exact: true }).click();
  await lena.sees(/^Podjęte ponownie, czeka na Twoją decyzję: /u);
  const review = item(lena, `${issueKey('portal', 1)} czeka na go albo no-go`);
  await review.waitFor();
  await lapsed.waitFor({ state: 'detached' });
  expect(await test.as('lena').ask({ project: projects.portal.key }, readGate)).toMatchObject({ waiting: [{ requestedBy: { accountId: people.marek.accountId } }] });
});
