import { softwareIssueType, softwareStatus } from '../software-workflow';
import { people, type Person } from '../test-site';
import { startTestShell, type TestShell } from './test-shell';

let shell: TestShell;
beforeEach(async () => {
  shell = await startTestShell();
});
afterEach(() => shell.close());

const open = (person: Person, jql: string, more = ''): Promise<Response> => shell.get(person, `/issues?jql=${encodeURIComponent(jql)}${more}`);

/** The text of a page, tags gone and spaces run together. */
async function words(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
}

test('shows what JQL finds, to each what they may see', async () => {
  const mine = await open('piotr', 'statusCategory = "To Do"');
  expect(mine.status).toBe(200);
  const text = await words(mine);
  expect(text).toContain('Raport miesięczny');
  expect(text).not.toContain('Tajne zadanie');
  expect(await words(await open('ewa', 'statusCategory = "To Do"'))).toContain('Tajne zadanie');
  expect(await words(await open('piotr', 'fixVersion is empty and status = "To Do"'))).toContain('Żadne zgłoszenie nie pasuje.');
});

test('finds by what the app brings to JQL', async () => {
  shell.site.jira.search.register({
    properties: () => [],
    functions: () => [{ key: 'f', name: 'deliveryGate', functionKey: 'f', arguments: [{ name: 'state', required: true }], types: ['issue'], operators: ['in'] }],
    run: () => Promise.resolve({ kind: 'jql', jql: 'key = CRM-3' }),
  });
  expect(await words(await open('piotr', 'issue in deliveryGate("waiting")'))).toContain('Wykres');
});

test.each<[Person, string, number, string, string]>([
  ['piotr', 'universe = 42', 400, 'Jira nie przyjęła zapytania.', "Field 'universe' does not exist or you do not have permission to view it."],
  ['obcy', 'project', 400, 'Jira did not take the query.', 'The query ends too early.'],
  ['piotr', 'order by key', 400, 'Jira nie przyjęła zapytania.', 'Unbounded JQL queries are not allowed here.'],
  ['piotr', 'labels = x', 501, 'Tego lokalna witryna nie odtwarza.', "JQL field 'labels'"],
  ['obcy', 'labels = x', 501, 'The local site does not model this.', "JQL field 'labels'"],
])('says to %s why %p is refused', async (person, jql, status, title, reason) => {
  const answer = await open(person, jql);
  expect(answer.status).toBe(status);
  const html = await answer.text();
  expect(html).toContain(title);
  expect(html.replaceAll('&#39;', "'")).toContain(reason);
  expect(html).toMatch(/name="jql"[^>]*aria-invalid="true"[^>]*aria-describedby="jql-refused"/u);
});

test('leaves the query in the field, harmless', async () => {
  const html = await (await open('piotr', '"><script>alert(1)</script>')).text();
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
});

test('goes through many in pages', async () => {
  for (let number = 10; number < 60; number += 1) {
    shell.site.jira.store.seed.createIssue({
      id: String(31_000 + number), key: `CRM-${number}`, projectId: '10001', typeId: softwareIssueType.task, summary: `Zadanie ${number}`, statusId: softwareStatus.toDo, reporter: people.anna, created: '2026-02-01T00:00:00.000Z',
    });
  }
  const first = await words(await open('piotr', 'project = CRM order by key'));
  expect(first).toContain('1–25 z 53');
  const last = await open('piotr', 'project = CRM order by key', '&startAt=50');
  const html = await last.text();
  expect(html).toContain('Zadanie 59');
  expect(html).toContain('href="/issues?jql=project+%3D+CRM+order+by+key&amp;startAt=25"');
});

test('is reached from the issues of a project, and says how to begin', async () => {
  const html = await (await shell.get('piotr', '/projects/CRM/issues')).text();
  expect(html).toMatch(/action="\/issues"[\s\S]*value="project = CRM ORDER BY created DESC"/u);
  expect(await words(await shell.get('piotr', '/issues'))).toContain('Wpisz zapytanie');
  expect(await words(await shell.get('obcy', '/issues?startAt=x'))).toContain('Enter a query');
});
