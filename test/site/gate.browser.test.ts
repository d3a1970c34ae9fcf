import { handToClientTransitionId, softwareStatus } from '../../local/jira/software-workflow';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects } from './small-company';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(60_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

async function requestReview(marek: Visit, issue: string, name: string | RegExp, note: string): Promise<void> {
  await marek.open(`/browse/${issue}`);
  await marek.button(name).click();
  await marek.page.keyboard.type(note);
  await marek.button('Send the request').click();
  await marek.button('Withdraw the request').waitFor();
}

/** Opens the status menu and hands the issue to the client. */
async function handToClient(marek: Visit, issue: string): Promise<void> {
  await marek.open(`/browse/${issue}`);
  await marek.page.locator('summary').filter({ hasText: 'In review' }).click();
  await marek.page.locator(`button[name="transition"][value="${handToClientTransitionId}"]`).click();
}

async function isRefused(marek: Visit, because: RegExp): Promise<void> {
  // The page that tells of a refusal is answered 400.
  marek.expectTrouble(/status of 400/u);
  const alert = marek.page.getByRole('alert');
  await alert.getByText('Jira refused the transition').waitFor();
  await alert.getByText(because).waitFor();
}

async function openDecision(lena: Visit, issue: string): Promise<void> {
  await lena.open(`/projects/${projects.portal.key}/apps/project/gate`);
  await lena.button(`Decide about ${issue}`).click();
}

const statusOf = (issue: string): string | undefined => test.site.jira.store.issues.find(issue)?.statusId;

it('Jira refuses the transition until a go, and says why and who can help', async () => {
  const issue = issueKey('portal', 1);
  const [lena, marek] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'marek')];
  await handToClient(marek, issue);
  await isRefused(marek, new RegExp(`Poproś o przegląd w panelu Opiekun[\\s\\S]*${people.lena.name}`, 'u'));
  await marek.picture('gate-refused');

  await requestReview(marek, issue, 'Request delivery review', 'Etap pierwszy, po testach');
  await handToClient(marek, issue);
  await isRefused(marek, /czeka na decyzję/u);

  await openDecision(lena, issue);
  await lena.sees('Etap pierwszy, po testach');
  await lena.screen.getByRole('radio', { name: /^No-go/u }).check();
  await lena.button('Sign the decision').click();
  await lena.sees('This is needed.');
  await lena.field('Reason').fill('Brakuje testów wydajności');
  await lena.picture('gate-decision');
  await lena.button('Sign the decision').click();
  await lena.sees(`Your decision about ${issue} is signed`);
  await handToClient(marek, issue);
  await isRefused(marek, /nie przekazujemy[\s\S]*Brakuje testów wydajności/u);
  expect(statusOf(issue)).toBe(softwareStatus.inReview);

  await requestReview(marek, issue, 'Request a new review', 'Testy dodane');
  await openDecision(lena, issue);
  await lena.screen.getByRole('radio', { name: /^Go/u }).check();
  await lena.field('Reason').fill('Wyniki są dobre');
  await lena.button('Sign the decision').click();
  await lena.sees(`Your decision about ${issue} is signed`);
  await handToClient(marek, issue);
  await marek.page.getByText(/The issue is now/u).waitFor();
  expect(statusOf(issue)).toBe(softwareStatus.handedToClient);
});

it('a conditional go opens the gate, and lapses when guidelines are published', async () => {
  const issue = issueKey('portal', 2);
  const [lena, marek] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'marek')];
  await requestReview(marek, issue, 'Request delivery review', '');
  await openDecision(lena, issue);
  await lena.screen.getByRole('radio', { name: /^Conditional go/u }).check();
  await lena.field('What has to be done').fill('Poprawić eksport');
  await lena.field('Who sees to it').fill(people.olga.name);
  await lena.field('By').fill(day(7));
  await lena.field('Reason').fill('Reszta gotowa');
  await lena.button('Sign the decision').click();
  await lena.sees('Poprawić eksport');
  await publish(test, 'portal', (draft) => ({ ...draft, budget: { ...draft.budget, hours: '2700' } }));
  await lena.page.reload();
  await lena.sees(/the guidelines changed after it was given/u);
  await lena.picture('gate-lapsed');
  await handToClient(marek, issue);
  await isRefused(marek, /zmieniły się wytyczne/u);

  await requestReview(marek, issue, 'Request a new review', '');
  await openDecision(lena, issue);
  await lena.screen.getByRole('radio', { name: /^Conditional go/u }).check();
  await lena.field('What has to be done').fill('Poprawić eksport');
  await lena.field('Who sees to it').fill(people.olga.name);
  await lena.field('By').fill(day(7));
  await lena.field('Reason').fill('Nadal dobrze');
  await lena.button('Sign the decision').click();
  await lena.sees(`Your decision about ${issue} is signed`);
  await handToClient(marek, issue);
  await marek.page.getByText(/The issue is now/u).waitFor();
});

it('an account manager decides by keyboard alone', async () => {
  const issue = issueKey('portal', 3);
  const [lena, marek] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'marek')];
  await requestReview(marek, issue, 'Request delivery review', 'Do decyzji');
  await lena.open(`/projects/${projects.portal.key}/apps/project/gate`);
  await lena.button(`Decide about ${issue}`).waitFor();
  await lena.tabTo(new RegExp(`Decide about ${issue}`, 'u'));
  await lena.page.keyboard.press('Enter');
  await lena.sees('Your decision');
  await lena.tabTo(/It may be handed to the client/u);
  await lena.page.keyboard.press('Space');
  await lena.tabTo(/Reason/u);
  await lena.page.keyboard.type('Sprawdzone');
  await lena.tabTo(/Sign the decision/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees(`Your decision about ${issue} is signed`);
  await lena.sees('Sprawdzone');
});
