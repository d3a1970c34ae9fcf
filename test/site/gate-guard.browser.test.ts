import { handToClientTransitionId, softwareWorkflowId } from '../../local/jira/software-workflow';
import { TestBrowser } from './browser';
import { projects } from './small-company';
import { takePictures } from './small-gate';
import { startTestSite, type TestSite } from './test-site';

/** Whether Jira enforces the gate, as the person who decides it and the one who asks see it. */

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;
const workflowsPath = '/rest/api/3/workflows';

beforeEach(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
});
afterEach(async () => {
  await browser.endVisits();
  await browser.close();
  await test.close();
});

const guards = () => test.site.jira.store.workflows.find(softwareWorkflowId)?.transitions.find(({ id }) => id === handToClientTransitionId)?.validators ?? [];
const takeOff = (): void => test.site.jira.store.workflows.setValidators(softwareWorkflowId, handToClientTransitionId, []);

it('lists the transitions that carry the gate, with what each needs', async () => {
  const marek = await browser.visit(test.site.urls.jira, 'marek');
  await marek.open(gate);
  await marek.sees('Jira enforces the gate on this transition');
  const list = marek.screen.locator('.guard-on .transitions li');
  expect(await list.allInnerTexts()).toEqual(['Hand to client · a conditional go is enough · Software workflow']);
});

it('warns where no transition ever carried the gate, and says what an administrator does', async () => {
  takeOff();
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.sees('Jira does not enforce the gate yet');
  await lena.tabTo(/What a Jira administrator does about it/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('Save and publish the workflow.');
  await takePictures(test, browser, 'lena', 'gate-unguarded', async (visit, locale) => {
    await visit.open(gate);
    await visit.button(locale === 'pl_PL' ? 'Co robi administrator Jiry' : 'What a Jira administrator does about it').click();
    await visit.screen.locator('.guard-steps').waitFor();
  });
});

it('warns where the gate was removed, until it is there again', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.sees('Jira enforces the gate on this transition');
  const before = guards();
  takeOff();
  await lena.page.reload();
  await lena.sees('The gate was removed from a transition');
  await takePictures(test, browser, 'marek', 'gate-removed', async (visit) => {
    await visit.open(gate);
    await visit.screen.locator('.note-warning .transitions').waitFor();
  });
  test.site.jira.store.workflows.setValidators(softwareWorkflowId, handToClientTransitionId, before);
  await lena.tabTo(/Look again/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('Jira enforces the gate on this transition');
  expect(await lena.screen.getByText('The gate was removed').count()).toBe(0);
});

it('says that it could not be checked, and the rest of the section works without', async () => {
  const failing = 40;
  test.site.jira.faults.add({ method: 'POST', pathPrefix: workflowsPath, kind: 'serverError', times: failing });
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.sees(/It could not be checked whether Jira enforces the gate/u);
  await lena.sees('Nothing waits.');
  await takePictures(test, browser, 'lena', 'gate-guard-unknown', async (visit, locale) => {
    await visit.open(gate);
    await visit.sees(locale === 'pl_PL' ? /Nie udało się sprawdzić/u : /It could not be checked/u);
  });
  test.site.jira.faults.clear();
  await lena.tabTo(/Try again/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees('Jira enforces the gate on this transition');
});
