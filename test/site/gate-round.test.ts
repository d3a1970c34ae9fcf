import { automationAccountId } from '../../local/jira/model';
import { handToClientTransitionId, softwareIssueType, softwareStatus, softwareWorkflowId } from '../../local/jira/software-workflow';
import { decideReview, openReview, readGate, readGuard, requestReview, requestVersionReview } from '../../src/contract/gate-operations';
import { publishGuidelines, readDraft, saveDraft } from '../../src/contract/guidelines';
import { issueKey, people, projects, type PersonName } from './small-company';
import { decide } from './small-gate';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';
import { until } from './until';

/** Every way round the gate that we know of, tried on a whole site. */

jest.setTimeout(240_000);

let test: TestSite;
const issue = issueKey('portal', 1);
const portal = { project: projects.portal.key };
const api = '/rest/api/3';

beforeEach(async () => {
  test = await startTestSite({ connected: false });
  for (const permissionKey of ['MOVE_ISSUES', 'CREATE_ISSUES', 'LINK_ISSUES', 'EDIT_ISSUES', 'ADMINISTER_PROJECTS', 'BROWSE_PROJECTS', 'TRANSITION_ISSUES']) {
    for (const projectId of [projects.portal.id, projects.shop.id]) test.site.jira.store.permissions.addGrant({ permissionKey, holder: { type: 'user', accountId: people.marek.accountId }, projectId });
  }
  await publish(test, 'portal');
});
afterEach(() => test.close());

