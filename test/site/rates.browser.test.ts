import type { Locator } from 'playwright-core';
import { readRates, saveRates } from '../../src/contract/margin';
import { dayAt, instantOf } from '../../src/domain/calendar';
import { startOfNextMonth } from '../../static/settings/rates/months';
import { TestBrowser, type Visit } from './browser';
import { day, people } from './small-company';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
});
beforeEach(() => store([]));
afterEach(async () => {
  setReader('en_US', 'light');
  await browser.endVisits();
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

type Rate = readonly [role: string, from: string, cost: string, billing: string | null];

const stored = () => test.as('iga').ask('settings', readRates);
/** Puts these in the place of what is stored, as another administrator's page would. */
async function store(rates: readonly Rate[], roles: readonly { readonly accountId: string; readonly role: string }[] = []): Promise<void> {
  const { revision } = await stored();
  await test.as('iga').ask('settings', saveRates, { revision, people: roles, rates: rates.map(([role, from, cost, billing]) => ({ role, from, currency: 'PLN', cost, billing })) });
}

const usual: readonly Rate[] = [
  ['Programista', '2021-01-01', '70.00', '150.00'],
  ['Programista', '2022-01-01', '75.00', '160.00'],
  ['Programista', '2024-01-01', '85.00', '185.00'],
  ['Programista', day(40), '92.50', '199.00'],
  ['Tester', '2024-01-01', '68.00', '150.00'],
  ['Kierownik projektu', '2024-01-01', '98.00', null],
];

function setReader(locale: 'pl_PL' | 'en_US', theme: 'light' | 'dark'): void {
  test.site.jira.store.people.setLocale(people.iga.accountId, locale);
  test.site.jira.store.people.setTheme(people.iga.accountId, theme);
}

const section = (visit: Visit, name: 'Rates' | 'Stawki' = 'Rates'): Locator => visit.screen.getByRole('region', { name, exact: true });
const save = (visit: Visit): Promise<void> => section(visit).getByRole('button', { name: 'Save rates' }).click();
const row = (visit: Visit, text: string | RegExp): Locator => section(visit).getByRole('row').filter({ hasText: text });

async function open(options: Parameters<TestBrowser['visit']>[2] = {}, name: 'Rates' | 'Stawki' = 'Rates'): Promise<Visit> {
  const visit = await browser.visit(test.site.urls.jira, 'iga', options);
  await visit.open('/settings/apps/settings');
  await section(visit, name).getByRole('heading', { level: 3 }).first().waitFor();
  return visit;
}

it('takes a first rate with a comma, points at what is missing, and has it after a reload', async () => {
  const visit = await open();
  await section(visit).getByText('No rates yet.').waitFor();
  await section(visit).getByRole('button', { name: 'Add a role’s rate' }).click();
  await visit.screen.locator('[name="role"]:focus').fill('Analityk');
  await save(visit);
  await section(visit).getByText('This is needed.').waitFor();
  await visit.screen.locator('[name="cost"]:focus').fill('115,5');
  await section(visit).getByText('PLN 115.50').waitFor();
  await section(visit).getByText('1 unsaved change', { exact: true }).waitFor();
  await save(visit);
  await section(visit).getByText('Saved', { exact: true }).waitFor();
  expect((await stored()).rates).toEqual([{ role: 'Analityk', from: `${day(0).slice(0, 8)}01`, currency: 'PLN', cost: '115.50', billing: null }]);

  await visit.page.reload();
  await row(visit, 'Holds today').getByText('PLN 115.50').waitFor();
  await row(visit, 'Holds today').getByText('not sold').waitFor();
  await visit.picture('rates-first');
});

it('shows which rate holds and which begins later, and folds the earlier ones away', async () => {
  await store(usual);
  const visit = await open();
  await row(visit, 'Holds today').filter({ hasText: 'PLN 85' }).waitFor();
  await row(visit, 'Begins later').filter({ hasText: 'PLN 92.50' }).waitFor();
  expect(await section(visit).getByText('PLN 70').count()).toBe(0);
  await section(visit).getByRole('button', { name: 'Show 2 earlier rates' }).click();
  await section(visit).getByText('PLN 70').waitFor();
  await visit.picture('rates');
});

it('makes a role’s next rate in two clicks, and refuses a second one of the same day', async () => {
  await store(usual);
  const visit = await open();
  await section(visit).getByRole('button', { name: 'New rate: Tester' }).click();
  await save(visit);
  await section(visit).getByText('Saved', { exact: true }).waitFor();
  expect((await stored()).rates.filter(({ role }) => role === 'Tester')).toContainEqual({ role: 'Tester', from: startOfNextMonth(dayAt(instantOf(new Date()), 'Europe/Warsaw')), currency: 'PLN', cost: '68.00', billing: '150.00' });

  await section(visit).getByRole('button', { name: 'New rate: Tester' }).click();
  await visit.screen.locator('[name="from"]:focus').fill('2024-01-01');
  await save(visit);
  await section(visit).getByText('This role already has a rate from this day.').waitFor();
  expect(await visit.screen.locator('[name="from"]:focus').count()).toBe(1);
  await visit.picture('rates-twice');
  expect((await stored()).rates).toHaveLength(usual.length + 1);

  // Removed, the other one is in nobody's way; until it is saved it can be brought back.
  await section(visit).getByRole('button', { name: 'Remove: Tester, from Jan 1, 2024' }).click();
  await section(visit).getByRole('button', { name: 'Bring back: Tester, from Jan 1, 2024' }).waitFor();
  await save(visit);
  await section(visit).getByText('Saved', { exact: true }).waitFor();
  expect((await stored()).rates).toHaveLength(usual.length + 1);
});

it('gives a person a role, by keyboard alone', async () => {
  await store(usual);
  const visit = await open();
  const { keyboard } = visit.page;
  await section(visit).getByRole('button', { name: 'New rate: Tester' }).focus();
  await visit.tabTo(/Add a person/u);
  await keyboard.type('olga');
  await section(visit).getByRole('button', { name: people.olga.name }).waitFor();
  await keyboard.press('Enter');
  await visit.tabTo(new RegExp(people.olga.name, 'u'));
  await keyboard.type('Grafik');
  await section(visit).getByText('This role has no rate.').waitFor();
  await visit.screen.locator(':focus').fill('Tester');
  await keyboard.press('Enter');
  await section(visit).getByText('Saved', { exact: true }).waitFor();
  expect((await stored()).people).toEqual([{ person: { accountId: people.olga.accountId, name: people.olga.name }, role: 'Tester' }]);
});

it('keeps what was typed when another page saved meanwhile, and loads theirs on request', async () => {
  await store(usual);
  const visit = await open();
  await section(visit).getByRole('button', { name: 'Change: Tester, from Jan 1, 2024' }).click();
  await visit.screen.locator('[name="cost"]:focus').fill('72,25');
  await store([...usual.slice(0, 4), ['Tester', '2024-01-01', '70.00', '155.00'], ['Grafik', '2024-01-01', '80.00', '170.00']]);
  await save(visit);
  await section(visit).getByText('Somebody else saved rates meanwhile').waitFor();
  await visit.picture('rates-conflict');
  await section(visit).getByRole('button', { name: 'Load theirs, keep my changes' }).click();
  await section(visit).getByText('The other person’s version is loaded, with your changes marked in it').waitFor();
  await section(visit).getByText('PLN 80').waitFor();
  await section(visit).getByText('Saved: Tester, from Jan 1, 2024, cost PLN 70, sold for PLN 155').waitFor();
  await visit.picture('rates-rebased');
  await save(visit);
  await section(visit).getByText('Saved', { exact: true }).waitFor();
  const after = (await stored()).rates.map(({ role, cost }) => `${role} ${cost}`);
  expect(after).toEqual(expect.arrayContaining(['Tester 72.25', 'Grafik 80.00']));
  expect(after).not.toContain('Kierownik projektu 98.00');

  await section(visit).getByRole('button', { name: 'Remove: Grafik, from Jan 1, 2024' }).click();
  await store(usual);
  await save(visit);
  await section(visit).getByRole('button', { name: 'Load theirs, discard mine' }).click();
  await section(visit).getByText('The other person’s version is loaded.', { exact: true }).waitFor();
  await section(visit).getByText('Kierownik projektu').waitFor();
  expect(await section(visit).getByText(/unsaved/u).count()).toBe(0);
});

it('finds a role among five hundred rates', async () => {
  await store(Array.from({ length: 500 }, (_, at): Rate => [`Role ${String(Math.floor(at / 2)).padStart(3, '0')}`, at % 2 === 0 ? '2024-01-01' : day(30), '10000.55', null]));
  const visit = await open();
  await section(visit).getByText('There are 500 rates, and no more fit.').waitFor();
  expect(await section(visit).getByRole('row').count()).toBeLessThan(150);
  await section(visit).getByLabel('Find a role').fill('role 24');
  await section(visit).getByText('Role 249').waitFor();
  expect(await section(visit).getByText('Role 001').count()).toBe(0);
  await section(visit).getByRole('button', { name: 'Change: Role 249, from Jan 1, 2024' }).click();
  await visit.screen.locator('[name="cost"]:focus').fill('11');
  await section(visit).getByLabel('Find a role').fill('role 001');
  await section(visit).getByText('Role 001').waitFor();
  // What is typed is not filtered away.
  expect(await visit.screen.locator('[name="cost"]').inputValue()).toBe('11');
});

it('is the same in Polish, in the dark, and on a narrow screen without scrolling sideways or parting an amount', async () => {
  await store([...usual, ['Dyrektor programu transformacji cyfrowej', '2024-01-01', '1250.75', '12345678.90']], [{ accountId: people.olga.accountId, role: 'Tester' }, { accountId: 'test:gone', role: 'Tester' }]);
  setReader('pl_PL', 'light');
  const wide = await open({}, 'Stawki');
  await section(wide, 'Stawki').getByRole('row').filter({ hasText: '92,50 zł' }).getByText('Zacznie obowiązywać').waitFor();
  await section(wide, 'Stawki').getByRole('button', { name: 'Zmień: Tester, od 1 sty 2024' }).click();
  expect(await wide.screen.locator('[name="cost"]:focus').inputValue()).toBe('68');
  await wide.screen.locator('[name="cost"]:focus').fill('68,5x');
  await section(wide, 'Stawki').getByRole('button', { name: 'Gotowe' }).click();
  await section(wide, 'Stawki').getByText('Wpisz kwotę, na przykład 115 lub 115,50, bez znaku.').waitFor();
  await wide.picture('rates-pl');

  setReader('pl_PL', 'dark');
  const narrow = await open({ theme: 'dark', width: 320, height: 800 }, 'Stawki');
  await section(narrow, 'Stawki').getByText('12 345 678,90 zł').waitFor();
  await section(narrow, 'Stawki').getByRole('button', { name: 'Nowa stawka: Programista' }).click();
  await section(narrow, 'Stawki').getByRole('button', { name: 'Usuń: Tester, od 1 sty 2024' }).click();
  await section(narrow, 'Stawki').getByText('2 niezapisane zmiany').waitFor();
  await narrow.picture('rates-pl-dark-320');
  expect(await narrow.sideways()).toEqual({ page: 0, screen: 0 });
  const heights = await narrow.screen.locator('.money').evaluateAll((amounts) => amounts.map((amount) => amount.getClientRects().length));
  expect(new Set(heights)).toEqual(new Set([1]));

  setReader('en_US', 'dark');
  const dark = await open({ theme: 'dark' });
  await dark.picture('rates-dark');
});
