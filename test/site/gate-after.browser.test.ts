import { setCompany } from '../../src/contract/settings';
import { requestReview } from '../../src/contract/gate-operations';
import { dayAt, instantOf } from '../../src/domain/calendar';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects } from './small-company';
import { askAndDecide, takePictures } from './small-gate';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

/** What becomes of a decision, as the account manager and the product owner see it. */

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;
const issue = issueKey('portal', 1);
// It is always a later day in the second than in the first, whatever the time.
const [behind, ahead] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'];
const dayBehind = (): string => dayAt(instantOf(new Date()), behind);

beforeEach(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
  await publish(test, 'portal');
});
afterEach(async () => {
  await browser.endVisits();
  await browser.close();
  await test.close();
});

const companyIn = (timeZone: string): Promise<unknown> => test.as('iga').ask('settings', setCompany, { language: 'pl', timeZone });

/** The browser's clock two days on, when what was due in the company's day is past for every reader. */
const inTwoDays = (visit: Visit): Promise<void> => visit.page.clock.setFixedTime(Date.now() + 2 * 86_400_000);

const openPanel = async (visit: Visit): Promise<void> => {
  await visit.open(`/browse/${issue}`);
  await visit.screen.locator('.heading-row .lozenge').waitFor();
};

it('a condition whose date passes is overdue, shuts the gate, and opens it when the account manager marks it met', async () => {
  await companyIn(behind);
  const conditions = [
    { id: 'condition001', text: 'Poprawić eksport faktur', owner: people.olga.name, dueOn: dayBehind() },
    { id: 'condition002', text: 'Dołączyć instrukcję', owner: people.marek.name, dueOn: day(9) },
    { id: 'condition003', text: 'Uzgodnić termin szkolenia', owner: 'Ewa Klimek, Spedycja Wilga', dueOn: day(9) },
  ];
  await askAndDecide(test, 'portal', issue, { verdict: { kind: 'conditionalGo', conditions }, reason: 'Reszta gotowa' });
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.tabTo(/Mark as met: Uzgodnić termin szkolenia/u);
  await lena.page.keyboard.press('Enter');
  await lena.button('Not met after all: Uzgodnić termin szkolenia').waitFor();
  await companyIn(ahead);

  await takePictures(test, browser, 'lena', 'gate-conditions', async (visit) => {
    await inTwoDays(visit);
    await visit.open(gate);
    await visit.screen.locator('.gate-condition-overdue').waitFor();
    for (const state of ['overdue', 'open', 'met']) expect(await visit.screen.locator(`.gate-condition-${state}`).count()).toBe(1);
    expect(await visit.screen.locator('.glance-danger dd').innerText()).toBe('1');
  });
  await takePictures(test, browser, 'marek', 'panel-conditions', async (visit, locale) => {
    await inTwoDays(visit);
    await openPanel(visit);
    await visit.sees(locale === 'pl_PL' ? /Minął termin jednego z warunków/u : /The date of a condition has passed/u);
    for (const state of ['overdue', 'open', 'met']) expect(await visit.screen.locator(`.condition-${state}`).count()).toBe(1);
  });

  await inTwoDays(lena);
  await lena.page.reload();
  await lena.sees(/Once that is met, it opens again/u);
  expect(await lena.screen.getByText('A new review is needed.').count()).toBe(0);
  await lena.tabTo(/Mark as met: Poprawić eksport faktur/u);
  await lena.page.keyboard.press('Enter');
  await lena.button('Not met after all: Poprawić eksport faktur').waitFor();
  expect(await lena.screen.getByText(/Once that is met, it opens again/u).count()).toBe(0);
  // Who may not decide is not offered it.
  const marek = await browser.visit(test.site.urls.jira, 'marek');
  await marek.open(gate);
  await marek.sees('Poprawić eksport faktur');
  expect(await marek.screen.getByRole('button', { name: /Mark as met/u }).count()).toBe(0);
});

