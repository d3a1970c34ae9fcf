import { planRequest, startTempo, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
beforeEach(async () => {
  tempo = await startTempo();
});
afterEach(() => tempo.close());

const create = (changes: Record<string, unknown> = {}) => tempo.call('POST', '/4/plans', planRequest(changes));

describe('creating a plan', () => {
  test('takes a flat request and answers a nested plan with a numeric id and status 200', async () => {
    const answer = await create({ description: 'Sprint 12', startTime: '08:15' });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      id: 1,
      self: `${tempo.server.url}/4/plans/1`,
      assignee: { id: 'dev:piotr', type: 'USER' },
      planItem: { id: '10001', type: 'PROJECT' },
      startDate: '2026-05-04',
      endDate: '2026-05-08',
      startTime: '08:15',
      description: 'Sprint 12',
      plannedSecondsPerDay: 28_800,
      totalPlannedSeconds: 5 * 28_800,
      includeNonWorkingDays: false,
      rule: 'NEVER',
      planCreatorId: 'am-anna',
      syncSource: 'NONE',
      createdAt: '2026-05-04T08:00:00.000Z',
      updatedAt: '2026-05-04T08:00:00.000Z',
    });
  });

  test('plans a placeholder by its numeric id as a string', async () => {
    const answer = await create({ assigneeType: 'GENERIC', assigneeId: '1' });
    expect(answer.json).toMatchObject({ assignee: { id: '1', type: 'GENERIC' } });
  });

  test.each([
    ['assigneeId', 'assigneeId cannot be null or empty'],
    ['assigneeType', 'assigneeType cannot be null'],
    ['planItemId', 'planItemId cannot be null or empty'],
    ['planItemType', 'planItemType cannot be null'],
    ['startDate', 'startDate cannot be null'],
    ['endDate', 'endDate cannot be null'],
    ['plannedSecondsPerDay', 'plannedSecondsPerDay cannot be null'],
  ])('refuses a request without %s', async (field, message) => {
    const answer = await create({ [field]: null });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ errors: [{ message }] });
    expect(tempo.store.plans.search({})).toHaveLength(0);
  });

  test.each([
    ['the end before the start', { endDate: '2026-05-03' }, 'endDate must not be before startDate'],
    ['a day that does not exist', { startDate: '2026-02-30' }, 'startDate must be a date in the form yyyy-MM-dd'],
    ['a plan beyond ten years', { startDate: '0001-01-01', endDate: '9999-12-31' }, 'plan must not be longer than 3660 days'],
    ['no seconds', { plannedSecondsPerDay: 0 }, 'plannedSecondsPerDay must be greater than or equal to 1'],
    ['seconds as text', { plannedSecondsPerDay: '28800' }, 'plannedSecondsPerDay must be an integer'],
    ['a numeric item id', { planItemId: 10001 }, 'planItemId must be a string'],
    ['a project key', { planItemId: 'PK' }, 'planItemId must be a numeric id'],
    ['an unknown person', { assigneeId: 'nobody' }, 'assignee does not exist'],
    ['an unknown placeholder', { assigneeType: 'GENERIC', assigneeId: '77' }, 'assignee does not exist'],
    ['an unknown project', { planItemId: '999' }, 'project does not exist'],
    ['an unknown issue', { planItemType: 'ISSUE', planItemId: '999' }, 'issue does not exist'],
    ['a wrong start time', { startTime: '8:15:00' }, 'startTime must be in the form HH:mm'],
    ['a flag as text', { includeNonWorkingDays: 'yes' }, 'includeNonWorkingDays must be a boolean'],
    ['a description beyond measure', { description: 'x'.repeat(10_001) }, 'description must not exceed 10000 characters'],
  ])('refuses %s', async (_, changes, message) => {
    const answer = await create(changes);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ errors: [{ message }] });
  });

  test('names every complaint, in the object form when that is switched on', async () => {
    tempo.store.settings.set({ errorForm: 'object' });
    const answer = await create({ startDate: null, plannedSecondsPerDay: -1 });
    expect(answer.json).toEqual({
      errors: { message: 'startDate cannot be null plannedSecondsPerDay must be greater than or equal to 1' },
    });
  });

  test.each(['', '{', '[]', 'null', '"text"'])('refuses the body %j', async (body) => {
    expect((await tempo.call('POST', '/4/plans', body)).status).toBe(400);
  });

  test('a deactivated person is refused as an unknown one, and the old plan can still be deleted', async () => {
    await create();
    tempo.store.people.setActive('dev:piotr', false);
    expect((await create()).json).toEqual({ errors: [{ message: 'assignee does not exist' }] });
    expect((await tempo.call('PUT', '/4/plans/1', planRequest())).status).toBe(400);
    expect((await tempo.call('DELETE', '/4/plans/1')).status).toBe(204);
  });

  test('says 501 for a recurring plan', async () => {
    const answer = await create({ rule: 'WEEKLY', recurrenceEndDate: '2026-12-31' });
    expect(answer.status).toBe(501);
    expect(answer.json).toEqual({ error: 'not modelled', missing: 'recurring plans (rule WEEKLY)' });
  });

  test('keeps text as it came', async () => {
    const description = '[opiekun:1] "ż" \u202Eאב 🚀 <script>alert(1)</script>\n';
    expect((await create({ description })).json).toMatchObject({ description });
  });
});

