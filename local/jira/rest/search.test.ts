import type { EntityPropertyDefinition } from '../../forge/module-definitions';
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
  ['issue = 30002 or id = CRM-3 order by issue', ['CRM-2', 'CRM-3']],
  ['(project = CRM)', ['CRM-3', 'CRM-2', 'CRM-1']],
  ['NOT statusCategory = Done', ['CRM-2', 'CRM-1']],
  // AND before OR: otherwise the finished one would be left out.
  ['status = Done OR project = CRM AND statusCategory = "To Do"', ['CRM-3', 'CRM-2']],
  ['(status = Done OR project = CRM) AND statusCategory = "To Do"', ['CRM-2']],
  ['NOT key = CRM-1 AND NOT (key = CRM-2 OR NOT project = CRM)', ['CRM-3']],
  // NOT is carried to the clauses, so that it leaves out what has no value, as != does.
  ['NOT fixVersion = 2.0', ['CRM-1']],
  ['not not fixVersion is empty', ['CRM-3']],
  ['NOT (fixVersion = 1.0 OR parent = CRM-2)', []],
  ['fixVersion = EMPTY', ['CRM-3']],
  ['project is EMPTY', []],
  ['project is not null and parent is null', ['CRM-2', 'CRM-1']],
  ['issue in linkedIssues(CRM-1)', ['CRM-2']],
  ['issue in linkedIssues("CRM-1", "blocks")', ['CRM-2']],
  ["key in linkedIssues(CRM-1, 'is blocked by')", []],
  ['key in linkedIssues(CRM-2, "blocks", "is blocked by")', ['CRM-1']],
  ['issue not in linkedIssues(CRM-1)', ['CRM-3', 'CRM-1']],
  ['key in (CRM-3, linkedIssues(CRM-1))', ['CRM-3', 'CRM-2']],
  ['assignee is not EMPTY', ['CRM-1']],
  ['assignee is EMPTY AND statusCategory != Done', ['CRM-2']],
  ['assignee = acc-piotr ORDER BY updated DESC', ['CRM-1']],
  ['assignee != acc-piotr', []],
  ['updated >= 2026-01-10 AND updated < "2026/01/11"', ['CRM-3', 'CRM-2', 'CRM-1']],
  // The person's day begins in Warsaw.
  ['created = "2026-01-10 13:00"', ['CRM-3', 'CRM-2', 'CRM-1']],
  ['created > -7w', []],
  ['created > "-8w" ORDER BY summary', ['CRM-1', 'CRM-2', 'CRM-3']],
  ['NOT created <= "-8w" and key != CRM-1', ['CRM-3', 'CRM-2']],
  ['due is empty and project = CRM order by project desc, key', ['CRM-1', 'CRM-2', 'CRM-3']],
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
  ['project CRM', "Expecting operator but got 'CRM'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'. (line 1, character 9)"],
  ['project =', 'ends too early'],
  ['project = CRM AND', 'ends too early'],
  ['project in (CRM', 'ends too early'],
  ['project = CRM status = Done', "'status' is not expected here"],
  ['project = "CRM', 'is not expected here'],
  ['= CRM', "'=' is not expected here"],
  ['(project = CRM', 'ends too early'],
  ['project = CRM)', "')' is not expected here"],
  ['project = CRM OR\n  key CRM-1', '(line 2, character 7)'],
  ['NOT', 'ends too early'],
  ['issue in linkedIssues(', 'ends too early'],
  ['issue in linkedIssues(CRM-1 CRM-2)', "'CRM-2' is not expected here. (line 1, character 29)"],
  ['project = (CRM)', "Operator '=' does not support a list for field 'project'."],
  ['project in CRM', "Operator 'in' does not support the non-list value '\"CRM\"' for field 'project'."],
  ['project = CRM ORDER BY a, b, c, d, e, f, g, h', 'maximum of 7 fields'],
  ['project is CRM', "'CRM' is not expected here"],
])('text that is not a query, %p, is a 400', async (jql, words) => {
  const answer = await site.as('piotr', path, json('POST', { jql }));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ errorMessages: [expect.stringContaining(words)], errors: {} });
});

