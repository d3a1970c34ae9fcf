import { requestReview } from '../../src/contract/gate-operations';
import { readDraft, saveDraft } from '../../src/contract/guidelines';
import { acknowledgeGuidelines } from '../../src/contract/panel';
import { setSignalSecret } from '../../src/contract/settings';
import { nameOf, type Deliverable } from '../../src/domain/deliverable';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects, stages, type PersonName } from './small-company';
import { decide } from './small-gate';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

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
  for (const number of [1, 2] as const) await marek.ask({ issue: issueKey('portal', number) }, requestReview, { note: `${odd.markup} ${odd.endless}`, recipient: odd.rightToLeft, dueOn: day(7) });
  const spot = { project: projects.portal.key };
  const conditions = [{ id: 'condition001', text: odd.endless, owner: odd.rightToLeft, dueOn: day(7) }];
  const isSecond = (deliverable: Deliverable): boolean => nameOf(deliverable) === issueKey('portal', 2);
  await decide(test, 'portal', isSecond, { verdict: { kind: 'conditionalGo', conditions }, reason: `${odd.markup}\n${odd.emoji}` });
  salesforce.store.moveStage(test.deals.portal, stages.internallyWon);
  await link(test, 'portal', 'portal');
  await until('the entries', () => tempo.store.plans.search({}).length === 2);
  await test.site.host.idle();
  const [plan] = tempo.store.plans.search({ accountIds: [people.olga.accountId] });
  if (plan === undefined) throw new Error('Olga has no entry');
  tempo.store.plans.replace(plan, { ...plan, endDate: day(30) }, undefined);
  await untilSync(test, 'portal', 'drifted');
  // A draft that differs, so that there is something to review.
  const { revision, draft } = await test.as('lena').ask(spot, readDraft);
  await test.as('lena').ask(spot, saveDraft, { revision, draft: { ...draft, scope: { ...draft.scope, goal: `${odd.markup} ${odd.emoji}` }, staffing: draft.staffing.map((line) => ({ ...line, hoursPerDay: '5' })) } });
  await furnishLostDeal();
  await furnishSettings();
}

/** A deal that was lost, whose entries can be brought back. */
async function furnishLostDeal(): Promise<void> {
  const { salesforce, tempo } = test.site;
  salesforce.store.changeOpportunity(test.deals.shop, { name: `${odd.markup.slice(0, 60)} ${odd.endless.slice(0, 59)}` });
  await publish(test, 'shop', (shop) => ({ ...shop, staffing: shop.staffing.map((line, place) => ({ ...line, role: place === 0 ? odd.endless.slice(0, 100) : odd.rightToLeft })) }));
  await link(test, 'shop', 'shop');
  await until('the entries', () => tempo.store.plans.search({ projectIds: [projects.shop.id] }).length === 2);
  salesforce.store.moveStage(test.deals.shop, stages.lost);
  await until('the entries to go', () => tempo.store.plans.search({ projectIds: [projects.shop.id] }).length === 1);
  await test.site.host.idle();
}

/** Two secrets of each way, a signal that was refused, and most of the API calls used. */
async function furnishSettings(): Promise<void> {
  const { host, salesforce } = test.site;
  for (const [via, letter] of [['flow', 'f'], ['outboundMessage', 'm'], ['outboundMessage', 'n']] as const) {
    await test.as('iga').ask('settings', setSignalSecret, { via, secret: letter.repeat(43) });
  }
  await fetch(host.webTriggerUrl('salesforce-signal'), { method: 'POST', body: '{}' });
  salesforce.budget.setUsedShare(0.97);
  await host.runSchedule('poll');
  await host.runSchedule('reconcile');
  await host.idle();
}

const portalPage = (section: string): string => `/projects/${projects.portal.key}/apps/project/${section}`;

interface Screen {
  readonly name: string;
  readonly who: PersonName;
  readonly path: string;
  /** What is there once the screen is complete. */
  readonly until: string;
  /** Pressed then, one after another, and `until` waited for each time. */
  readonly press?: readonly { readonly control: string; readonly until: string }[];
}