describe('planned time', () => {
  test('leaves out weekends and Polish holidays', async () => {
    // Labour Day is a Friday and Constitution Day a Sunday in 2026; Corpus Christi is Thursday 4 June.
    const may = await create({ startDate: '2026-04-30', endDate: '2026-05-04' });
    expect(may.json).toMatchObject({
      plannedTime: { days: { count: 2, values: [{ date: '2026-04-30', plannedSeconds: 28_800 }, { date: '2026-05-04' }] } },
    });
    const june = await create({ startDate: '2026-06-01', endDate: '2026-06-05' });
    expect(june.json).toMatchObject({ totalPlannedSeconds: 4 * 28_800 });
  });

  test('counts every day with includeNonWorkingDays', async () => {
    const answer = await create({ startDate: '2026-05-01', endDate: '2026-05-07', includeNonWorkingDays: true });
    expect(answer.json).toMatchObject({ totalPlannedSeconds: 7 * 28_800 });
  });

  test('knows the holidays of far years', async () => {
    const answer = await create({ startDate: '2049-11-11', endDate: '2049-11-12' });
    expect(answer.json).toMatchObject({ totalPlannedSeconds: 28_800 });
  });

  test('a placeholder has no holidays', async () => {
    const answer = await create({ assigneeType: 'GENERIC', assigneeId: '1', startDate: '2026-05-01', endDate: '2026-05-01' });
    expect(answer.json).toMatchObject({ totalPlannedSeconds: 28_800 });
  });

  test('spreads a total over the working days without losing a second', async () => {
    const answer = await create({ effortPersistenceType: 'TOTAL_SECONDS', plannedSeconds: 100_001, plannedSecondsPerDay: null });
    expect(answer.json).toMatchObject({
      totalPlannedSeconds: 100_001,
      totalPlannedSecondsInScope: 100_001,
      plannedTime: { days: { values: [{ plannedSeconds: 20_001 }, { plannedSeconds: 20_000 }, {}, {}, { plannedSeconds: 20_000 }] } },
    });
    expect(answer.json).not.toHaveProperty('plannedSecondsPerDay');
  });

  test('the part in scope follows from and to', async () => {
    await create();
    const answer = await tempo.call('GET', '/4/plans/1?from=2026-05-07&to=2026-05-31');
    expect(answer.json).toMatchObject({ totalPlannedSeconds: 5 * 28_800, totalPlannedSecondsInScope: 2 * 28_800, plannedTime: { days: { count: 2 } } });
  });
});

describe('changing and deleting', () => {
  test('a replacement resets what it leaves out, and keeps creator and creation', async () => {
    await create({ description: 'Sprint 12', startTime: '09:00', includeNonWorkingDays: true });
    tempo.clock.advance(60);
    const answer = await tempo.call('PUT', '/4/plans/1', planRequest({ endDate: '2026-05-15' }));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ id: 1, description: '', includeNonWorkingDays: false, endDate: '2026-05-15', createdAt: '2026-05-04T08:00:00.000Z', updatedAt: '2026-05-04T08:01:00.000Z' });
    expect(answer.json).not.toHaveProperty('startTime');
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ description: '' });
  });

  test('a refused replacement changes nothing', async () => {
    await create({ description: 'before' });
    expect((await tempo.call('PUT', '/4/plans/1', planRequest({ endDate: null }))).status).toBe(400);
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ description: 'before' });
  });

  test('deleting answers 204 without a body once, then 404; the id is not given again', async () => {
    await create();
    const first = await tempo.call('DELETE', '/4/plans/1');
    expect([first.status, first.text]).toEqual([204, '']);
    const second = await tempo.call('DELETE', '/4/plans/1');
    expect([second.status, second.json]).toEqual([404, { errors: [{ message: 'Plan not found' }] }]);
    expect((await create()).json).toMatchObject({ id: 2 });
  });

  test.each(['GET', 'PUT', 'DELETE'])('%s of a plan that is not there is 404', async (method) => {
    const body = method === 'PUT' ? planRequest() : undefined;
    expect((await tempo.call(method, '/4/plans/404', body)).status).toBe(404);
    expect((await tempo.call(method, '/4/plans/abc', body)).status).toBe(404);
  });

  test('changing one day of a plan is not modelled', async () => {
    expect((await tempo.call('PUT', '/4/plans/1/partial/2026-05-04', {})).status).toBe(501);
  });
});