test.each([
  ['universe = 42', "Field 'universe' does not exist or you do not have permission to view it."],
  ['toString = 1', "Field 'toString' does not exist or you do not have permission to view it."],
  ['issue.property[gate].state = go', "Field 'issue.property[gate].state' does not exist or you do not have permission to view it."],
  ['project = NONE', "The value 'NONE' does not exist for the field 'project'."],
  ['key = CRM-99', "An issue with key 'CRM-99' does not exist for field 'key'."],
  ['issue in (CRM-1, 5)', "A value with ID '5' does not exist for the field 'issue'."],
  ['key = TAJ-1', "An issue with key 'TAJ-1' does not exist for field 'key'."],
  ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
  ['project ~ CRM', "The operator '~' is not supported by the 'project' field."],
  ['status > Done', "The operator '>' is not supported by the 'status' field."],
  ['key is empty', "The field 'key' does not support searching for EMPTY values."],
  ['updated ~ 2026-01-01', "The operator '~' is not supported by the 'updated' field."],
  ['updated > yesterday', "Date value 'yesterday' for field 'updated' is invalid."],
  ['updated > 2026-02-30', "Date value '2026-02-30' for field 'updated' is invalid."],
  ['issue in linkedIssues(TAJ-1)', "Issue 'TAJ-1' could not be found in function 'linkedIssues'."],
  ['issue in linkedIssues(CRM-1, "Blocks")', "Issue link type 'Blocks' could not be found in function 'linkedIssues'."],
  ['issue in linkedIssues()', "Incorrect number of arguments for function 'linkedIssues'."],
  ['issue = linkedIssues(CRM-1)', "Operator '=' does not support the list value 'linkedIssues(CRM-1)' for field 'issue'."],
  ['issue in nobodyKnows(CRM-1)', "Unable to find JQL function 'nobodyKnows(CRM-1)'."],
  ['project = CRM ORDER BY universe', "Not able to sort using field 'universe'."],
])('what is not there, %p, is a 400 in the words of Jira', async (jql, words) => {
  const answer = await site.as('piotr', path, json('POST', { jql }));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ errorMessages: [expect.stringContaining(words)], errors: {} });
});

