import { decideReview, readGate, requestReview } from '../../src/contract/gate';
import { acknowledgeGuidelines } from '../../src/contract/panel';
import { syncDealNow } from '../../src/contract/planner';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects, stages, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(90_000);

/** What people paste: markup, writing from the right, pictures of families, and a word without an end. */
const odd = {
  markup: '<script>document.title = "taken over"</script><img src=x onerror=alert(1)>',
  rightToLeft: 'שלום עולם (v2) مرحبا',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈 Zespół',
  endless: 'Nieskończone'.repeat(15),
} as const;

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await furnish();
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

/** Gives every screen something of every kind to show, written as oddly as people write. */
async function furnish(): Promise<void> {
  const { salesforce, tempo } = test.site;
  salesforce.store.changeOpportunity(test.deals.portal, { name: `${odd.markup.slice(0, 60)} ${odd.rightToLeft}` });
  await publish(test, 'portal');
  await test.as('marek').ask({ issue: issueKey('portal', 1) }, acknowledgeGuidelines, { version: 1 });
  await publish(test, 'portal', (draft) => ({
    ...draft,
    scope: { goal: odd.markup, inScope: odd.endless, outOfScope: odd.rightToLeft },
    priorities: Object.values(odd).map((text, place) => ({ id: `priority000${place}`, text })),
    staffing: draft.staffing.map((line, place) => ({ ...line, role: place === 0 ? odd.endless.slice(0, 100) : odd.emoji })),
  }));
  const marek = test.as('marek');
  for (const number of [1, 2] as const) await marek.ask({ issue: issueKey('portal', number) }, requestReview, { note: `${odd.markup} ${odd.endless}`, dueOn: day(7) });
  const spot = { project: projects.portal.key };
  const { waiting } = await test.as('lena').ask(spot, readGate);
  const conditions = [{ id: 'condition001', text: odd.endless, owner: odd.rightToLeft, dueOn: day(7) }];
  const second = waiting.find(({ deliverable }) => deliverable.issueKey === issueKey('portal', 2));
  await test.as('lena').ask(spot, decideReview, { reviewId: second?.id, verdict: { kind: 'conditionalGo', conditions }, reason: `${odd.markup}\n${odd.emoji}`, validUntil: null });
  salesforce.store.moveStage(test.deals.portal, stages.internallyWon);
  await link(test, 'portal', 'portal');
  await until('the entries', () => tempo.store.plans.search({}).length === 2);
  await test.site.host.idle();
  const [plan] = tempo.store.plans.search({ accountIds: [people.olga.accountId] });
  if (plan === undefined) throw new Error('Olga has no entry');
  tempo.store.plans.replace(plan, { ...plan, endDate: day(30) }, undefined);
  await test.site.host.runSchedule('poll');
  await test.as('lena').ask(spot, syncDealNow, { dealId: test.deals.portal });
  await untilSync(test, 'portal', 'drifted');
}

const portalPage = (section: string): string => `/projects/${projects.portal.key}/apps/project/${section}`;

interface Screen {
  readonly name: string;
  readonly who: PersonName;
  readonly path: string;
  /** What is there once the screen is complete. */
  readonly until: string;
  /** Pressed then, and `until` waited for again. */
  readonly press?: { readonly control: string; readonly until: string };
}

const screens: readonly Screen[] = [
  { name: 'settings', who: 'iga', path: '/settings/apps/settings', until: '.stages tbody tr' },
  { name: 'guidelines', who: 'lena', path: portalPage('guidelines'), until: '.versions' },
  { name: 'editor', who: 'lena', path: portalPage('guidelines'), until: '.versions', press: { control: '.page-head .button-primary', until: '.staffing-row' } },
  { name: 'gate', who: 'lena', path: portalPage('gate'), until: '.cards .button-primary', press: { control: '.cards .button-primary', until: 'form.decision' } },
  { name: 'planner', who: 'lena', path: portalPage('planner'), until: '.drift' },
  { name: 'panel', who: 'marek', path: `/browse/${issueKey('portal', 1)}`, until: '.acknowledge' },
  { name: 'panel-request', who: 'marek', path: `/browse/${issueKey('portal', 2)}`, until: '.conditions', press: { control: 'button[aria-expanded="false"]', until: 'form.request' } },
];

async function show(visit: Visit, screen: Screen): Promise<void> {
  await visit.open(screen.path);
  await visit.screen.locator(screen.until).first().waitFor();
  if (screen.press === undefined) return;
  await visit.screen.locator(screen.press.control).first().click();
  await visit.screen.locator(screen.press.until).first().waitFor();
}

/** How far the page, or the screen in it, can be scrolled sideways, in CSS pixels. */
async function sideways(visit: Visit): Promise<{ page: number; screen: number }> {
  const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  // As a text it is evaluated in the window that the element belongs to.
  return { page: await visit.page.evaluate<number>(overhang), screen: await visit.screen.locator('html').evaluate<number, unknown>(overhang) };
}

describe.each([
  { locale: 'pl_PL', theme: 'light' },
  { locale: 'en_US', theme: 'dark' },
] as const)('in $locale, $theme', ({ locale, theme }) => {
  beforeAll(() => {
    for (const { accountId } of Object.values(people)) {
      test.site.jira.store.people.setLocale(accountId, locale);
      test.site.jira.store.people.setTheme(accountId, theme);
    }
  });

  // 640 CSS pixels are what a window of 1280 shows at 200 % zoom.
  it.each(screens.flatMap((screen) => [320, 640].map((width) => ({ ...screen, width }))))('$name does not scroll sideways at $width pixels', async (screen) => {
    const visit = await browser.visit(test.site.urls.jira, screen.who, { theme, width: screen.width, height: 800 });
    await show(visit, screen);
    await visit.picture(`${screen.name}-${locale.slice(0, 2)}-${theme}-${screen.width}`);
    expect(await sideways(visit)).toEqual({ page: 0, screen: 0 });
    expect(await visit.screen.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
    expect(await visit.screen.locator('html').getAttribute('data-color-mode')).toBe(theme);
  });
});

it.each(screens)('$name shows markup, writing from the right and emoji as they were typed', async (screen) => {
  const visit = await browser.visit(test.site.urls.jira, screen.who);
  const dialogs: string[] = [];
  visit.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await show(visit, screen);
  await visit.picture(`${screen.name}-wide`);
  expect(dialogs).toEqual([]);
  expect(await visit.page.title()).not.toBe('taken over');
  expect(await visit.screen.locator('img[src="x"]').count()).toBe(0);
  if (screen.name !== 'settings') {
    const written = await visit.screen.locator('body').innerText();
    const typed = await visit.screen.locator('textarea, input').evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')).join('\n'));
    expect(`${written}\n${typed}`).toContain('<script>document.title');
  }
});
