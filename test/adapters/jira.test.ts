import { closeTestSites } from '../../local/jira/test-site';
import { handToClientTransitionId, softwareIssueType, softwareStatus, softwareWorkflowId } from '../../local/jira/software-workflow';
import { accountId, issueId, projectId, versionId } from '../../src/domain/fixture/values';
import { OutsideError } from '../../src/ports/errors';
import { people, startHarness, type JiraHarness } from './jira-harness';

let jira: JiraHarness;
beforeEach(async () => {
  jira = await startHarness();
});
afterEach(closeTestSites);

const first = issueId('30001');
const project = projectId('10001');

function manyChildren(count: number): void {
  jira.site.jira.store.seed.inOneTransaction(() => {
    for (let at = 0; at < count; at += 1) {
      jira.site.jira.store.seed.createIssue({
        id: String(50_000 + at), key: `CRM-${100 + at}`, projectId: project, typeId: softwareIssueType.subtask, parentId: first, summary: `Part ${at}`,
        statusId: at % 2 === 0 ? softwareStatus.done : softwareStatus.toDo, reporter: people.anna, created: '2026-01-11T12:00:00.000Z',
      });
    }
  });
}

describe('an issue', () => {
  it('is read with its versions and what unresolved work blocks it, in one call', async () => {
    expect(await jira.tracker.issueByKey('CRM-1')).toEqual({
      id: first, key: 'CRM-1', summary: 'Import klientów', projectId: project, versionIds: ['20001'], statusId: softwareStatus.inReview, blockers: [{ issueId: '30009', issueKey: 'TAJ-1' }],
    });
    expect(jira.requests).toHaveLength(1);
  });

  it('is found by the key that it had before it was moved, in the project in which it is', async () => {
    const { issues, projects, relocation } = jira.site.jira.store;
    const [issue, to] = [issues.find('CRM-1'), projects.find('TAJ')];
    if (issue === undefined || to === undefined) throw new Error('the site has changed');
    relocation.move(issue, { project: to, typeId: issue.typeId, statusId: undefined }, { kind: 'user', accountId: people.piotr });
    expect(await jira.tracker.issueByKey('CRM-1')).toMatchObject({ id: first, key: 'TAJ-2', projectId: '10002' });
  });

  it('that is gone, or hidden from who asks, is none', async () => {
    expect([await jira.tracker.issueByKey('CRM-99'), await jira.tracker.issueById(issueId('99'))]).toEqual([undefined, undefined]);
    expect([await jira.as('obcy').tracker.myIssue(first), await jira.as('obcy').tracker.myIssueWork(first)]).toEqual([undefined, undefined]);
    expect(await jira.tracker.myIssue(first)).toMatchObject({ key: 'CRM-1' });
  });

  it('has its children’s progress from every page, and no more of them than a person could review', async () => {
    manyChildren(130);
    const work = await jira.tracker.myIssueWork(first);
    expect(work).toMatchObject({ blockers: [], dueOn: null });
    expect(work === undefined || work === 'tooLarge' ? undefined : work.items.filter(({ progress }) => progress === 'done')).toHaveLength(65);
    // The issue, and two pages.
    expect(jira.requests).toHaveLength(3);
  });

  it('with more than two thousand is too large', async () => {
    manyChildren(2_001);
    expect(await jira.tracker.myIssueWork(first)).toBe('tooLarge');
  });

  it('shows the blockers that its reader may see', async () => {
    // Piotr does not see TAJ-1, which blocks CRM-1; the app, which enforces, does.
    expect(await jira.tracker.myIssueWork(first)).toMatchObject({ blockers: [] });
    expect((await jira.tracker.issueById(first))?.blockers).toHaveLength(1);
  });
});

