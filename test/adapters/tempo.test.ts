import { accountId, content, day, planId, PROJECT, projectId, startHarness, TAG, type Harness } from './tempo-harness';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const quietly = { asksForApproval: false };
const asking = { asksForApproval: true };
const year = [day('2026-01-01'), day('2026-12-31')] as const;
const failure = (kind: string, detail: string, retryAfter?: number) =>
  expect.objectContaining({ name: 'OutsideError', system: 'tempo', failure: kind, detail, retryAfter });
const plansInTempo = () => harness.tempo.store.plans.search({});
const sent = (method: string, path: string): number => harness.requests.filter((request) => request === `${method} api.eu.tempo.io${path}`).length;

describe('writing and reading back', () => {
  it('reads a created plan of a person as it was wanted', async () => {
    const id = await harness.planner.create(content(), quietly);
    await expect(harness.planner.plan(id)).resolves.toEqual({
      id, content: content(), updatedAt: '2026-05-04T08:00:00.000Z', isSyncedFromIssue: false, isApproved: false,
    });
    await expect(harness.planner.plansOfProject(PROJECT, ...year)).resolves.toEqual([expect.objectContaining({ id, content: content() })]);
  });

  it('makes a role a generic resource once, and reads it by its name', async () => {
    const tester = content({ assignee: { kind: 'role', role: 'Tester QA' } });
    const first = await harness.planner.create(tester, quietly);
    const second = await harness.planner.create(tester, quietly);
    await harness.another().create(tester, quietly);
    expect(harness.tempo.store.resources.all().map((resource) => resource.name)).toEqual(['Backend developer', 'Tester QA']);
    expect(sent('POST', '/4/generic-resources/search')).toBe(2);
    const plans = await harness.another().plansOfProject(PROJECT, ...year);
    expect(plans.map((plan) => plan.content)).toEqual([tester, tester, tester]);
    expect(first).not.toBe(second);
  });

  it('takes the oldest of two resources of the same name, and none that is only spelt alike', async () => {
    const { resources } = harness.tempo.store;
    resources.create('QA');
    resources.create('QA');
    resources.create('backend DEVELOPER');
    await harness.planner.create(content({ assignee: { kind: 'role', role: 'QA' } }), quietly);
    await harness.planner.create(content({ assignee: { kind: 'role', role: 'backend developer' } }), quietly);
    expect(plansInTempo().map((plan) => plan.assigneeId)).toEqual(['2', '5']);
  });

  it('finds roles beyond the first page of generic resources', async () => {
    for (let number = 2; number <= 620; number += 1) harness.tempo.store.resources.create(`Role ${number}`);
    await harness.planner.create(content({ assignee: { kind: 'role', role: 'Role 600' } }), quietly);
    expect(plansInTempo()[0]?.assigneeId).toBe('600');
    expect(sent('POST', '/4/generic-resources')).toBe(0);
  });

  it('changes what is ours and keeps what is not', async () => {
    const id = await harness.planner.create(content(), quietly);
    const [before] = plansInTempo();
    if (before) harness.tempo.store.plans.replace(before, { ...before, startTime: '09:30', includeNonWorkingDays: true, description: 'somebody wrote here' }, undefined);
    const later = content({ to: day('2026-05-29'), minutesPerDay: 450 });
    await harness.planner.update(id, later, quietly);
    await expect(harness.planner.plan(id)).resolves.toMatchObject({ content: later });
    expect(plansInTempo()).toMatchObject([{ startTime: '09:30', includeNonWorkingDays: true, creatorId: 'am-anna' }]);
  });

  it('turns a plan by total hours back into one by day', async () => {
    const id = await harness.planner.create(content(), quietly);
    const [before] = plansInTempo();
    if (before) harness.tempo.store.plans.replace(before, { ...before, effort: { type: 'TOTAL_SECONDS', plannedSeconds: 36_000 } }, undefined);
    await expect(harness.planner.plan(id)).resolves.toMatchObject({ content: { minutesPerDay: 120 } });
    await harness.planner.update(id, content(), quietly);
    await expect(harness.planner.plan(id)).resolves.toMatchObject({ content: content() });
  });

  it('deletes a plan, and does not mind that it is gone', async () => {
    const id = await harness.planner.create(content(), quietly);
    await harness.planner.remove(id);
    await harness.planner.remove(id);
    expect(plansInTempo()).toEqual([]);
    await expect(harness.planner.plan(id)).resolves.toBeUndefined();
    await expect(harness.planner.update(id, content(), quietly)).rejects.toEqual(failure('missing', 'the plan is gone'));
  });

  it('keeps every character of a description', async () => {
    const odd = content({ description: `"Żółć" \\ \u202eאב 🚀 <script>&amp;\n ${TAG}` });
    const id = await harness.planner.create(odd, quietly);
    await expect(harness.planner.plan(id)).resolves.toMatchObject({ content: odd });
  });
});

