import { readFile } from 'node:fs/promises';
import { handToClientTransitionId, softwareStatus } from '../../local/jira/software-workflow';
import { readGate, saveGateSettings } from '../../src/contract/gate-operations';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects } from './small-company';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;
const portal = { project: projects.portal.key };
/** What a person has to say of the default checklist where no day was asked for; the rest is found out. */
const documentation = /Dokumentacja/u;
const byHand = [/Termin mieści się/u, /uzgodnionymi z klientem/u, documentation, /Klient wie/u, /Protokół odbioru/u];

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

async function openReview(lena: Visit, issue: string): Promise<void> {
  await lena.open(gate);
  await lena.button(`Review ${issue}`).click();
  await lena.screen.getByRole('heading', { name: 'Checklist' }).waitFor();
}

/** Says of each criterion that nobody has settled that it is met, and waives what the app found not met. */
async function settleChecklist(lena: Visit): Promise<void> {
  for (const name of byHand) await lena.screen.getByRole('radiogroup', { name }).getByRole('radio', { name: 'Met', exact: true }).check();
  const missed = lena.screen.locator('.criterion-notMet');
  while ((await missed.count()) > 0) {
    await missed.first().getByRole('radio', { name: 'Waived' }).check();
    await lena.field('Why it is waived').last().fill('The team knows');
  }
}

async function chooseVerdict(lena: Visit, name: RegExp): Promise<void> {
  await lena.screen.getByRole('radio', { name }).check();
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

  await openReview(lena, issue);
  await lena.sees('Etap pierwszy, po testach');
  await chooseVerdict(lena, /^No-go/u);
  await lena.button('Sign the decision').click();
  await lena.sees('This is needed.');
  await lena.sees('Say whether it is met.');
  await settleChecklist(lena);
  await lena.field('Reasons, and what must change').fill('Brakuje testów wydajności');
  await lena.picture('gate-decision');
  await lena.button('Sign the decision').click();
  await lena.sees(`Your decision about ${issue} is signed`);
  await handToClient(marek, issue);
  await isRefused(marek, /nie przekazujemy[\s\S]*Brakuje testów wydajności/u);
  expect(statusOf(issue)).toBe(softwareStatus.inReview);

  await requestReview(marek, issue, 'Request a new review', 'Testy dodane');
  await openReview(lena, issue);
  await lena.sees('Brakuje testów wydajności');
  await settleChecklist(lena);
  await chooseVerdict(lena, /^Go/u);
  await lena.field('Reason').fill('Wyniki są dobre');
  await lena.button('Sign the decision').click();
  await lena.sees(`Your decision about ${issue} is signed`);
  await handToClient(marek, issue);
  await marek.page.getByText(/The issue is now/u).waitFor();
  expect(statusOf(issue)).toBe(softwareStatus.handedToClient);
});

it('a go is refused in words while a criterion is not met, and nothing that was written is lost', async () => {
  const issue = issueKey('portal', 2);
  const [lena, marek] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'marek')];
  await requestReview(marek, issue, 'Request delivery review', '');
  await openReview(lena, issue);
  await settleChecklist(lena);
  await lena.screen.getByRole('radiogroup', { name: documentation }).getByRole('radio', { name: 'Not met' }).check();
  await chooseVerdict(lena, /^Go/u);
  await lena.sees(/A go is not possible: 1 criterion is not met/u);
  await lena.field('Reason').fill('Reszta gotowa');
  await lena.button('Close').click();
  await lena.screen.getByText('Continue the review').click();
  await expect(lena.field('Reason').inputValue()).resolves.toBe('Reszta gotowa');

  await chooseVerdict(lena, /^Conditional go/u);
  await lena.button('From what is not met (1)').click();
  await lena.field('Who sees to it').fill(people.olga.name);
  await lena.field('By').fill(day(7));
  // The guidelines change under the open review: the decision is not taken on evidence that is no longer true.
  await publish(test, 'portal', (draft) => ({ ...draft, budget: { ...draft.budget, hours: '2650' } }));
  await lena.button('Sign the decision').click();
  await lena.sees('The evidence is no longer fresh');
  await lena.picture('gate-evidence-old');
  await lena.screen.getByRole('alert').getByRole('button', { name: 'Gather the evidence again' }).click();
  await lena.sees('What you wrote is still here.');
  await settleChecklist(lena);
  await lena.button('Sign the decision').click();
  await lena.sees(`Your decision about ${issue} is signed`);
  await lena.button(/^Mark as met/u).waitFor();
});

