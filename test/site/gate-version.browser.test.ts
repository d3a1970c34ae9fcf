import { softwareStatus } from '../../local/jira/software-workflow';
import { readGate } from '../../src/contract/gate-operations';
import { TestBrowser } from './browser';
import { issueKey, people, projects } from './small-company';
import { takePictures } from './small-gate';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
  await publish(test, 'portal');
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const words = {
  pl_PL: {
    ask: /Poproś o odbiór wersji/u, version: /^ *Wersja/u, recipient: /Kto odbiera ją u klienta/u, note: /Notatka dla opiekuna klienta/u, send: /Wyślij wniosek/u, sent: /Wniosek o odbiór wysłany: Wiosna/u,
    choose: 'Wybierz wersję.', review: /Rozpatrz.*Wiosna/u, oneOfTwo: 'Gotowe: 1 z 2 (50%)', go: /Można przekazać klientowi/u, from: /Z niespełnionych kryteriów/u, owner: /Kto tego dopilnuje/u, by: /Do kiedy/u,
    reason: /Uzasadnienie/u, sign: /Podpisz decyzję/u, signed: /Wiosna jest podpisana/u,
  },
  en_US: {
    ask: /Ask for a version/u, version: /^ *Version/u, recipient: /Who gets it at the client/u, note: /Note for the account manager/u, send: /Send the request/u, sent: /The review of Summer was requested/u,
    choose: 'Choose a version.', review: /Review.*Summer/u, oneOfTwo: '1 of 2 done (50%)', go: /It may be handed to the client/u, from: /From what is not met/u, owner: /Who sees to it/u, by: /^ *By/u,
    reason: /Reason/u, sign: /Sign the decision/u, signed: /Summer is signed/u,
  },
} as const;

it('without a version, a product owner is told where versions are made', async () => {
  await takePictures(test, browser, 'marek', 'gate-no-versions', async (visit, locale) => {
    await visit.open(gate);
    await visit.button(locale === 'pl_PL' ? 'Poproś o odbiór wersji' : 'Ask for a version').click();
    await visit.sees(locale === 'pl_PL' ? /Projekt nie ma wersji/u : /The project has no versions/u);
  });
});

it.each([['pl_PL', 'Wiosna', 1], ['en_US', 'Summer', 2]] as const)('a version goes from request to a conditional go by keyboard alone, in %s', async (language, name, number) => {
  const say = words[language];
  const { versions, issues, people: store } = test.site.jira.store;
  const version = versions.create(projects.portal.id, name);
  if (version === false) throw new Error('the company has changed');
  for (const key of [issueKey('portal', number), issueKey('portal', 3)]) issues.update(issues.find(key)?.id ?? '', { fixVersionIds: [version.id] }, { kind: 'app' });
  const done = issues.find(issueKey('portal', number));
  if (done === undefined) throw new Error('the company has changed');
  issues.moveStatus(done.id, softwareStatus.inReview, softwareStatus.done, { kind: 'app' });
  for (const person of ['lena', 'marek'] as const) store.setLocale(people[person].accountId, language);

  const marek = await browser.visit(test.site.urls.jira, 'marek');
  await marek.open(gate);
  await marek.button(say.ask).waitFor();
  await marek.tabTo(say.ask);
  await marek.page.keyboard.press('Enter');
  await marek.screen.getByRole('combobox').waitFor();
  await marek.tabTo(say.send);
  await marek.page.keyboard.press('Enter');
  // Nothing is sent without one, and the focus is where it is missing.
  await marek.sees(say.choose);
  await marek.screen.locator('select:focus').waitFor();
  await marek.page.keyboard.type(name);
  await marek.tabTo(say.recipient);
  await marek.page.keyboard.type('Ewa Klimek');
  await marek.tabTo(say.note);
  await marek.page.keyboard.type('Cała wersja');
  await marek.picture(`gate-version-asked-${language}`);
  await marek.tabTo(say.send);
  await marek.page.keyboard.press('Enter');
  await marek.sees(say.sent);

  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.sees('Cała wersja');
  await lena.tabTo(say.review);
  await lena.page.keyboard.press('Enter');
  await lena.sees(say.oneOfTwo);
  await lena.sees(issueKey('portal', 3));
  const groups = await lena.screen.getByRole('radiogroup').all();
  for (const group of groups) await group.getByRole('radio').first().check();
  await lena.tabTo(say.go);
  // The second of three, of which none is chosen.
  await lena.page.keyboard.press('ArrowDown');
  await lena.tabTo(say.from);
  await lena.page.keyboard.press('Enter');
  const owners = lena.screen.locator('.condition-owner input');
  const days = lena.screen.locator('.condition-dueOn input');
  for (const owner of await owners.all()) await owner.fill('Olga Fijał');
  for (const dueOn of await days.all()) await dueOn.fill('2999-01-01');
  await lena.tabTo(say.reason);
  await lena.page.keyboard.type('Dokończymy fakturę');
  await lena.picture(`gate-version-deciding-${language}`);
  await lena.tabTo(say.sign);
  await lena.page.keyboard.press('Enter');
  await lena.sees(say.signed);
  await lena.picture(`gate-version-decided-${language}`);
  const { decided } = await test.as('lena').ask({ project: projects.portal.key }, readGate);
  expect(decided[0]).toMatchObject({ review: { deliverable: { kind: 'version', name }, recipient: 'Ewa Klimek' }, decision: { verdict: { kind: 'conditionalGo' } } });
});
