import { handToClientTransitionId, softwareWorkflowId } from '../../local/jira/software-workflow';
import { requestReview } from '../../src/contract/gate-operations';
import { TestBrowser, type Visit } from './browser';
import { day, issueKey, people, projects } from './small-company';
import { askAndDecide, takePictures } from './small-gate';
import { startTestSite, type TestSite } from './test-site';

/** The gate's two small screens: the rule on a transition, and the word beside the issue. */

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const workflow = `/projects/${projects.portal.key}/settings/workflow`;
const issue = issueKey('portal', 1);

beforeEach(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
});
afterEach(async () => {
  await browser.endVisits();
  await browser.close();
  await test.close();
});

const ours = () => test.site.jira.store.workflows.rules.of(softwareWorkflowId).filter(({ moduleKey }) => moduleKey === 'delivery-gate');
const newRule = `${workflow}/${handToClientTransitionId}/new/validator/delivery-gate`;

it.each([
  ['pl_PL', /Potrzebna jest zgoda/u, /Dodaj regułę/u],
  ['en_US', /A go is needed/u, /Add rule|Add the rule/u],
] as const)('an administrator says by keyboard which decision a transition needs, in %s', async (language, goOnly, add) => {
  test.site.jira.store.people.setLocale(people.iga.accountId, language);
  const before = ours().length;
  const iga = await browser.visit(test.site.urls.jira, 'iga');
  await iga.open(newRule);
  await iga.screen.getByRole('radio', { checked: true }).waitFor();
  await iga.tabTo(/./u);
  await iga.page.keyboard.press('ArrowUp');
  await iga.screen.getByRole('radio', { name: goOnly, checked: true }).waitFor();
  await iga.page.getByRole('button', { name: add }).press('Enter');
  await iga.page.waitForURL(/saved=1/u);
  expect(ours().slice(before)).toMatchObject([{ configuration: { requirement: 'goOnly' } }]);
});

it('the rule’s screen reads well in both languages and themes', async () => {
  await takePictures(test, browser, 'iga', 'gate-rule', async (visit) => {
    await visit.open(newRule);
    await visit.screen.locator('.rule-choice').first().waitFor();
  });
});

const beside = (visit: Visit) => visit.page.locator('details[data-issue-context]');

async function openBeside(visit: Visit, words: RegExp): Promise<void> {
  await visit.open(`/browse/${issue}`);
  await beside(visit).locator('summary').press('Enter');
  await beside(visit).locator('iframe.app-frame').contentFrame().getByText(words).waitFor();
}

it('one word and one sentence beside the issue say how it stands', async () => {
  const say = (locale: string, polish: RegExp, english: RegExp): RegExp => (locale === 'pl_PL' ? polish : english);
  await takePictures(test, browser, 'marek', 'context-none', (visit, locale) => openBeside(visit, say(locale, /Nikt jeszcze nie zapytał/u, /Nobody has asked yet/u)));
  await test.as('marek').ask({ issue }, requestReview, { note: '', recipient: '', dueOn: day(5) });
  await takePictures(test, browser, 'marek', 'context-waiting', (visit, locale) => openBeside(visit, say(locale, /klient.*oczekuje|oczekuje tego do/u, /who expects it by/u)));
});

it('a decision beside the issue names who took it and what is open', async () => {
  const say = (locale: string, polish: RegExp, english: RegExp): RegExp => (locale === 'pl_PL' ? polish : english);
  const conditions = [1, 2].map((number) => ({ id: `condition00${number}`, text: `Warunek ${number}`, owner: people.olga.name, dueOn: day(9) }));
  await askAndDecide(test, 'portal', issue, { verdict: { kind: 'conditionalGo', conditions }, reason: 'Reszta gotowa' });
  await takePictures(test, browser, 'marek', 'context-conditional', (visit, locale) => openBeside(visit, say(locale, /otwarte są 2 warunki/u, /2 conditions are open/u)));
  await askAndDecide(test, 'portal', issue, { verdict: { kind: 'noGo' }, reason: 'Brakuje testów' });
  await takePictures(test, browser, 'marek', 'context-no-go', (visit, locale) => openBeside(visit, say(locale, /na razie zostaje u nas/u, /stays here for now/u)));
});
