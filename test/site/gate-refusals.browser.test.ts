import { softwareIssueType, softwareStatus } from '../../local/jira/software-workflow';
import { readGate, requestReview, requestVersionReview, saveGateSettings, withdrawReview } from '../../src/contract/gate-operations';
import { mostItems } from '../../src/domain/deliverable';
import { TestBrowser, type Visit } from './browser';
import { issueKey, people, projects } from './small-company';
import { takePictures } from './small-gate';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

/** What keeps a decision from being taken, as the person sees it. */

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;
const portal = { project: projects.portal.key };
const nothing = { note: '', recipient: '', dueOn: null };

beforeEach(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
  await publish(test, 'portal');
});
afterEach(async () => {
  await browser.endVisits();
  await browser.close();
  await test.close();
});

async function openFirst(visit: Visit): Promise<void> {
  await visit.open(gate);
  await visit.screen.locator('.cards .button-primary').first().click();
}

/** Settles the whole checklist and writes a no-go, by keyboard where somebody writes. */
async function writeNoGo(lena: Visit): Promise<void> {
  await lena.screen.locator('form.decision').waitFor();
  for (const group of await lena.screen.getByRole('radiogroup').all()) await group.getByRole('radio', { name: 'Not met', exact: true }).check();
  await lena.tabTo(/It may be handed to the client/u);
  // The third of three, of which none is chosen.
  for (const key of ['ArrowDown', 'ArrowDown']) await lena.page.keyboard.press(key);
  await lena.tabTo(/Reasons, and what must change/u);
  await lena.page.keyboard.type('Brakuje testów');
}

it('a request that was withdrawn meanwhile is not decided, and what was written can be copied first', async () => {
  const issue = issueKey('portal', 1);
  const marek = test.as('marek');
  const { review } = await marek.ask({ issue }, requestReview, nothing);
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await openFirst(lena);
  await writeNoGo(lena);
  await marek.ask({ issue }, withdrawReview, { reviewId: review?.id ?? '' });
  await lena.tabTo(/Sign the decision/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('This review no longer waits');
  await lena.sees(/Copy what you wrote first/u);
  await lena.picture('gate-not-waiting');
  await expect(lena.field('Reasons, and what must change').inputValue()).resolves.toBe('Brakuje testów');
  await lena.screen.getByRole('alert').getByRole('button', { name: 'See how it stands now' }).click();
  await lena.sees('Nothing waits.');
});

it('a request that was withdrawn before it is opened says so, and goes away', async () => {
  const issue = issueKey('portal', 1);
  const { review } = await test.as('marek').ask({ issue }, requestReview, nothing);
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.button(`Review ${issue}`).waitFor();
  await test.as('marek').ask({ issue }, withdrawReview, { reviewId: review?.id ?? '' });
  await lena.button(`Review ${issue}`).click();
  await lena.sees('This review no longer waits');
  await lena.screen.getByRole('alert').getByRole('button').click();
  await lena.sees('Nothing waits.');
});

it('a version with more issues than anybody could review is refused in words, and says what to do', async () => {
  const { store } = test.site.jira;
  const version = store.versions.create(projects.portal.id, 'Wszystko naraz');
  if (version === false) throw new Error('the company has changed');
  store.seed.inOneTransaction(() => {
    for (let number = 100; number <= 100 + mostItems; number += 1) {
      store.seed.createIssue({
        id: `${7_000_000 + number}`,
        key: `${projects.portal.key}-${number}`,
        projectId: projects.portal.id,
        typeId: softwareIssueType.story,
        statusId: softwareStatus.inReview,
        summary: `Część ${number}`,
        reporter: people.marek.accountId,
        created: '2026-01-01T10:00:00.000Z',
        fixVersionIds: [version.id],
      });
    }
  });
  await test.as('marek').ask(portal, requestVersionReview, { versionId: version.id, ...nothing });
  await takePictures(test, browser, 'lena', 'gate-too-large', async (visit, locale) => {
    await openFirst(visit);
    await visit.sees(locale === 'pl_PL' ? 'To za dużo na jeden odbiór' : 'It is too large to review');
  });
});

it('who asked is told who decides instead, and decides only where the project allows it', async () => {
  const issue = issueKey('portal', 1);
  await test.as('lena').ask({ issue }, requestReview, nothing);
  await takePictures(test, browser, 'lena', 'gate-own', async (visit, locale) => {
    await visit.open(gate);
    await visit.sees(locale === 'pl_PL' ? /To Twój własny wniosek/u : /This is your own request/u);
    expect(await visit.screen.locator('.cards .button-primary').count()).toBe(0);
  });

  const { settings } = await test.as('lena').ask(portal, readGate);
  const { settings: saved } = await test.as('lena').ask(portal, saveGateSettings, { ...settings, ownRequestAllowed: true });
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await openFirst(lena);
  await lena.sees(/The project allows you to decide it/u);
  await lena.picture('gate-own-allowed');
  // The rule changes while the review is open.
  await test.as('lena').ask(portal, saveGateSettings, { ...saved, ownRequestAllowed: false });
  await writeNoGo(lena);
  await lena.button('Sign the decision').click();
  const alert = lena.screen.getByRole('alert');
  await alert.getByText('This is your own request').waitFor();
  await alert.getByText(/Somebody else with the permission has to/u).waitFor();
});