describe('the plans of a project', () => {
  it('come by pages, each plan once, and from that project only', async () => {
    const { store } = harness.tempo;
    const plan = {
      assigneeId: 'dev:piotr', assigneeType: 'USER', planItemId: '10001', planItemType: 'PROJECT', startDate: '2026-05-04', endDate: '2026-05-08',
      effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: 3600 }, includeNonWorkingDays: false, description: '',
    } as const;
    for (let number = 0; number < 1001; number += 1) store.createPlan(plan, 'am-anna');
    store.createPlan({ ...plan, planItemId: '10002' }, 'am-anna');
    const plans = await harness.planner.plansOfProject(PROJECT, ...year);
    expect(new Set(plans.map(({ id }) => id)).size).toBe(1001);
    expect(sent('GET', '/4/plans')).toBe(2);
    await expect(harness.planner.plansOfProject(projectId('10002'), ...year)).resolves.toHaveLength(1);
    await expect(harness.planner.plansOfProject(PROJECT, day('2026-06-01'), day('2026-06-30'))).resolves.toEqual([]);
  });

  it('ask for generic resources only where a plan is for one', async () => {
    await harness.planner.create(content(), quietly);
    await harness.another().plansOfProject(PROJECT, ...year);
    expect(sent('POST', '/4/generic-resources/search')).toBe(0);
  });
});

describe('approval', () => {
  const approvals = () => plansInTempo().map((plan) => plan.approval?.status);
  const approve = (): void => {
    const [plan] = plansInTempo();
    if (plan?.approval) harness.tempo.store.plans.replace(plan, plan, { ...plan.approval, status: 'APPROVED' });
  };
  beforeEach(() => harness.tempo.store.settings.set({ planApprovalEnabled: true }));

  it('is known from the configuration, asked once', async () => {
    await expect(harness.planner.isApprovalOn()).resolves.toBe(true);
    await harness.planner.isApprovalOn();
    expect(sent('GET', '/4/globalconfiguration')).toBe(1);
    harness.tempo.store.faults.add({ path: '/4/globalconfiguration', times: 1, fault: { kind: 'status', status: 403 } });
    await expect(harness.another().isApprovalOn()).resolves.toBe(false);
  });

  it('is asked of a reviewer when wanted, and only then', async () => {
    await harness.planner.create(content(), quietly);
    await harness.planner.create(content(), asking);
    await harness.planner.create(content({ assignee: { kind: 'role', role: 'QA' } }), asking);
    await harness.planner.create(content({ assignee: { kind: 'person', accountId: accountId('am-anna') } }), asking);
    expect(approvals()).toEqual([undefined, 'REQUESTED', undefined, undefined]);
    await harness.planner.update(planId(1), content(), asking);
    expect(approvals()[0]).toBe('REQUESTED');
  });

  it('is told of a plan once it was given', async () => {
    const id = await harness.planner.create(content(), asking);
    await expect(harness.planner.plan(id)).resolves.toMatchObject({ isApproved: false });
    approve();
    await expect(harness.planner.plan(id)).resolves.toMatchObject({ isApproved: true });
    await expect(harness.planner.plans([id], ...year)).resolves.toMatchObject([{ isApproved: true }]);
  });

  it('stands when only words change, and begins anew when days do', async () => {
    const id = await harness.planner.create(content(), asking);
    approve();
    await harness.planner.update(id, content({ description: `other words ${TAG}` }), asking);
    expect(approvals()).toEqual(['APPROVED']);
    await harness.planner.update(id, content({ to: day('2026-05-15') }), quietly);
    expect(approvals()).toEqual(['REQUESTED']);
  });

  it('may not be seen by the token: the entry is planned all the same', async () => {
    harness.tempo.store.faults.add({ path: '/4/plan-permissions', times: 1, fault: { kind: 'status', status: 403 } });
    await harness.planner.create(content(), asking);
    expect(approvals()).toEqual([undefined]);
  });
});

describe('when Tempo says no', () => {
  it('passes on its reason', async () => {
    await expect(harness.planner.create(content({ projectId: projectId('404') }), quietly)).rejects.toEqual(failure('rejected', 'project does not exist'));
    harness.tempo.store.settings.set({ errorForm: 'object' });
    harness.tempo.store.people.setActive('dev:piotr', false);
    await expect(harness.planner.create(content(), quietly)).rejects.toEqual(failure('rejected', 'assignee does not exist'));
  });

  it.each([
    [401, 'unauthorised', 'status 401'],
    [403, 'refused', 'status 403'],
    [400, 'rejected', 'Fault made on purpose'],
    [404, 'missing', 'Fault made on purpose'],
    [501, 'unexpectedAnswer', 'status 501'],
  ])('answers %i for %s without asking again', async (status, kind, detail) => {
    harness.tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status } });
    await expect(harness.planner.plansOfProject(PROJECT, ...year)).rejects.toEqual(failure(kind, detail));
    expect(harness.requests).toHaveLength(1);
  });

  it('does not send a token that is none', async () => {
    await expect(harness.another({ token: 'two\r\nlines' }).isApprovalOn()).rejects.toEqual(failure('unauthorised', 'the token has characters that no token has'));
    expect(harness.requests).toEqual([]);
  });

  it('tells a token without sight of plans from an empty planner', async () => {
    const { secret } = harness.tempo.store.tokens.create({ name: 'accounts', ownerId: 'am-anna', scopes: ['accounts:manage'] });
    await expect(harness.another({ token: secret }).plansOfProject(PROJECT, ...year)).rejects.toMatchObject({ failure: 'refused' });
  });
});

