import { softwareIssueType, softwareStatus, handToClientTransitionId, softwareWorkflowId } from '../../local/jira/software-workflow';
import { readGuard } from '../../src/contract/gate-operations';
import { TestBrowser, type Visit } from './browser';
import { issueKey, people, projects, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;
const portal = { project: projects.portal.key };
const mostTabs = 80;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
  await publish(test, 'portal');
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

async function visitIn(language: 'pl_PL' | 'en_US', person: PersonName): Promise<Visit> {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person);
}

/** Presses Tab until what is focused on the page itself is named so. */
async function tabOnPage({ page }: Visit, name: RegExp): Promise<void> {
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (name.test(await page.evaluate<string>('document.activeElement?.tagName === "IFRAME" ? "" : (document.activeElement?.textContent ?? "")'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not get to ${name.source}`);
}

const words = {
  pl_PL: {
    inReview: /^\s*W przeglądzie\s*$/u, handOver: /klient/iu, refused: 'Jira nie wykonała przejścia', ask: /^ *Poproś o odbiór *$/u, note: /Notatka/u, send: /Wyślij wniosek/u, sent: 'Wniosek o odbiór został wysłany.',
    review: /Rozpatrz/u, notMet: /Niespełnione/u, why: /Dlaczego/u, met: 'Spełnione', go: /Można przekazać klientowi/u, reason: /Uzasadnienie/u, sign: /Podpisz decyzję/u, signed: /jest podpisana/u, done: /Status zgłoszenia zmieniony/u,
  },
  en_US: {
    inReview: /^\s*In review\s*$/u, handOver: /client/iu, refused: 'Jira refused the transition', ask: /^ *Request delivery review *$/u, note: /Note/u, send: /Send the request/u, sent: 'The review was requested.',
    review: /Review/u, notMet: /Not met/u, why: /Why it is waived/u, met: 'Met', go: /It may be handed to the client/u, reason: /Reason/u, sign: /Sign the decision/u, signed: /is signed/u, done: /The issue is now/u,
  },
} as const;

async function handOver(marek: Visit, issue: string, { inReview, handOver: transition }: (typeof words)['pl_PL' | 'en_US']): Promise<void> {
  await marek.open(`/browse/${issue}`);
  await tabOnPage(marek, inReview);
  await marek.page.keyboard.press('Enter');
  await tabOnPage(marek, transition);
  await marek.page.keyboard.press('Enter');
}

it.each([['pl_PL', 1], ['en_US', 2]] as const)('from request to handover by keyboard alone, in %s', async (language, number) => {
  const say = words[language];
  const issue = issueKey('portal', number);
  const [lena, marek] = [await visitIn(language, 'lena'), await visitIn(language, 'marek')];
  await handOver(marek, issue, say);
  // The page that tells of a refusal is answered 400.
  marek.expectTrouble(/status of 400/u);
  await marek.page.getByRole('alert').getByText(say.refused).waitFor();

  await marek.open(`/browse/${issue}`);
  await marek.tabTo(say.ask);
  await marek.page.keyboard.press('Enter');
  await marek.tabTo(say.note);
  await marek.page.keyboard.type('Do decyzji');
  await marek.tabTo(say.send);
  await marek.page.keyboard.press('Enter');
  await marek.sees(say.sent);
  await marek.picture(`gate-asked-${language}`);

  await lena.open(gate);
  await lena.sees('Do decyzji');
  await lena.tabTo(new RegExp(`${say.review.source}.*${issue}`, 'u'));
  await lena.page.keyboard.press('Enter');
  // What nobody acknowledged can only be waived: one arrow from what the app found.
  await lena.tabTo(say.notMet);
  await lena.page.keyboard.press('ArrowRight');
  await lena.tabTo(say.why);
  await lena.page.keyboard.type('Wiedzą');
  for (let count = 0; count < 5; count += 1) {
    await lena.page.keyboard.press('Tab');
    await lena.page.keyboard.press('Space');
  }
  await lena.tabTo(say.go);
  await lena.page.keyboard.press('Space');
  await lena.tabTo(say.reason);
  await lena.page.keyboard.type('Sprawdzone');
  await lena.picture(`gate-deciding-${language}`);
  await lena.tabTo(say.sign);
  await lena.page.keyboard.press('Enter');
  await lena.sees(say.signed);

  await handOver(marek, issue, say);
  await marek.page.getByText(say.done).waitFor();
  expect(test.site.jira.store.issues.find(issue)?.statusId).toBe(softwareStatus.handedToClient);
});

it('tells who decides when a rule was removed, and when something went past the gate', async () => {
  const { issues, projects: stored, relocation, workflows } = test.site.jira.store;
  await test.as('lena').ask(portal, readGuard);
  const [issue, project] = [issues.find(issueKey('portal', 3)), stored.find(projects.portal.key)];
  if (issue === undefined || project === undefined) throw new Error('the company has changed');
  relocation.move(issue, { project, typeId: softwareIssueType.bug, statusId: softwareStatus.handedToClient }, { kind: 'user', accountId: people.marek.accountId });
  await test.site.jira.store.events.deliver();
  await test.site.host.idle();
  workflows.setValidators(softwareWorkflowId, handToClientTransitionId, []);

  const lena = await visitIn('pl_PL', 'lena');
  await lena.open(gate);
  await lena.sees('Coś przekazano bez zgody');
  await lena.sees(issue.key);
  await lena.sees('Bramkę usunięto z przejścia');
  await lena.picture('gate-guard-pl');
  const dark = await browser.visit(test.site.urls.jira, 'lena', { theme: 'dark', width: 320 });
  test.site.jira.store.people.setLocale(people.lena.accountId, 'en_US');
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  await dark.open(gate);
  await dark.sees('Something was handed over without a go');
  await dark.button('History and export').click();
  await dark.sees(`${issue.key} was handed over without a go`);
  await dark.picture('gate-guard-en-320');
  expect(await dark.sideways()).toEqual({ page: 0, screen: 0 });
});

it('a product owner asks for a version, and the account manager decides on its issues', async () => {
  test.site.jira.store.people.setTheme(people.lena.accountId, 'light');
  const version = test.site.jira.store.versions.create(projects.portal.id, 'Wiosna');
  if (version === false) throw new Error('the company has changed');
  test.site.jira.store.issues.update(test.site.jira.store.issues.find(issueKey('portal', 3))?.id ?? '', { fixVersionIds: [version.id] }, { kind: 'app' });
  const [lena, marek] = [await visitIn('en_US', 'lena'), await visitIn('en_US', 'marek')];
  await marek.open(gate);
  await marek.button('Ask for a version').click();
  await marek.screen.getByRole('combobox').first().selectOption({ label: 'Wiosna' });
  await marek.field('Note for the account manager (optional)').fill('Cała wersja');
  await marek.button('Send the request').click();
  await marek.sees('Cała wersja');

  await lena.open(gate);
  await lena.screen.getByRole('button', { name: /^Review.*Wiosna/u }).click();
  await lena.sees('Checklist');
  await lena.sees(issueKey('portal', 3));
  await lena.picture('gate-version');
});
