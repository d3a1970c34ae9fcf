import { KEY_PREFIX, recordId } from '../../local/salesforce/record-ids';
import { readContacts, readWhoIsWho, saveContacts } from '../../src/contract/contacts';
import { disconnect } from '../../src/contract/settings';
import { TestBrowser, type Visit } from './browser';
import { issueKey, people, projects, type PersonName } from './small-company';
import { link, startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  test = await startTestSite();
  const { contacts, contactRoles } = test.site.salesforce.store;
  for (const { number, firstName, lastName, title, email } of Object.values(wilga)) contacts.create({ number, firstName, lastName, title, accountId, ...(email === '' ? {} : { email }) });
  contactRoles.create({ opportunityId: test.deals.portal, contactId: idOf('barbara'), role: 'Decision Maker', primary: true });
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

const accountId = recordId(KEY_PREFIX.account, 1);
const wilga = {
  barbara: { number: 901, firstName: 'Barbara', lastName: 'Wilk', title: 'Prezeska', email: 'b.wilk@wilga.example' },
  teofil: { number: 902, firstName: 'Teofil', lastName: 'Łoś', title: 'Kierownik IT', email: 't.los@wilga.example' },
  zofia: { number: 903, firstName: 'Zofia', lastName: 'Kos', title: 'Dyrektorka operacyjna', email: '' },
} as const;
const idOf = (name: keyof typeof wilga): string => recordId(KEY_PREFIX.contact, wilga[name].number);
const portal = { project: projects.portal.key };
const page = `/projects/${projects.portal.key}/apps/project/contacts`;
const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};
const rolesInSalesforce = () => test.site.salesforce.store.contactRoles.of(test.deals.portal).map(({ contactId, role, primary }) => [contactId, role, primary]);

/** As the account manager, over the contract: what Salesforce proposes is kept, with Zofia for escalations. */
async function keep(): Promise<void> {
  const { roles } = await test.as('lena').ask(portal, readContacts, {});
  const zofia = (await test.as('lena').ask(portal, readContacts, {})).contacts.find(({ id }) => id === idOf('zofia'));
  await test.as('lena').ask(portal, saveContacts, { revision: 0, roles: { ...roles, escalation: zofia === undefined ? [] : [zofia.id] }, leftOut: [] });
}