it('a condition is met, and not after all; a conditional go lapses when guidelines are published', async () => {
  const issue = issueKey('portal', 2);
  const [lena, marek] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'marek')];
  await lena.open(gate);
  await lena.button(/^Mark as met/u).click();
  await lena.sees('All conditions met');
  await marek.open(`/browse/${issue}`);
  await marek.sees('Met');
  await lena.button(/^Not met after all/u).click();
  await lena.button(/^Mark as met/u).waitFor();

  await publish(test, 'portal', (draft) => ({ ...draft, budget: { ...draft.budget, hours: '2700' } }));
  await lena.page.reload();
  await lena.sees(/the guidelines changed after it was given/u);
  await lena.picture('gate-lapsed');
  await handToClient(marek, issue);
  await isRefused(marek, /zmieniły się wytyczne/u);
  await marek.open(`/browse/${issue}`);
  await marek.sees(/The guidelines changed after the decision/u);
});

it('a record is printed for the client without internal figures, and decisions are exported', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.button(new RegExp(`^Record: ${issueKey('portal', 2)}`, 'u')).click();
  await lena.sees('Record of the decision');
  // A headless browser has printed before anybody could look.
  await lena.screen.locator('body').evaluate('window.print = () => undefined');
  await lena.button('Print').click();
  await lena.page.emulateMedia({ media: 'print' });
  const sheet = lena.screen.locator('.print-sheet');
  await sheet.getByText('For the client', { exact: true }).waitFor();
  await lena.picture('gate-record-print');
  expect(await sheet.getByText('Hours', { exact: true }).count()).toBe(0);
  expect(await lena.screen.locator('#root').isVisible()).toBe(false);
  await lena.page.emulateMedia({ media: 'screen' });
  await lena.screen.locator('body').evaluate("window.dispatchEvent(new Event('afterprint'))");
  await sheet.waitFor({ state: 'detached' });

  await lena.button('History and export').click();
  await lena.sees(`Conditional go for ${issueKey('portal', 2)}`);
  const [file] = await Promise.all([lena.page.waitForEvent('download'), lena.button('Export decisions (CSV)').click()]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFDeliverable,')).toBe(true);
  expect(text).toContain('Brakuje testów wydajności');
  expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(3);
});

it('two people who edit the checklist at once lose nothing', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.button('Checklist and rules').click();
  await lena.button('Add a criterion').click();
  await lena.button('Save').click();
  await lena.sees('A criterion needs a text.');
  await lena.field('Criterion 10').fill('Dostępność sprawdzona');
  await lena.button('Move criterion 10 up').click();

  const { settings } = await test.as('lena').ask(portal, readGate);
  await test.as('lena').ask(portal, saveGateSettings, { ...settings, ownRequestAllowed: true });
  await lena.button('Save').click();
  await lena.sees('Somebody else saved other rules meanwhile');
  await lena.button('Show what they saved').click();
  await lena.picture('gate-rules-conflict');
  await lena.button('Save mine over theirs').click();
  await lena.sees('Saved');
  const saved = await test.as('lena').ask(portal, readGate);
  expect(saved.settings).toMatchObject({ revision: 2, ownRequestAllowed: false });
  expect(saved.settings.criteria.at(-2)?.text).toBe('Dostępność sprawdzona');
  await test.as('lena').ask(portal, saveGateSettings, { ...saved.settings, criteria: saved.settings.criteria.filter(({ text }) => text !== 'Dostępność sprawdzona') });
});

it('an account manager decides by keyboard alone', async () => {
  const issue = issueKey('portal', 3);
  const [lena, marek] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'marek')];
  await requestReview(marek, issue, 'Request delivery review', 'Do decyzji');
  await lena.open(gate);
  await lena.button(`Review ${issue}`).waitFor();
  await lena.tabTo(new RegExp(`Review ${issue}`, 'u'));
  await lena.page.keyboard.press('Enter');
  await lena.sees('Your decision');
  await lena.picture('gate-keyboard');
  // What nobody acknowledged can only be waived: one arrow from what the app found.
  await lena.tabTo(/Not met/u);
  await lena.page.keyboard.press('ArrowRight');
  await lena.tabTo(/Why it is waived/u);
  await lena.page.keyboard.type('Wiedzą');
  for (const name of byHand) {
    await lena.page.keyboard.press('Tab');
    await lena.page.keyboard.press('Space');
    await expect(lena.screen.getByRole('radiogroup', { name }).getByRole('radio', { name: 'Met', exact: true }).isChecked()).resolves.toBe(true);
  }
  await lena.tabTo(/It may be handed to the client/u);
  await lena.page.keyboard.press('Space');
  await lena.tabTo(/Reason/u);
  await lena.page.keyboard.type('Sprawdzone');
  await lena.tabTo(/Sign the decision/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees(`Your decision about ${issue} is signed`);
  await lena.sees('Sprawdzone');
});