describe('when Tempo or the network breaks', () => {
  it.each([429, 500, 502, 503])('reads again after %i', async (status) => {
    harness.tempo.store.faults.add({ path: '/4/plans', times: 2, fault: { kind: 'status', status } });
    await expect(harness.planner.plansOfProject(PROJECT, ...year)).resolves.toEqual([]);
    expect(harness.pauses).toEqual([250, 500]);
  });

  it('waits as long as a 429 asks, and gives up when that is long', async () => {
    harness.tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status: 429, retryAfterSeconds: 2 } });
    await harness.planner.create(content(), quietly);
    expect(harness.pauses).toEqual([2250]);
    harness.tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status: 429, retryAfterSeconds: 600 } });
    await expect(harness.planner.create(content(), quietly)).rejects.toEqual(failure('rateLimited', 'too many requests', 600));
    expect(plansInTempo()).toHaveLength(1);
  });

  it('keeps to the limit of five requests a second by waiting after 429', async () => {
    harness.tempo.store.settings.set({ requestsPerSecond: 5 });
    const patient = harness.another({}, { pause: async (milliseconds) => harness.tempo.clock.advance(milliseconds / 1000) });
    for (let number = 0; number < 12; number += 1) await patient.create(content(), quietly);
    expect(plansInTempo()).toHaveLength(12);
  });

  it.each([
    ['loseAnswer', 1],
    ['halfAnswer', 1],
    ['wrongShape', 1],
    ['commitThenTimeout', 1],
    ['timeout', 0],
  ] as const)('never creates a second time after %s; plans then: %i', async (kind, expected) => {
    harness.tempo.store.faults.add({ method: 'POST', path: '/4/plans', times: 1, fault: { kind } });
    const hurried = harness.another({}, { timeoutMs: 300 });
    await expect(hurried.create(content(), quietly)).rejects.toMatchObject({ failure: kind === 'wrongShape' ? 'unexpectedAnswer' : 'unavailable' });
    expect(sent('POST', '/4/plans')).toBe(1);
    expect(plansInTempo()).toHaveLength(expected);
    const found = await harness.another().plansOfProject(PROJECT, ...year);
    expect(found.filter((plan) => plan.content.description.includes(TAG))).toHaveLength(expected);
  });

  it.each([500, 503])('does not create again after %i', async (status) => {
    harness.tempo.store.faults.add({ method: 'POST', path: '/4/plans', times: 1, fault: { kind: 'status', status } });
    await expect(harness.planner.create(content(), quietly)).rejects.toEqual(failure('unavailable', `status ${status}`));
    expect(sent('POST', '/4/plans')).toBe(1);
  });

  it('makes a role once even when the answer to that is lost', async () => {
    const role = content({ assignee: { kind: 'role', role: 'Architekt' } });
    await harness.planner.create(content({ assignee: { kind: 'role', role: 'Backend developer' } }), quietly);
    harness.tempo.store.faults.add({ method: 'POST', path: '/4/generic-resources', times: 1, fault: { kind: 'loseAnswer' } });
    await expect(harness.planner.create(role, quietly)).rejects.toMatchObject({ failure: 'unavailable' });
    await harness.planner.create(role, quietly);
    expect(harness.tempo.store.resources.all().filter((resource) => resource.name === 'Architekt')).toHaveLength(1);
  });

  it.each(['loseAnswer', 'halfAnswer'] as const)('changes and deletes again after %s, for that does no harm', async (kind) => {
    const id = await harness.planner.create(content(), quietly);
    harness.tempo.store.faults.add({ method: 'PUT', path: '/4/plans', times: 1, fault: { kind } });
    await harness.planner.update(id, content({ minutesPerDay: 60 }), quietly);
    expect(plansInTempo()).toMatchObject([{ effort: { plannedSecondsPerDay: 3600 } }]);
    harness.tempo.store.faults.add({ method: 'DELETE', path: '/4/plans', times: 1, fault: { kind: 'loseAnswer' } });
    await harness.planner.remove(id);
    expect(plansInTempo()).toEqual([]);
  });

  it('refuses an answer of another shape', async () => {
    harness.tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'wrongShape' } });
    await expect(harness.planner.plansOfProject(PROJECT, ...year)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });

  it('asks for credentials again after they were missing', async () => {
    await expect(harness.another({ token: 'wrong' }).plan(planId(1))).rejects.toEqual(failure('unauthorised', 'status 401'));
  });
});