describe('a version', () => {
  const one = versionId('20001');

  it('is read with its issues; the urgent ones that are not done stand in its way', async () => {
    jira.site.jira.store.issues.update('30002', { priority: '1' }, { kind: 'app' });
    expect(await jira.tracker.myVersionWork(one)).toMatchObject({ items: [{ issueKey: 'CRM-1' }, { issueKey: 'CRM-2' }], blockers: [{ issueKey: 'CRM-2' }], dueOn: '2026-02-01' });
  });

  it('says whether it is released, to the person and to the app', async () => {
    const stored = jira.site.jira.store.versions.find(one);
    if (stored === undefined) throw new Error('the site has changed');
    jira.site.jira.store.versions.update(stored, { released: true });
    expect([(await jira.tracker.myVersion(one))?.state, (await jira.tracker.version(one))?.state]).toEqual(['released', 'released']);
  });

  it('of a hidden project is none', async () => {
    expect([await jira.as('obcy').tracker.myVersion(one), await jira.as('obcy').tracker.myVersions(project)]).toEqual([undefined, []]);
    expect((await jira.tracker.myVersions(project)).map(({ name }) => name).sort()).toEqual(['1.0', '2.0']);
  });
});

describe('what is told', () => {
  it('sets and takes away the property, also twice, and on an issue that is gone', async () => {
    const { properties } = jira.site.jira.store;
    await jira.bulletins.setGateProperty(first, { state: 'go', validUntil: null });
    expect(properties.get('issue', first, 'opiekun-delivery-gate')).toEqual({ value: { state: 'go', validUntil: null } });
    await jira.bulletins.setGateProperty(first, undefined);
    await jira.bulletins.setGateProperty(first, undefined);
    expect(properties.get('issue', first, 'opiekun-delivery-gate')).toBeUndefined();
    await expect(jira.bulletins.setGateProperty(issueId('99'), { state: 'go', validUntil: null })).resolves.toBeUndefined();
  });

  it('sets and takes away what is known of a project, and takes a project that is gone for a failure only where it is to be found', async () => {
    const { properties } = jira.site.jira.store;
    const states = { stage: 'won', gate: 'waiting', guidelines: 'unread' } as const;
    await jira.bulletins.setProjectStates(project, { ...states, margin: 'atRisk' });
    await jira.bulletins.setProjectStates(project, states);
    expect(properties.get('project', project, 'opiekun-project')).toEqual({ value: states });
    await jira.bulletins.setProjectStates(project, undefined);
    await jira.bulletins.setProjectStates(project, undefined);
    expect(properties.get('project', project, 'opiekun-project')).toBeUndefined();
    await expect(jira.bulletins.setProjectStates(projectId('99'), undefined)).resolves.toBeUndefined();
    await expect(jira.bulletins.setProjectStates(projectId('99'), states)).rejects.toMatchObject({ failure: 'missing' });
  });

  it('comments with a mention, and takes a note for the text that it is', async () => {
    const note = '*bold* {color} [~accountid:x] <script> "}]}';
    expect(await jira.bulletins.comment(first, { mentions: [accountId(people.anna)], lines: ['Please', note] })).toBe(true);
    const [comment] = jira.site.jira.store.comments.ofIssue(first);
    expect(comment?.body.content).toEqual([
      { type: 'paragraph', content: [{ type: 'mention', attrs: expect.objectContaining({ id: people.anna }) }, { type: 'text', text: ' ' }, { type: 'text', text: 'Please' }] },
      { type: 'paragraph', content: [{ type: 'text', text: note }] },
    ]);
    expect(await jira.bulletins.comment(issueId('99'), { mentions: [], lines: ['x'] })).toBe(false);
    jira.site.jira.faults.add({ method: 'POST', pathPrefix: '/rest/api/3/issue', kind: 'forbidden', times: 1 });
    expect(await jira.bulletins.comment(first, { mentions: [], lines: ['x'] })).toBe(false);
  });

  it('does not say a thing twice when the answer is lost', async () => {
    jira.site.jira.faults.add({ method: 'POST', pathPrefix: '/rest/api/3/issue', kind: 'halfAnswer' });
    await expect(jira.bulletins.comment(first, { mentions: [], lines: ['Once'] })).rejects.toMatchObject({ failure: 'unavailable' });
    expect(jira.site.jira.store.comments.ofIssue(first)).toHaveLength(1);
  });
});

