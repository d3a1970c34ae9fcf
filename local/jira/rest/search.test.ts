import { softwareIssueType, softwareStatus } from '../software-workflow';
import { closeTestSites, json, people, startTestSite, type Person, type TestSite } from '../test-site';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
});
afterEach(closeTestSites);

const path = '/rest/api/3/search/jql';

async function keys(jql: string, person: Person = 'piotr'): Promise<string[]> {
  const answer = await site.as(person, path, json('POST', { jql, fields: ['key', 'summary'] }));
  expect(answer.status).toBe(200);
  return JSON.parse(await answer.text()).issues.map(({ key }: { key: string }) => key);
}

test.each([
  ['project = CRM', ['CRM-3', 'CRM-2', 'CRM-1']],
  ['project = "System CRM" ORDER BY key ASC', ['CRM-1', 'CRM-2', 'CRM-3']],
  ['project in (10001) order by key desc', ['CRM-3', 'CRM-2', 'CRM-1']],
  ['project = CRM AND statusCategory != Done', ['CRM-2', 'CRM-1']],
  ['statusCategory = "To Do"', ['CRM-2']],
  ["statusCategory in ('To Do', done) ORDER BY key", ['CRM-2', 'CRM-3']],
  ['status = "W przeglądzie"', ['CRM-1']],
  ['status = "in review" and project = crm', ['CRM-1']],
  ['fixVersion = 1.0 ORDER BY key', ['CRM-1', 'CRM-2']],
  ['fixVersion = 20002', ['CRM-2']],
  ['fixVersion != "2.0"', ['CRM-1']],
  ['fixVersion is EMPTY', ['CRM-3']],
  ['parent = CRM-2', ['CRM-3']],
  ['parent is not empty', ['CRM-3']],
  ['issuetype = Podzadanie', ['CRM-3']],
  ['issuetype not in (Sub-task) ORDER BY created DESC, key ASC', ['CRM-1', 'CRM-2']],
  ['key in (CRM-1, CRM-3) ORDER BY key', ['CRM-1', 'CRM-3']],
])('%s', async (jql, expected) => {
  expect(await keys(jql)).toEqual(expected);
});

test('no query reaches an issue that the person may not browse', async () => {
  expect(await keys('statusCategory = "To Do"', 'ewa')).toEqual(['TAJ-1', 'CRM-2']);
  expect(await keys('statusCategory = "To Do"', 'piotr')).toEqual(['CRM-2']);
  expect(await keys('statusCategory = "To Do"', 'obcy')).toEqual([]);
  for (const jql of ['project = TAJ', 'key = TAJ-1', 'project = NONE', 'status = Flying', 'fixVersion = 9']) {
    expect((await site.as('piotr', path, json('POST', { jql }))).status).toBe(400);
  }
});

test.each([
  ['', 'Unbounded'],
  ['order by key', 'Unbounded'],
  ['project CRM', "'CRM' is not expected here"],
  ['project =', 'ends too early'],
  ['project = CRM AND', 'ends too early'],
  ['project in (CRM', 'ends too early'],
  ['project = CRM status = Done', "'status' is not expected here"],
  ['project = "CRM', 'is not expected here'],
  ['= CRM', "'=' is not expected here"],
])('text that is not a query, %p, is a 400', async (jql, words) => {
  const answer = await site.as('piotr', path, json('POST', { jql }));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ errorMessages: [expect.stringContaining(words)], errors: {} });
});

test.each([
  ['project = CRM OR project = TAJ', 'OR'],
  ['(project = CRM)', 'parentheses'],
  ['NOT project = CRM', 'NOT'],
  ['summary ~ raport', '~'],
  ['assignee = currentUser()', 'currentUser()'],
  ['labels = urgent', 'labels'],
  ['created > 2026-01-01', '>'],
  ['status was Done', 'WAS'],
  ['project = CRM ORDER BY rank', 'rank'],
  ['project is empty', 'project'],
  ['toString = 1', 'tostring'],
])('a query beyond the modelled part, %p, is a 501 that names it', async (jql, words) => {
  const answer = await site.as('piotr', path, json('POST', { jql }));
  expect(answer.status).toBe(501);
  expect(await answer.json()).toEqual({ notModelled: expect.stringContaining(words) });
});

test('pages follow one another by token until the last', async () => {
  for (let number = 10; number < 260; number += 1) {
    site.jira.store.seed.createIssue({
      id: String(31_000 + number), key: `CRM-${number}`, projectId: '10001', typeId: softwareIssueType.task, summary: `Zadanie ${number}`,
      statusId: softwareStatus.toDo, reporter: people.anna, created: '2026-02-01T00:00:00.000Z',
    });
  }
  const seen: string[] = [];
  let token: string | undefined;
  let pages = 0;
  do {
    const query = new URLSearchParams({ jql: 'project = CRM ORDER BY key', fields: 'summary', maxResults: '1000', ...(token === undefined ? {} : { nextPageToken: token }) });
    const page = JSON.parse(await (await site.as('piotr', `${path}?${query.toString()}`)).text());
    seen.push(...page.issues.map(({ key }: { key: string }) => key));
    token = page.nextPageToken;
    expect(page.isLast).toBe(token === undefined);
    pages += 1;
  } while (token !== undefined);
  expect([pages, seen.length, new Set(seen).size]).toEqual([3, 253, 253]);

  const count = await site.as('piotr', '/rest/api/3/search/approximate-count', json('POST', { jql: 'project = CRM' }));
  expect(await count.json()).toEqual({ count: 253 });
});

test('a token of another query or of nobody is a 400; ids alone come when no field is named', async () => {
  const first = JSON.parse(await (await site.as('piotr', path, json('POST', { jql: 'project = CRM', maxResults: 1 }))).text());
  expect(first).toEqual({ issues: [{ id: '30003' }], isLast: false, nextPageToken: expect.any(String) });
  for (const request of [{ jql: 'key = CRM-1', nextPageToken: first.nextPageToken }, { jql: 'project = CRM', nextPageToken: 'abc' }]) {
    expect((await site.as('piotr', path, json('POST', request))).status).toBe(400);
  }
});