describe('approval', () => {
  const asking = { planApproval: { reviewerId: 'am-anna', status: 'REQUESTED' } };
  const approve = () => {
    const plan = tempo.store.plans.find(1);
    if (plan?.approval) tempo.store.plans.replace(plan, plan, { ...plan.approval, status: 'APPROVED', actorId: 'am-anna' });
  };

  test('is ignored while it is switched off', async () => {
    expect((await create(asking)).json).not.toHaveProperty('planApproval');
  });

  test('is asked for, and a moved plan goes back to pending where an unmoved one stays approved', async () => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    expect((await create(asking)).json).toMatchObject({ planApproval: { status: 'REQUESTED', reviewer: { accountId: 'am-anna' } } });
    approve();
    const described = await tempo.call('PUT', '/4/plans/1', planRequest({ description: 'only words' }));
    expect(described.json).toMatchObject({ planApproval: { status: 'APPROVED' } });
    const moved = await tempo.call('PUT', '/4/plans/1', planRequest({ endDate: '2026-05-12' }));
    expect(moved.json).toMatchObject({ planApproval: { status: 'REQUESTED', reviewer: { accountId: 'am-anna' } } });
  });

  test.each([
    ['the first day', { startDate: '2026-05-05' }],
    ['the hours', { plannedSecondsPerDay: 3600 }],
    ['the person', { assigneeId: 'am-anna' }],
    ['the project', { planItemId: '10002' }],
  ])('is asked for anew when %s of an approved plan changes', async (_, changes) => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    await create(asking);
    approve();
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ planApproval: { status: 'APPROVED' } });
    await tempo.call('PUT', '/4/plans/1', planRequest(changes));
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ planApproval: { status: 'REQUESTED' } });
  });

  test('needs a reviewer who may review; placeholders need none; deciding by a plan is not modelled', async () => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    const wrong = await create({ planApproval: { reviewerId: 'dev:piotr', status: 'REQUESTED' } });
    expect(wrong.json).toEqual({ errors: [{ message: 'reviewer does not exist' }] });
    expect((await create({ ...asking, assigneeType: 'GENERIC', assigneeId: '1' })).json).not.toHaveProperty('planApproval');
    expect((await create({ planApproval: { reviewerId: 'am-anna', status: 'APPROVED' } })).status).toBe(501);
  });
});