/** A request of somebody's own script, with their session and their rights. */
const rest = (person: PersonName, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${test.site.urls.jira}${api}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie: `local-user=${encodeURIComponent(people[person].accountId)}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const hand = async (key = issue): Promise<number> => (await rest('marek', 'POST', `/issue/${key}/transitions`, { transition: { id: handToClientTransitionId } })).status;
const find = (key = issue) => test.site.jira.store.issues.find(key);
const isHanded = (key = issue): boolean => find(key)?.statusId === softwareStatus.handedToClient;
const ask = (key: string, person: PersonName = 'marek'): Promise<unknown> => test.as(person).ask({ issue: key }, requestReview, { note: '', recipient: '', dueOn: null });
const go = (key = issue): Promise<void> => decide(test, 'portal', (deliverable) => deliverable.kind === 'issue' && deliverable.issueKey === key, { verdict: { kind: 'go' }, reason: 'Good' });
const guard = () => test.as('lena').ask(portal, readGuard);
const settled = async (): Promise<void> => {
  await test.site.jira.store.events.deliver();
  await test.site.host.idle();
};
const moveTo = (project: 'portal' | 'shop', key: string, typeId: string = softwareIssueType.story, statusId?: string): Promise<Response> =>
  rest('marek', 'POST', '/bulk/issues/move', {
    targetToSourcesMapping: {
      [`${projects[project].key},${typeId}`]: { issueIdsOrKeys: [key], ...(statusId === undefined ? { inferStatusDefaults: true } : { targetStatus: [{ statuses: { [statusId]: [find(key)?.statusId ?? ''] } }] }) },
    },
  });

it('a go opens the transition, and nothing else does', async () => {
  expect(await hand()).toBe(400);
  await ask(issue);
  expect(await hand()).toBe(400);
  await go();
  expect(await hand()).toBe(204);
  expect(isHanded()).toBe(true);
});

it('REST and a bulk change are refused as the page is, each issue by itself', async () => {
  await ask(issue);
  await go();
  const other = issueKey('portal', 2);
  const answer = await rest('marek', 'POST', '/bulk/issues/transition', { bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [issue, other], transitionId: handToClientTransitionId }] });
  expect(answer.status).toBe(201);
  expect([isHanded(issue), isHanded(other)]).toEqual([true, false]);
});

it('an automation is refused as a person is', async () => {
  const known = find();
  const outcome = known === undefined ? undefined : await test.site.jira.workflow.execute(known, handToClientTransitionId, { kind: 'automation' });
  expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('Nikt jeszcze nie poprosił') });
  expect(automationAccountId).not.toBe('');
});

it('the issue property, whoever writes it, opens nothing', async () => {
  expect((await rest('marek', 'PUT', `/issue/${issue}/properties/opiekun-delivery-gate`, { state: 'go', validUntil: null })).status).toBe(201);
  expect(await hand()).toBe(400);
  const found = await rest('marek', 'POST', '/search/jql', { jql: 'issue in deliveryGate("go")', fields: ['summary'] });
  expect([found.status, await found.json()]).toEqual([200, expect.objectContaining({ issues: [] })]);
});

it('an operation counts in the project of its signed context, whatever its payload says', async () => {
  await ask(issue);
  const { waiting } = await test.as('lena').ask(portal, readGate);
  const reviewId = waiting[0]?.id ?? '';
  const elsewhere = { project: projects.shop.key };
  await expect(test.as('lena').ask(elsewhere, openReview, { reviewId })).rejects.toThrow('notFound');
  await expect(test.as('marek').ask(portal, openReview, { reviewId })).rejects.toThrow('forbidden');
  await expect(test.as('marek').ask(portal, decideReview, { reviewId, token: 'guess', verdict: { kind: 'go' }, reason: 'Mine', validUntil: null, marks: [] })).rejects.toThrow('forbidden');
  expect(await hand()).toBe(400);
});

it('who asked does not decide, and what was decided on is not decided twice', async () => {
  await ask(issue, 'lena');
  await expect(go()).rejects.toThrow('ownRequest');
  const other = issueKey('portal', 2);
  await ask(other);
  const { waiting } = await test.as('lena').ask(portal, readGate);
  const reviewId = waiting.find(({ deliverable }) => deliverable.kind === 'issue' && deliverable.issueKey === other)?.id ?? '';
  const { token, criteria } = await test.as('lena').ask(portal, openReview, { reviewId });
  const marks = criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? { kind: 'waived', reason: 'Known' } : { kind: 'met' } }));
  const decision = { reviewId, token, reason: 'Good', validUntil: null, marks };
  await test.as('lena').ask(portal, decideReview, { ...decision, verdict: { kind: 'noGo' } });
  await expect(test.as('lena').ask(portal, decideReview, { ...decision, verdict: { kind: 'go' } })).rejects.toThrow('notWaiting');
  expect(await hand(other)).toBe(400);
});

describe('a move', () => {
  it('to another project and back takes no go along', async () => {
    await ask(issue);
    await go();
    const id = find()?.id ?? '';
    expect((await moveTo('shop', issue)).status).toBe(201);
    expect(await hand(find(id)?.key)).toBe(400);
    await settled();
    expect((await moveTo('portal', find(id)?.key ?? '')).status).toBe(201);
    expect(await hand(find(id)?.key)).toBe(400);
    expect(isHanded(id)).toBe(false);
  });

  it('past the gate is told of', async () => {
    await guard();
    expect((await moveTo('portal', issue, softwareIssueType.bug, softwareStatus.handedToClient)).status).toBe(201);
    await settled();
    expect((await guard()).bypassed).toMatchObject([{ deliverable: issue }]);
    const comments = test.site.jira.store.comments.ofIssue(find()?.id ?? '');
    expect(JSON.stringify(comments)).toContain(people.lena.accountId);
  });

  it('while a request waits withdraws it', async () => {
    await ask(issue);
    await moveTo('shop', issue);
    await settled();
    expect((await test.as('lena').ask(portal, readGate)).waiting).toEqual([]);
  });
});

describe('a version', () => {
  const make = async (name: string): Promise<string> => {
    const answer = await rest('marek', 'POST', '/version', { name, projectId: projects.portal.id });
    const { id }: { readonly id: string } = JSON.parse(await answer.text());
    await rest('marek', 'PUT', `/issue/${issue}`, { fields: { fixVersions: [{ id }] } });
    return id;
  };
  const goFor = async (versionId: string): Promise<void> => {
    await test.as('marek').ask(portal, requestVersionReview, { versionId, note: '', recipient: '', dueOn: null });
    await decide(test, 'portal', ({ kind }) => kind === 'version', { verdict: { kind: 'go' }, reason: 'Good' });
  };

  it('that is renamed keeps its go; a new one of the old name has none', async () => {
    const first = await make('1.0');
    await goFor(first);
    await rest('marek', 'PUT', `/version/${first}`, { name: '1.0 (old)' });
    const second = await make('1.0');
    expect(second).not.toBe(first);
    expect(await hand()).toBe(400);
    await rest('marek', 'PUT', `/issue/${issue}`, { fields: { fixVersions: [{ id: first }] } });
    expect(await hand()).toBe(204);
  });

  it('that is deleted opens nothing more', async () => {
    const id = await make('1.0');
    await goFor(id);
    expect((await rest('marek', 'POST', `/version/${id}/removeAndSwap`, {})).status).toBe(204);
    expect(await hand()).toBe(400);
  });

  it('takes no issue along that was put into it after the go', async () => {
    const id = await make('1.0');
    await goFor(id);
    const later = issueKey('portal', 2);
    await rest('marek', 'PUT', `/issue/${later}`, { fields: { fixVersions: [{ id }] } });
    expect([await hand(later), await hand()]).toEqual([400, 204]);
  });

  it('that is released without a go is told of', async () => {
    const id = await make('1.0');
    await rest('marek', 'PUT', `/version/${id}`, { released: true });
    await settled();
    expect((await guard()).bypassed).toMatchObject([{ deliverable: '1.0' }]);
  });
});

it('a blocker that is linked after the go shuts the gate at once', async () => {
  await ask(issue);
  await go();
  const link = { type: { name: 'Blocks' }, inwardIssue: { key: issueKey('portal', 2) }, outwardIssue: { key: issue } };
  expect((await rest('marek', 'POST', '/issueLink', link)).status).toBe(201);
  expect(await hand()).toBe(400);
});

it.each(['before', 'after'])('guidelines that are published just %s the decision leave no go for the old ones', async (when) => {
  await ask(issue);
  const lena = test.as('lena');
  const { revision, draft } = await lena.ask(portal, readDraft);
  const saved = await lena.ask(portal, saveDraft, { revision, draft: { ...draft, scope: { ...draft.scope, goal: 'Another goal' } } });
  const republish = (): Promise<unknown> => lena.ask(portal, publishGuidelines, { revision: saved.revision });
  if (when === 'after') {
    await go();
    await republish();
  } else {
    const { waiting } = await lena.ask(portal, readGate);
    const reviewId = waiting[0]?.id ?? '';
    const { token, criteria } = await lena.ask(portal, openReview, { reviewId });
    await republish();
    const marks = criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? { kind: 'waived', reason: 'Known' } : { kind: 'met' } }));
    await expect(lena.ask(portal, decideReview, { reviewId, token, verdict: { kind: 'go' }, reason: 'Good', validUntil: null, marks })).rejects.toThrow('evidenceOld');
  }
  expect(await hand()).toBe(400);
});

it('both in the same moment leave a go for the new guidelines, or none', async () => {
  await ask(issue);
  const lena = test.as('lena');
  const { revision, draft } = await lena.ask(portal, readDraft);
  const saved = await lena.ask(portal, saveDraft, { revision, draft: { ...draft, scope: { ...draft.scope, goal: 'Another goal' } } });
  await Promise.allSettled([go(), lena.ask(portal, publishGuidelines, { revision: saved.revision })]);
  expect(await hand()).toBe(400);
});

it('an app that is gone keeps the transition shut', async () => {
  await ask(issue);
  await go();
  await test.site.host.installation.uninstall();
  const answer = await rest('marek', 'POST', `/issue/${issue}/transitions`, { transition: { id: handToClientTransitionId } });
  expect(answer.status).toBe(400);
});

it('a rule that is taken off for a moment is noticed, and so is what passed meanwhile', async () => {
  await guard();
  const { workflows } = test.site.jira.store;
  const before = workflows.find(softwareWorkflowId)?.transitions.find(({ id }) => id === handToClientTransitionId)?.validators ?? [];
  workflows.setValidators(softwareWorkflowId, handToClientTransitionId, []);
  expect(await hand()).toBe(204);
  workflows.setValidators(softwareWorkflowId, handToClientTransitionId, before);
  await settled();
  expect((await until('the bypass to be told of', async () => {
    const { bypassed } = await guard();
    return bypassed.length > 0 && bypassed;
  }))[0]).toMatchObject({ deliverable: issue });
});

it('a search finds what waits, for whoever may see it', async () => {
  const search = async (jql: string, person: PersonName = 'marek'): Promise<unknown> => (await rest(person, 'POST', '/search/jql', { jql, fields: ['summary'] })).json();
  const waiting = `issue in deliveryGate("waiting") AND project = ${projects.portal.key}`;
  expect(await search(waiting)).toMatchObject({ issues: [] });
  await ask(issue);
  expect(await search(waiting)).toMatchObject({ issues: [{ key: issue }] });
  expect(await search('deliveryGate = waiting')).toMatchObject({ issues: [{ key: issue }] });
  await go();
  expect(await search(waiting)).toMatchObject({ issues: [] });
  expect(await search('issue in deliveryGate(GO) AND issue not in deliveryGate("waiting")')).toMatchObject({ issues: [{ key: issue }] });
  expect(await search(`issue not in deliveryGate("go") AND project = ${projects.portal.key} ORDER BY key ASC`)).toMatchObject({ issues: [{ key: issueKey('portal', 2) }, { key: issueKey('portal', 3) }] });
  expect(await search('issue in deliveryGate("maybe")')).toMatchObject({ errorMessages: [expect.stringContaining('conditionalGo')] });
});