it('from what Salesforce has to a structure by keyboard, written back once although the answer is lost', async () => {
  const lena = await visitIn('en_US', 'lena');
  await lena.open(page);
  await lena.sees('So far this is what the contact roles in Salesforce come to');
  await lena.sees('Nobody has the role: Escalation.');
  await lena.tabTo(/Keep it as it is/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('Show what would change');
  await lena.tabTo(/Add a person Technical/u);
  await lena.page.keyboard.press('Enter');
  await lena.page.keyboard.type('los it');
  await lena.sees(/^1 contact$/u);
  await lena.tabTo(/Add Teofil Łoś/u);
  await lena.page.keyboard.press('Enter');
  await lena.screen.getByRole('button', { name: 'Take out of role Teofil Łoś' }).waitFor();
  await lena.tabTo(/Add a person Escalation/u);
  await lena.page.keyboard.press('Enter');
  await lena.page.keyboard.type('zof');
  await lena.tabTo(/Add Zofia Kos/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('Zofia Kos cannot be reached.');
  await lena.picture('contacts');

  test.site.salesforce.faults.add({ path: '/sobjects/OpportunityContactRole', method: 'POST', kind: 'loseAnswer', times: 1 });
  await lena.tabTo(/Show what would change/u);
  await lena.page.keyboard.press('Enter');
  await lena.tabTo(/Write 2 changes to Salesforce/u);
  await lena.picture('contacts-preview');
  expect(rolesInSalesforce()).toHaveLength(1);
  await lena.page.keyboard.press('Enter');
  await lena.sees('Written to Salesforce');
  expect(rolesInSalesforce()).toEqual(expect.arrayContaining([[idOf('barbara'), 'Decision Maker', true], [idOf('teofil'), 'Technical Buyer', false], [idOf('zofia'), 'Executive Sponsor', false]]));
  expect(rolesInSalesforce()).toHaveLength(3);
  await lena.button('Close').click();
  await lena.button('Show what would change').click();
  await lena.sees('Salesforce says the same already. There is nothing to write.');
});

it('tells who asks for it in the issue whom to turn to, and asks Salesforce only then', async () => {
  await keep();
  const marek = await visitIn('pl_PL', 'marek', { theme: 'dark', width: 320 });
  await marek.open(`/browse/${issueKey('portal', 1)}`);
  const opener = marek.screen.getByRole('button', { name: 'Kto jest kim u klienta' });
  await opener.waitFor();
  expect(marek.answers.join('\n')).not.toContain('b.wilk@wilga.example');
  await opener.click();
  await marek.sees('Barbara Wilk');
  await marek.sees('b.wilk@wilga.example');
  await marek.sees('bez adresu e-mail i telefonu');
  await marek.picture('who-is-who-dark-320');
  await marek.open(page);
  await marek.sees('Barbara Wilk');
  await marek.screen.getByRole('button', { name: /Dodaj osobę/u }).waitFor({ state: 'detached' });
  expect(marek.answers.join('\n')).not.toContain('t.los@wilga.example');
});

it('says in the issue that Salesforce is not connected, and what to do', async () => {
  await test.as('iga').ask('settings', disconnect, { system: 'salesforce' });
  const marek = await visitIn('en_US', 'marek');
  await marek.open(`/browse/${issueKey('portal', 1)}`);
  await marek.screen.getByRole('button', { name: 'Who is who at the client’s' }).click();
  await marek.sees(/A Jira administrator has to/u);
  expect(await test.as('marek').call({ issue: issueKey('portal', 1) }, readWhoIsWho)).toMatchObject({ ok: false, error: { code: 'notConnected' } });
});

it('keeps two people’s changes apart, says who is gone, and does with hundreds of contacts on a narrow screen', async () => {
  await keep();
  const { contacts, contactRoles } = test.site.salesforce.store;
  for (let n = 0; n < 300; n += 1) contacts.create({ firstName: 'Osoba', lastName: `Numer ${n}`, accountId });
  const lena = await visitIn('pl_PL', 'lena', { width: 320, height: 900 });
  await lena.open(page);
  await lena.screen.getByRole('button', { name: 'Dodaj osobę Produkt' }).click();
  await lena.sees('303 kontakty');
  await lena.sees('Pasuje jeszcze 295. Wpisz więcej, żeby je znaleźć.');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });

  const { revision, roles, leftOut } = await test.as('lena').ask(portal, readContacts, {});
  await test.as('lena').ask(portal, saveContacts, { revision, roles, leftOut });
  await lena.screen.getByRole('searchbox').fill('numer 7');
  await lena.screen.getByRole('button', { name: 'Dodaj Osoba Numer 7', exact: true }).click();
  await lena.sees('Ktoś zmienił to przed Tobą');

  contacts.delete(idOf('zofia'));
  contactRoles.create({ opportunityId: test.deals.portal, contactId: idOf('teofil'), role: 'Technical Buyer' });
  await lena.open(page);
  await lena.sees(/Kogoś, kto ma rolę, nie ma już w Salesforce: Eskalacja/u);
  await lena.sees('Nowe w Salesforce');
  await lena.picture('contacts-320-pl');

  test.site.salesforce.store.features.set({ contactRoles: false });
  await lena.open(page);
  await lena.sees('W Salesforce nie ma ról kontaktów w szansach');
  await lena.open(`/apps/portfolio/clients/${accountId}`);
  await lena.button('Kontakty').click();
  await lena.sees('Wszyscy po stronie klienta');
  await lena.sees(/Pokaż jeszcze/u);
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.picture('client-people-320-pl');
});