const lapses = [
  {
    kind: 'expired',
    words: { am: [/jej ostatnim dniem był/u, /its last day was/u], po: [/Zgoda była ważna do/u, /The go was valid until/u] },
    async bring(): Promise<void> {
      await companyIn(ahead);
    },
  },
  {
    kind: 'guidelines',
    words: { am: [/po jej wydaniu zmieniły się wytyczne/u, /the guidelines changed after it was given/u], po: [/zmieniły się wytyczne/u, /The guidelines changed after the decision/u] },
    async bring(): Promise<void> {
      await publish(test, 'portal', (draft) => ({ ...draft, budget: { ...draft.budget, hours: '2600' } }));
    },
  },
  {
    kind: 'blocker',
    words: { am: [/SKL-1 blokuje przekazanie/u, /SKL-1 blocks the handover/u], po: [/zgłoszenie SKL-1 zablokowało przekazanie/u, /Issue SKL-1 blocks the handover/u] },
    async bring(): Promise<void> {
      const { issues, links, events } = test.site.jira.store;
      links.add(issues.find(issueKey('shop', 1))?.id ?? '', issues.find(issue)?.id ?? '');
      await events.deliver();
      await test.site.host.idle();
    },
  },
] as const;

it.each(lapses)('a go that lapsed ($kind) is explained to the account manager and to the product owner', async ({ kind, words, bring }) => {
  await companyIn(behind);
  await askAndDecide(test, 'portal', issue, { verdict: { kind: 'go' }, reason: 'Wyniki są dobre', validUntil: kind === 'expired' ? dayBehind() : day(30) });
  await bring();
  const say = (pair: readonly [RegExp, RegExp], locale: string): RegExp => (locale === 'pl_PL' ? pair[0] : pair[1]);
  await takePictures(test, browser, 'lena', `gate-lapsed-${kind}`, async (visit, locale) => {
    await visit.open(gate);
    await visit.sees(say(words.am, locale));
    await visit.sees(locale === 'pl_PL' ? 'Wygasła' : 'Lapsed');
    expect(await visit.screen.locator('.glance-warning dd').innerText()).toBe('1');
  });
  await takePictures(test, browser, 'marek', `panel-lapsed-${kind}`, async (visit, locale) => {
    await openPanel(visit);
    await visit.sees(say(words.po, locale));
    await visit.button(locale === 'pl_PL' ? 'Poproś o nowy odbiór' : 'Request a new review').waitFor();
  });

  // Once a new request waits, the account manager is not told to have one made.
  await test.as('marek').ask({ issue }, requestReview, { note: '', recipient: '', dueOn: null });
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.sees('A new request waits.');
  expect(await lena.screen.getByText('A new review is needed.').count()).toBe(0);
});

it('a product owner reads in a no-go why, and what must change, and asks again by keyboard', async () => {
  await askAndDecide(test, 'portal', issue, { verdict: { kind: 'noGo' }, reason: 'Testy wydajności nie przeszły.\nPotrzebny jest raport z 200 użytkownikami i poprawa eksportu.' });
  await takePictures(test, browser, 'marek', 'panel-no-go', async (visit, locale) => {
    await openPanel(visit);
    await visit.sees(locale === 'pl_PL' ? 'Powody i co musi się zmienić' : 'Reasons, and what must change');
    await visit.sees(/raport z 200 użytkownikami/u);
  });
  await takePictures(test, browser, 'marek', 'gate-no-go', async (visit, locale) => {
    await visit.open(gate);
    await visit.sees(locale === 'pl_PL' ? 'Powody i co musi się zmienić' : 'Reasons, and what must change');
    await visit.sees(locale === 'pl_PL' ? 'Możesz tu czytać, ale nie decydować' : 'You can read here, but not decide');
    await visit.screen.locator('.card .button-link').first().click();
    await visit.screen.locator('.record .criterion').first().waitFor();
  });
  const marek = await browser.visit(test.site.urls.jira, 'marek');
  await openPanel(marek);
  await marek.tabTo(/Request a new review/u);
  await marek.page.keyboard.press('Enter');
  await marek.tabTo(/Note for the account manager/u);
  await marek.page.keyboard.type('Raport dołączony');
  await marek.tabTo(/Send the request/u);
  await marek.page.keyboard.press('Enter');
  await marek.sees('Earlier decision');
  await marek.sees('Raport dołączony');
});