describe('lists', () => {
  const ids = (json: unknown): unknown => (typeof json === 'object' && json !== null && 'results' in json && Array.isArray(json.results) ? json.results.map((plan: { id: number }) => plan.id) : undefined);
  const WINDOW = 'from=2026-05-01&to=2026-05-31';

  test('select by overlap, at both edges', async () => {
    await create({ startDate: '2026-04-20', endDate: '2026-05-01' });
    await create({ startDate: '2026-05-31', endDate: '2026-06-20' });
    await create({ startDate: '2026-01-01', endDate: '2026-12-31' });
    await create({ startDate: '2026-04-20', endDate: '2026-04-30' });
    await create({ startDate: '2026-06-01', endDate: '2026-06-02' });
    expect(ids((await tempo.call('GET', `/4/plans?${WINDOW}`)).json)).toEqual([1, 2, 3]);
  });

  test('need from and to', async () => {
    expect((await tempo.call('GET', '/4/plans?from=2026-05-01')).json).toEqual({ errors: [{ message: 'to cannot be null' }] });
    expect((await tempo.call('POST', '/4/plans/search', { to: '2026-05-01' })).status).toBe(400);
    expect((await tempo.call('GET', '/4/plans?from=2026-05-02&to=2026-05-01')).status).toBe(400);
    expect((await tempo.call('GET', '/4/plans?from=04.05.2026&to=2026-05-05')).status).toBe(400);
  });

  test('are paged by full addresses of the public host, and the last page has no next', async () => {
    for (let i = 0; i < 5; i += 1) await create();
    const headers = { 'x-forwarded-host': 'api.eu.tempo.io' };
    const first = await tempo.call('GET', `/4/plans?${WINDOW}&limit=2&projectIds=10001&projectIds=10002`, undefined, headers);
    expect(first.json).toMatchObject({
      self: `https://api.eu.tempo.io/4/plans?${WINDOW}&limit=2&projectIds=10001&projectIds=10002`,
      metadata: { count: 2, offset: 0, limit: 2, next: `https://api.eu.tempo.io/4/plans?${WINDOW}&limit=2&projectIds=10001&projectIds=10002&offset=2` },
    });
    expect((await tempo.call('GET', `/4/plans?${WINDOW}&limit=5`)).json).not.toHaveProperty('metadata.next');
    const last = await tempo.call('GET', `/4/plans?${WINDOW}&limit=2&offset=4`);
    expect(ids(last.json)).toEqual([5]);
    expect(last.json).not.toHaveProperty('metadata.next');
    expect(last.json).toHaveProperty('metadata.previous');
  });

  test('hold at most 5000, and 50 when no limit is given', async () => {
    expect((await tempo.call('GET', `/4/plans?${WINDOW}`)).json).toMatchObject({ metadata: { limit: 50 } });
    expect((await tempo.call('GET', `/4/plans?${WINDOW}&limit=5000`)).status).toBe(200);
    expect((await tempo.call('GET', `/4/plans?${WINDOW}&limit=5001`)).status).toBe(400);
    expect((await tempo.call('GET', `/4/plans?${WINDOW}&limit=0`)).status).toBe(400);
  });

  test('a search names neither itself nor a next page, and ignores filters it does not know', async () => {
    await create();
    await create();
    const answer = await tempo.call('POST', '/4/plans/search', { from: '2026-05-01', to: '2026-05-31', limit: 1, projectId: ['10002'] });
    expect(answer.json).toEqual({ metadata: { count: 1, offset: 0, limit: 1 }, results: [expect.objectContaining({ id: 1 })] });
  });

  test.each([
    ['accountIds=am-anna', [2]],
    ['genericResourceIds=1', [3]],
    ['accountIds=am-anna&genericResourceIds=1', [2, 3]],
    ['projectIds=10002', [2]],
    ['issueIds=20001', [4]],
    ['planItemTypes=ISSUE', [4]],
    ['assigneeTypes=GENERIC', [3]],
    ['planIds=1&planIds=3', [1, 3]],
    ['updatedFrom=2026-05-05', [4]],
    ['updatedFrom=2026-05-04', [1, 2, 3, 4]],
    ['updatedFrom=2026-05-05T08:00:00Z', [4]],
    ['updatedFrom=2026-05-05T08:00:00.001Z', []],
    ['updatedFrom=2026-05-05&planIds=1&planIds=4', [4]],
    ['updatedFrom=2026-05-05&planIds=1', []],
  ])('filter by %s', async (filter, expected) => {
    await create();
    await create({ assigneeId: 'am-anna', planItemId: '10002' });
    await create({ assigneeType: 'GENERIC', assigneeId: '1' });
    tempo.clock.advance(86_400);
    await create({ planItemType: 'ISSUE', planItemId: '20001' });
    expect(ids((await tempo.call('GET', `/4/plans?${WINDOW}&${filter}`)).json)).toEqual(expected);
  });

  test.each(['yesterday', '2026-02-30', '2026-05-04T99:00:00Z', '2026-05-04T08:00:00'])('refuse updatedFrom=%s', async (value) => {
    expect((await tempo.call('GET', `/4/plans?${WINDOW}&updatedFrom=${value}`)).json).toEqual({ errors: [{ message: 'updatedFrom must be a date' }] });
  });

  test('take 400 ids in one address, inside from and to, and tell each plan’s approval', async () => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    await create({ planApproval: { reviewerId: 'am-anna', status: 'REQUESTED' } });
    await create();
    await create({ startDate: '2026-07-01', endDate: '2026-07-02' });
    const many = Array.from({ length: 400 }, (_, index) => `planIds=${index === 0 ? 1 : index + 1_000_000}`);
    const answer = await tempo.call('GET', `/4/plans?${WINDOW}&limit=400&planIds=3&${many.join('&')}`);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ results: [{ id: 1, planApproval: { status: 'REQUESTED' } }] });
    expect(ids(answer.json)).toEqual([1]);
  });

  test('leave out the days unless asked', async () => {
    await create();
    expect((await tempo.call('GET', `/4/plans?${WINDOW}`)).text).not.toContain('"days"');
    expect((await tempo.call('GET', `/4/plans?${WINDOW}&plannedTimeBreakdown=DAILY`)).json).toMatchObject({ results: [{ plannedTime: { days: { count: 5 } } }] });
  });

  test('of one person or placeholder are whole and unpaged', async () => {
    await create();
    await create({ assigneeType: 'GENERIC', assigneeId: '1' });
    const person = await tempo.call('GET', '/4/plans/user/dev%3Apiotr');
    expect(person.json).toMatchObject({ metadata: { count: 1 }, results: [{ id: 1 }] });
    expect(person.json).not.toHaveProperty('metadata.limit');
    expect(ids((await tempo.call('GET', '/4/plans/generic-resource/1?from=2026-05-01')).json)).toEqual([2]);
    expect((await tempo.call('GET', '/4/plans/user/nobody')).status).toBe(404);
    expect((await tempo.call('GET', '/4/plans/generic-resource/9')).status).toBe(404);
  });
});