describe('workflows', () => {
  it('say which transitions carry the gate, what it needs and where it leads', async () => {
    const guard = { workflow: expect.any(String), transition: expect.any(String), toStatus: softwareStatus.handedToClient };
    expect(await jira.workflows.guarded(project)).toEqual([{ ...guard, requirement: 'conditionalToo' }]);
    const { workflows } = jira.site.jira.store;
    workflows.setValidators(softwareWorkflowId, handToClientTransitionId, [{ moduleKey: 'delivery-gate', configuration: { requirement: 'goOnly' } }, { moduleKey: 'another', configuration: {} }]);
    expect(await jira.workflows.guardedAnywhere()).toEqual([{ ...guard, requirement: 'goOnly' }]);
    workflows.setValidators(softwareWorkflowId, handToClientTransitionId, [{ moduleKey: 'another', configuration: {} }]);
    expect(await jira.workflows.guarded(project)).toEqual([]);
  });
});

describe('people', () => {
  it('are found by name in the whole site, without apps and those who left', async () => {
    expect((await jira.tracker.myFindColleagues('Anna')).map((one) => one.accountId)).toEqual([people.anna]);
    expect(await jira.tracker.myFindColleagues('Dawny')).toEqual([]);
  });

  it('are named a hundred at a time, and nobody is asked for where there is nobody', async () => {
    expect(await jira.tracker.people([])).toEqual([]);
    expect(jira.requests).toEqual([]);
    const strangers = Array.from({ length: 150 }, (_, at) => accountId(`acc-gone-${at}`));
    expect(await jira.tracker.people([...strangers, accountId(people.anna)])).toEqual([{ accountId: people.anna, name: expect.any(String) }]);
    expect(jira.requests).toHaveLength(2);
  });
});

describe('every call', () => {
  interface Call {
    readonly name: string;
    readonly run: (harness: JiraHarness) => Promise<unknown>;
    /** What is not there is an answer, and no failure. */
    readonly mayBeMissing?: boolean;
    readonly mayBeRefused?: boolean;
    /** Half of an empty answer is a whole one. */
    readonly isEmpty?: boolean;
  }
  const calls: readonly Call[] = [
    { name: 'me', run: ({ tracker }) => tracker.me() },
    { name: 'mayBrowse', run: ({ tracker }) => tracker.mayBrowse(project), mayBeMissing: true },
    { name: 'myIssue', run: ({ tracker }) => tracker.myIssue(first), mayBeMissing: true },
    { name: 'issueByKey', run: ({ tracker }) => tracker.issueByKey('CRM-1'), mayBeMissing: true },
    { name: 'issueById', run: ({ tracker }) => tracker.issueById(first), mayBeMissing: true },
    { name: 'version', run: ({ tracker }) => tracker.version(versionId('20001')), mayBeMissing: true },
    { name: 'myVersions', run: ({ tracker }) => tracker.myVersions(project), mayBeMissing: true },
    { name: 'myIssueWork', run: ({ tracker }) => tracker.myIssueWork(first), mayBeMissing: true },
    { name: 'myVersionWork', run: ({ tracker }) => tracker.myVersionWork(versionId('20001')), mayBeMissing: true },
    { name: 'people', run: ({ tracker }) => tracker.people([accountId(people.anna)]) },
    { name: 'myFindColleagues', run: ({ tracker }) => tracker.myFindColleagues('Anna') },
    { name: 'guarded', run: ({ workflows }) => workflows.guarded(project) },
    { name: 'guardedAnywhere', run: ({ workflows }) => workflows.guardedAnywhere() },
    { name: 'setGateProperty', run: ({ bulletins }) => bulletins.setGateProperty(first, { state: 'go', validUntil: null }), mayBeMissing: true, isEmpty: true },
    { name: 'setProjectStates', run: ({ bulletins }) => bulletins.setProjectStates(project, { stage: 'won', gate: 'go', guidelines: 'none' }), isEmpty: true },
    { name: 'comment', run: ({ bulletins }) => bulletins.comment(first, { mentions: [], lines: ['x'] }), mayBeMissing: true, mayBeRefused: true },
    { name: 'kept filters', run: ({ filters }) => filters.kept() },
  ];
  const always = 50;

  it.each(calls)('$name passes on that Jira refuses, limits, fails or says nothing', async ({ run, mayBeMissing = false, mayBeRefused = false, isEmpty = false }) => {
    const fails = async (kind: Parameters<typeof jira.site.jira.faults.add>[0]['kind'], failure: string): Promise<void> => {
      jira.site.jira.faults.clear();
      jira.site.jira.faults.add({ pathPrefix: '/rest/api/3', kind, times: always });
      const error: unknown = await run(jira).then(() => 'answered', (thrown: unknown) => thrown);
      expect([kind, error instanceof OutsideError ? error.failure : error]).toEqual([kind, failure]);
    };
    await fails('unauthorised', 'unauthorised');
    if (!mayBeRefused) await fails('forbidden', 'refused');
    if (!mayBeMissing) await fails('notFound', 'missing');
    await fails('rateLimited', 'rateLimited');
    await fails('serverError', 'unavailable');
    await fails('unavailable', 'unavailable');
    if (!isEmpty) await fails('halfAnswer', 'unavailable');
    await fails('timeout', 'unavailable');
  });

  it.each(calls.filter(({ name }) => name !== 'comment'))('$name goes on by itself after one bad moment', async ({ run }) => {
    jira.site.jira.faults.add({ pathPrefix: '/rest/api/3', kind: 'serverError' });
    await expect(run(jira)).resolves.not.toBeInstanceOf(Error);
    expect(jira.pauses).toHaveLength(1);
  });

  it('says nothing of a person, a key or an address in what goes to the log', async () => {
    jira.site.jira.faults.add({ pathPrefix: '/rest/api/3', kind: 'forbidden', times: always });
    const error: unknown = await jira.tracker.myIssue(first).catch((thrown: unknown) => thrown);
    expect(String(error instanceof Error ? error.message : error)).not.toMatch(/30001|CRM|acc-|http/u);
  });
});

