import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects, type PersonName } from './small-company';
import { askAndDecide } from './small-gate';
import { publish } from './small-guidelines';
import { link, startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  test = await startTestSite();
  await publish(test, 'portal', (draft) => ({
    ...draft,
    schedule: { ...draft.schedule, milestones: [{ id: 'milestone001', name: 'Makiety', date: day(-2) }, { id: 'milestone002', name: 'Odbiór etapu', date: day(60) }] },
  }));
  await link(test, 'portal', 'portal');
  await askAndDecide(test, 'portal', issueKey('portal', 1), { verdict: { kind: 'go' }, reason: 'Tajny powód' });
});
afterEach(async () => {
  try {
    await browser.endVisits();
  } finally {
    await test.close();
  }
});
afterAll(() => browser.close());

const page = `/projects/${projects.portal.key}/apps/project/client`;
const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};
const paper = (visit: Visit) => visit.screen.locator('.report-paper pre');

it('is put together by keyboard, says what was chosen and nothing else, and can be copied, printed and mailed', async () => {
  const lena = await visitIn('en_US', 'lena');
  await lena.open(page);
  await lena.tabTo(/^ *Client update *$/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('przekazujemy informację o postępie prac');
  const text = async (): Promise<string> => (await paper(lena).textContent()) ?? '';
  expect(await text()).toContain(`- ${issueKey('portal', 1)} Logowanie klienta`);
  expect(await text()).toContain('- Odbiór etapu');
  expect(await text()).not.toContain('Makiety');

  await lena.tabTo(/Makiety/u);
  await lena.page.keyboard.press('Space');
  await lena.sees('Osiągnięte kamienie milowe:');
  await lena.tabTo(/Odbiór etapu/u);
  await lena.page.keyboard.press('Space');
  await lena.field('Your words before the facts').fill('Dziękujemy za uwagi.');
  await lena.field('Your words after the facts').fill('Do usłyszenia!');
  expect(await text()).toContain('- Makiety');
  expect(await text()).not.toContain('Odbiór etapu');
  await lena.field('This update is written').selectOption('en');
  await lena.sees('Passed our review and ready for your acceptance:');
  const whole = await text();
  expect(whole).toMatch(/^Hello,\n\n[\s\S]*\n\nDziękujemy za uwagi\.\n\nProject: Portal klienta\n\n[\s\S]*\n\nDo usłyszenia!\n\nKind regards\n$/u);
  expect(lena.answers.join('\n')).not.toContain('Tajny powód');
  await lena.picture('client-update');

  // A frame on this site may not write to the clipboard; the text is selected instead.
  lena.expectTrouble(/Clipboard API has been blocked/u);
  await lena.button('Copy the text').click();
  await lena.sees(/The text is selected/u);
  expect(await lena.screen.locator('html').evaluate<string, unknown>('window.getSelection().toString()')).toBe(whole.trimEnd());
  const address = (await lena.screen.getByRole('link', { name: 'Open an e-mail draft' }).getAttribute('href')) ?? '';
  expect(decodeURIComponent(address.split('&body=')[1] ?? '').replaceAll('\r\n', '\n')).toBe(whole.trimEnd());

  await lena.screen.locator('body').evaluate('window.print = () => undefined');
  await lena.button('Print').click();
  expect(await lena.screen.locator('.print-sheet').textContent()).toBe(whole);
  await lena.screen.locator('body').evaluate("window.dispatchEvent(new Event('afterprint'))");

  await lena.button('Overview').click();
  await lena.button('Client update').click();
  await lena.sees('Dziękujemy za uwagi.');
  expect(await text()).toBe(whole);
  await lena.open(page);
  await lena.button('Client update').click();
  await lena.sees('przekazujemy informację o postępie prac');
  expect(await text()).not.toContain('Dziękujemy');
});

it('tells of another period, refuses one that is none, and warns of a long e-mail, on a narrow dark screen in Polish', async () => {
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await visitIn('pl_PL', 'lena', { width: 320, height: 900, theme: 'dark' });
  await lena.open(page);
  await lena.button('Informacja dla klienta').click();
  await lena.sees('Kamienie milowe, których dzień już nadszedł');
  await lena.field('Do').fill(day(1));
  await lena.sees('Okres musi się kończyć dziś albo wcześniej.');
  await lena.field('Do').fill(day(-3));
  await lena.screen.getByText('Gotowe do odbioru według bramki').waitFor({ state: 'detached' });
  // A day that has gone by is not called next, and it is not of this period.
  expect(await paper(lena).textContent()).not.toContain('Makiety');
  expect(await paper(lena).textContent()).toContain('- Odbiór etapu');
  await lena.field('Twoje słowa po faktach').fill('Zażółć gęślą jaźń. '.repeat(60));
  await lena.sees('Tekst jest za długi dla niektórych programów pocztowych');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.picture('client-update-320-dark');
});