test.each([
  ['summary ~ raport', 'summary'],
  ['reporter = currentUser()', 'reporter'],
  ['labels = urgent', 'labels'],
  ['cf[10001] = 1', 'cf[10001]'],
  ['key > CRM-1', '>'],
  ['status was Done', 'WAS'],
  ['status changed', 'CHANGED'],
  ['!project = CRM', '!'],
  ['project = CRM && key = CRM-1', '&&'],
  ['updated > startOfDay()', 'startOfDay()'],
  ['project in projectsLeadByUser()', 'projectsLeadByUser()'],
  ['fixVersion in (1.0, EMPTY)', 'EMPTY'],
  ['assignee.property[x].y = 1', 'assignee'],
  ['project = CRM ORDER BY rank', 'rank'],
  ['project = CRM ORDER BY status', 'status'],
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

test('a query of more clauses than SQLite nests is answered', async () => {
  const clauses = Array.from({ length: 3000 }, () => 'key = CRM-1');
  expect(await keys(clauses.join(' OR '))).toEqual(['CRM-1']);
});

describe('properties that an app had indexed', () => {
  const properties: readonly EntityPropertyDefinition[] = [
    {
      key: 'gate', entityType: 'issue', propertyKey: 'my gate',
      values: [
        { path: 'state', type: 'string', searchAlias: 'gateState' },
        { path: 'until', type: 'date', searchAlias: 'gateUntil' },
        { path: 'score.points', type: 'number', searchAlias: 'gatePoints' },
        { path: 'note', type: 'text', searchAlias: 'gateNote' },
        { path: 'decidedBy', type: 'user', searchAlias: 'gateBy' },
        { path: 'tags', type: 'string', searchAlias: undefined },
      ],
    },
    { key: 'load', entityType: 'project', propertyKey: 'load', values: [{ path: 'hours', type: 'number', searchAlias: 'loadHours' }, { path: 'state', type: 'string', searchAlias: 'loadState' }] },
    { key: 'person', entityType: 'user', propertyKey: 'person', values: [{ path: 'team', type: 'string', searchAlias: 'personTeam' }] },
  ];
  beforeEach(() => {
    site.jira.search.register({ properties: () => properties, functions: () => [], run: () => Promise.reject(new Error('not called')) });
    const set = (issueId: string, value: unknown): boolean => site.jira.store.properties.set('issue', issueId, 'my gate', value);
    set('30001', { state: 'go', until: '2026-03-02', score: { points: 7 }, note: 'Sent to the client', decidedBy: people.anna, tags: ['a', 'b'] });
    set('30002', { state: 'waiting', until: '2026-03-01T23:30Z', score: { points: 10 }, note: 'Client waits', decidedBy: people.piotr, tags: ['b'] });
    set('30009', { state: 'go' });
    site.jira.store.properties.set('issue', '30003', 'other', { state: 'go' });
    site.jira.store.properties.set('project', '10001', 'load', { hours: 40, state: 'full' });
    site.jira.store.properties.set('project', '10002', 'load', { hours: 60, state: 'full' });
  });

  test.each([
    ['gateState = go', ['CRM-1']],
    ['gatestate = go', ['CRM-1']],
    ['gateState = Go', []],
    ['gateState in (go, waiting) order by key', ['CRM-1', 'CRM-2']],
    ['gateState != go', ['CRM-2']],
    ['gateState not in (waiting, noGo)', ['CRM-1']],
    ['gateState is empty', ['CRM-3']],
    ['gateState is not empty and not gateState = go', ['CRM-2']],
    ['issue.property["my gate"].state = waiting', ['CRM-2']],
    ["issue.property['my gate'].tags = b order by key", ['CRM-1', 'CRM-2']],
    ['issue.property["my gate"].tags = a', ['CRM-1']],
    ['gatePoints > 7', ['CRM-2']],
    ['gatePoints >= 7 order by gatePoints', ['CRM-1', 'CRM-2']],
    ['gatePoints <= 7.0', ['CRM-1']],
    ['gatePoints is not empty order by gatePoints desc', ['CRM-2', 'CRM-1']],
    ['gateNote ~ client order by key', ['CRM-1', 'CRM-2']],
    ['gateNote ~ "client sent"', ['CRM-1']],
    ['gateNote !~ sent', ['CRM-2']],
    ['gateBy = currentUser()', ['CRM-2']],
    ['gateBy in (acc-anna)', ['CRM-1']],
    ['gateBy = "Anna Kowal"', ['CRM-1']],
    // Both are the second of March in Warsaw, at midnight and half an hour later.
    ['gateUntil >= 2026-03-02 order by gateUntil', ['CRM-2', 'CRM-1']],
    ['gateUntil = 2026-03-02', ['CRM-1']],
    ['gateUntil > "2026-03-02 00:00"', ['CRM-2']],
    ['gateUntil < -1d', []],
    // A project's value counts for each of its issues; that of a project that the person may not browse finds nothing.
    ['project.loadState = full order by key', ['CRM-1', 'CRM-2', 'CRM-3']],
    ['PROJECT.loadstate = full and gateState = go', ['CRM-1']],
    ["project.property['load'].hours >= 40 order by key", ['CRM-1', 'CRM-2', 'CRM-3']],
    ['project.loadHours > 40', []],
    ['project.loadState != full', []],
    ['project.loadState is empty', []],
    ['not project.loadState = empty and project.loadState in (full, none) and key = CRM-2', ['CRM-2']],
  ])('%s', async (jql, expected) => {
    expect(await keys(jql)).toEqual(expected);
  });

  test.each([
    ['gateState ~ go', 400, "The operator '~' is not supported by the 'gateState' field."],
    ['gateState > go', 400, "The operator '>' is not supported by the 'gateState' field."],
    ['gateNote = client', 400, "The operator '=' is not supported by the 'gateNote' field."],
    ['NOT gateNote in (client)', 400, "The operator 'not in' is not supported by the 'gateNote' field."],
    ['gateNote ~ ""', 400, 'does not support searching for an empty string'],
    ['gatePoints = many', 400, "The value 'many' for field 'gatePoints' is not a number."],
    ['gateUntil > soon', 400, "Date value 'soon' for field 'gateUntil' is invalid."],
    ['gateBy = nobody', 400, "The value 'nobody' does not exist for the field 'gateBy'."],
    ['gateState = currentUser()', 501, 'currentUser()'],
    ['gateNote ~ "cli*"', 501, 'text search'],
    ['loadHours = 3', 501, 'project'],
    ['assignee.personTeam = x', 400, 'assignee.personTeam'],
    ['personTeam = x', 501, 'user'],
    ['project.property[load].minutes = 3', 400, "Field 'project.property[load].minutes' does not exist"],
    ['project.loadState > full', 400, "The operator '>' is not supported by the 'project.loadState' field."],
    ['project = CRM order by project.loadHours', 501, 'project.loadHours'],
    ['project = CRM order by gateState', 501, 'gateState'],
  ])('%s is refused', async (jql, status, words) => {
    const answer = await site.as('piotr', path, json('POST', { jql }));
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });

  test('an app that is gone takes its names with it', async () => {
    site.jira.search.register({ properties: () => [], functions: () => [], run: () => Promise.reject(new Error('not called')) });
    expect((await site.as('piotr', path, json('POST', { jql: 'gateState = go' }))).status).toBe(400);
  });
});