describe('who works in a project', () => {
  it('is who has unfinished issues, each with the one that was changed last, in one call', async () => {
    const { issues, seed } = jira.site.jira.store;
    seed.inOneTransaction(() => {
      for (const [at, assignee] of [people.anna, people.piotr, people.dawny].entries()) {
        seed.createIssue({
          id: String(50_000 + at), key: `CRM-${100 + at}`, projectId: project, typeId: softwareIssueType.subtask, parentId: first, summary: `Part ${at}`, assignee,
          statusId: softwareStatus.toDo, reporter: people.anna, created: '2026-01-11T12:00:00.000Z',
        });
      }
    });
    issues.update('30002', { assignee: people.anna }, { kind: 'app' });
    jira.site.clock.advance(60_000);
    issues.update('50000', { summary: 'Part of now' }, { kind: 'app' });
    const found = await jira.tracker.myPeopleAtWork(project);
    expect(found.people.map(({ person: { accountId: id }, issue: { key } }) => [id, key])).toEqual([[people.anna, 'CRM-100'], [people.piotr, 'CRM-101']]);
    expect(found).toMatchObject({ people: [{ issue: { summary: 'Part of now' } }, {}], hasMore: false });
    expect(jira.requests).toHaveLength(1);
  });

  it('says when there are more issues than one look takes', async () => {
    manyChildren(250);
    for (let at = 0; at < 250; at += 1) jira.site.jira.store.issues.update(String(50_000 + at), { assignee: people.anna }, { kind: 'app' });
    expect(await jira.tracker.myPeopleAtWork(project)).toMatchObject({ people: [{ person: { accountId: people.anna } }], hasMore: true });
  });

  it.each(['unauthorised', 'forbidden', 'rateLimited', 'serverError'] as const)('is not known where Jira is %s', async (kind) => {
    jira.site.jira.faults.add({ method: 'POST', pathPrefix: '/rest/api/3/search/jql', kind, times: 10 });
    await expect(jira.tracker.myPeopleAtWork(project)).rejects.toBeInstanceOf(OutsideError);
  });

  it('is nobody to whom the project is hidden', async () => {
    await expect(jira.as('obcy').tracker.myPeopleAtWork(project)).rejects.toBeInstanceOf(OutsideError);
  });
});