const screens: readonly Screen[] = [
  { name: 'settings', who: 'iga', path: '/settings/apps/settings', until: '.stages tbody tr', press: [{ control: '.health-head button', until: '.health-card .warned' }] },
  { name: 'guidelines', who: 'lena', path: portalPage('guidelines'), until: '.versions' },
  { name: 'editor', who: 'lena', path: portalPage('guidelines'), until: '.versions', press: [{ control: '.page-head .button-primary', until: '.staffing-row' }] },
  { name: 'review', who: 'lena', path: portalPage('guidelines'), until: '.versions', press: [{ control: '.page-head .button-primary', until: '.staffing-row' }, { control: '.editor-foot .button-primary', until: '.replan-effects' }] },
  { name: 'gate', who: 'lena', path: portalPage('gate'), until: '.cards .button-primary', press: [{ control: '.cards .button-primary', until: 'form.decision .criterion' }] },
  { name: 'gate-record', who: 'lena', path: portalPage('gate'), until: '.gate-condition', press: [{ control: '.cards .button-link', until: '.record .tile' }] },
  {
    name: 'gate-more',
    who: 'lena',
    path: portalPage('gate'),
    until: '.gate-more',
    press: [
      { control: '.page-head .button', until: '.version-request' },
      { control: '.gate-more > .disclosure:nth-child(1) > button', until: '.history-event' },
      { control: '.gate-more > .disclosure:nth-child(2) > button', until: '.rule-row' },
    ],
  },
  { name: 'planner', who: 'lena', path: portalPage('planner'), until: '.drift' },
  {
    name: 'planner-opened',
    who: 'lena',
    path: portalPage('planner'),
    until: '.drift',
    press: [
      { control: '.disclosure:nth-child(1) button', until: '.disclosure .released li' },
      { control: '.disclosure:nth-child(2) button', until: '.trail-record' },
      { control: '.deal-more > div:last-child button', until: '.question .released li' },
    ],
  },
  { name: 'planner-lost', who: 'lena', path: `/projects/${projects.shop.key}/apps/project/planner`, until: '.released li' },
  { name: 'panel', who: 'marek', path: `/browse/${issueKey('portal', 1)}`, until: '.acknowledge' },
  { name: 'panel-request', who: 'marek', path: `/browse/${issueKey('portal', 2)}`, until: '.conditions', press: [{ control: 'button[aria-expanded="false"]', until: 'form.request' }] },
];

async function show(visit: Visit, screen: Screen): Promise<void> {
  await visit.open(screen.path);
  await visit.screen.locator(screen.until).first().waitFor();
  for (const { control, until: shown } of screen.press ?? []) {
    await visit.screen.locator(control).first().click();
    await visit.screen.locator(shown).first().waitFor();
  }
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

  it.each(screens)('$name does not scroll sideways, however narrow', async (screen) => {
    const visit = await browser.visit(test.site.urls.jira, screen.who, { theme, width: 640, height: 800 });
    await show(visit, screen);
    // 640 CSS pixels are what a window of 1280 shows at 200 % zoom.
    for (const width of [640, 320]) {
      await visit.page.setViewportSize({ width, height: 800 });
      await visit.picture(`${screen.name}-${locale.slice(0, 2)}-${theme}-${width}`);
      await until(`${screen.name} to fit into ${width} pixels`, async () => Object.values(await visit.sideways()).every((overhang) => overhang === 0));
    }
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

it.each([
  { where: 'the planner', path: portalPage('planner'), who: 'lena', stops: [/Take theirs/u, /Put ours back/u, /What would go if this deal is lost/u, /History of this deal's entries/u, /Unlink this deal/u] },
  { where: 'a lost deal', path: `/projects/${projects.shop.key}/apps/project/planner`, who: 'lena', stops: [/Sync now/u, /Bring back/u, /History of this deal's entries/u] },
  {
    where: 'the gate',
    path: portalPage('gate'),
    who: 'lena',
    stops: [/Ask for a version/u, new RegExp(`Review ${issueKey('portal', 1)}`, 'u'), /Mark as met/u, /Record: /u, /History and export/u, /Checklist and rules/u],
  },
  {
    where: 'the settings',
    path: '/settings/apps/settings',
    who: 'iga',
    stops: [/Refresh/u, /Look again/u, /Copy the address/u, /End the earlier one now/u, /Make a new secret/u, /Send a test signal as the Flow/u, /Make a new address/u, /as the Outbound Message/u],
  },
] as const)('a keyboard gets through what is new in $where, in the order in which it is read', async ({ path, who, stops }) => {
  const visit = await browser.visit(test.site.urls.jira, who);
  await visit.open(path);
  await visit.screen.locator('.health-card, .sync, .glance').first().waitFor();
  await visit.screen.locator('.stages tbody tr, .deal-more, .gate-more').first().waitFor();
  for (const stop of stops) await visit.tabTo(stop);
});
