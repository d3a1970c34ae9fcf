import { isoWeek, weekday } from './calendar';
import { timelineOf } from './pages/timeline';
import { Subscriber } from './subscriber-fixture';
import { startTempo, planRequest, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
let subscriber: Subscriber;
beforeEach(async () => {
  subscriber = new Subscriber();
  tempo = await startTempo(undefined, { deliver: subscriber.deliver });
});
afterEach(() => tempo.close());

interface Page {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

async function open(path: string, headers: Record<string, string> = {}): Promise<Page> {
  const answer = await fetch(`${tempo.server.url}${path}`, { headers, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
  const answer = await fetch(`${tempo.server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: tempo.server.url, ...headers }, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

const FORM = { assignee: 'USER:dev:piotr', item: 'PROJECT:10001', from: '2026-05-04', to: '2026-05-08', hours: '6,5', effort: 'SECONDS_PER_DAY', description: 'Sprint' };

describe('the planner page', () => {
  test('shows people, placeholders and their plans, in the language asked for', async () => {
    await tempo.call('POST', '/4/plans', planRequest({ description: '<script>alert(1)</script>' }));
    const polish = await open('/', { 'accept-language': 'de, pl;q=0.8, en;q=0.5' });
    expect(polish.text).toContain('Plan obłożenia');
    expect(polish.text).toContain('Piotr Zieliński');
    expect(polish.text).toContain('Backend developer');
    expect(polish.text).toContain('Portal klienta');
    expect(polish.text).not.toContain('<script>alert');
    expect((await open('/?lang=en', { 'accept-language': 'pl' })).text).toContain('Resource planner');
  });

  test.each(['?from=nonsense&weeks=9999', '?assignee=USER:nobody', '?project=404', '?from=2026-02-30&weeks=-1'])('survives the query %s', async (query) => {
    expect((await open(`/${query}`)).status).toBe(200);
  });

  test('a missing plan or page is told in words', async () => {
    expect((await open('/plans/77?lang=en')).text).toContain('Page not found');
    expect((await open('/nothing')).status).toBe(404);
    expect((await send('/plans/77', FORM)).status).toBe(404);
    expect((await send('/plans/77/delete', {})).status).toBe(404);
  });
});

describe('acting behind the app’s back', () => {
  test('a plan is added, changed and deleted, and the API tells of it', async () => {
    expect(await send('/plans', FORM)).toMatchObject({ status: 303 });
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ plannedSecondsPerDay: 23_400, description: 'Sprint', planCreatorId: 'am-anna' });
    tempo.clock.advance(1);
    await send('/plans/1', { ...FORM, to: '2026-05-15', effort: 'TOTAL_SECONDS', hours: '40' });
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ endDate: '2026-05-15', totalPlannedSeconds: 144_000, updatedAt: '2026-05-04T08:00:01.000Z' });
    await send('/plans/1/delete', {});
    expect((await tempo.call('GET', '/4/plans/1')).status).toBe(404);
  });

  test.each([
    ['the end before the start', { to: '2026-05-01' }, 'The last day is before the first.'],
    ['no date', { from: '' }, 'The first day is not a date.'],
    ['hours that are no number', { hours: 'many' }, 'Hours must be a number'],
    ['more hours than a day has', { hours: '25' }, 'Hours must be a number'],
    ['nobody', { assignee: 'USER:nobody' }, 'Choose an active person'],
    ['no project', { item: '' }, 'Choose a project.'],
  ])('%s is refused and what was typed is kept', async (_, changes, message) => {
    const answer = await send('/plans?lang=en', { ...FORM, description: 'typed text', ...changes });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('typed text');
    expect(tempo.store.plans.search({})).toHaveLength(0);
  });

  test('a plan of a person who is gone can still be shortened', async () => {
    await send('/plans', FORM);
    tempo.store.people.setActive('dev:piotr', false);
    expect((await send('/plans/1', { ...FORM, to: '2026-05-05' })).status).toBe(303);
    expect(tempo.store.plans.find(1)).toMatchObject({ endDate: '2026-05-05', assigneeId: 'dev:piotr' });
  });

  test('a form posted from another site changes nothing', async () => {
    expect((await send('/plans', FORM, { origin: 'https://evil.example' })).status).toBe(403);
    expect(tempo.store.plans.search({})).toHaveLength(0);
  });

  test('a reviewer approves, and moving the plan on the page asks again', async () => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    await send('/plans', { ...FORM, reviewerId: 'am-anna' });
    await send('/plans/1/approval', { decision: 'APPROVED' });
    expect((await tempo.call('GET', '/4/plans/1')).json).toMatchObject({ planApproval: { status: 'APPROVED', actor: { accountId: 'am-anna' } } });
    await send('/plans/1', { ...FORM, to: '2026-05-20', reviewerId: 'am-anna' });
    expect(tempo.store.plans.find(1)?.approval?.status).toBe('REQUESTED');
  });

  test.each([
    ['days', { from: '2026-05-05' }],
    ['hours', { hours: '7' }],
    ['the person', { assignee: 'USER:am-anna' }],
  ])('other %s ask a rejected plan’s reviewer again, other words do not', async (_, changes) => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    const status = () => tempo.store.plans.find(1)?.approval?.status;
    const form = { ...FORM, reviewerId: 'am-anna' };
    await send('/plans', form);
    expect((await open('/plans/1?lang=en')).text).toContain('Approval: waits for approval');
    await send('/plans/1/approval', { decision: 'REJECTED' });
    await send('/plans/1', { ...form, description: 'other words' });
    expect(status()).toBe('REJECTED');
    await send('/plans/1', { ...form, ...changes });
    expect(status()).toBe('REQUESTED');
  });
});

describe('settings', () => {
  test('a token made on the page works, is shown once and can be revoked', async () => {
    const made = await send('/settings/tokens', { name: 'Nowy', ownerId: 'am-anna', lifeDays: '30', 'scope-plans': 'view' });
    const secret = /<code class="secret">([^<]+)</.exec(made.text)?.[1] ?? '';
    const headers = { authorization: `Bearer ${secret}` };
    expect((await tempo.call('GET', '/4/plans?from=2026-05-01&to=2026-05-02', undefined, headers)).status).toBe(200);
    expect((await open('/settings')).text).not.toContain(secret);
    await send('/settings/tokens/2/revoke', {});
    expect((await tempo.call('GET', '/4/plans?from=2026-05-01&to=2026-05-02', undefined, headers)).status).toBe(401);
  });

  test.each([{ name: '' }, { lifeDays: '5001' }, { lifeDays: 'x' }, { ownerId: 'nobody' }, { 'scope-plans': '' }])('a token with %j is not made', async (changes) => {
    const answer = await send('/settings/tokens', { name: 'Nowy', ownerId: 'am-anna', lifeDays: '30', 'scope-plans': 'view', ...changes });
    expect(answer.status).toBe(400);
    expect(tempo.store.tokens.all()).toHaveLength(1);
  });

  test('region, approval and limit are kept; nonsense leaves them as they were', async () => {
    await send('/settings', { region: 'us', requestsPerSecond: '7', planApprovalEnabled: 'on', errorForm: 'object' });
    await send('/settings', { region: 'mars', requestsPerSecond: '-3', planApprovalEnabled: 'on' });
    expect(tempo.store.settings.get()).toEqual({ region: 'us', requestsPerSecond: 7, planApprovalEnabled: true, retryAfterHeader: false, errorForm: 'array' });
  });

  test('a person is deactivated and activated', async () => {
    await send('/settings/people/dev%3Apiotr', { active: 'no' });
    expect(tempo.store.people.find('dev:piotr')?.active).toBe(false);
    await send('/settings/people/dev%3Apiotr', { active: 'yes' });
    expect(tempo.store.people.find('dev:piotr')?.active).toBe(true);
    expect((await send('/settings/people/nobody', { active: 'no' })).status).toBe(404);
  });

  test('webhooks are listed with their last deliveries, refreshed and deleted', async () => {
    expect((await open('/settings?lang=en')).text).toContain('Nobody has subscribed to changes.');
    await tempo.call('POST', '/4/webhooks/subscriptions', { url: 'https://app.example/<hook>', event: 'plan.created', name: 'Opiekun' });
    subscriber.answers = [503];
    for (let number = 0; number < 11; number += 1) await tempo.call('POST', '/4/plans', planRequest());
    await tempo.runDue();
    const english = (await open('/settings?lang=en')).text;
    const section = english.slice(english.indexOf('id="webhooks"'), english.indexOf('</section>', english.indexOf('id="webhooks"')));
    expect(section).toContain('https://app.example/&lt;hook&gt;');
    expect(section.match(/delivered/g)).toHaveLength(10);
    expect(section).not.toContain('waiting');
    subscriber.answers = [new Error('socket hang up')];
    await tempo.call('POST', '/4/plans', planRequest());
    await tempo.runDue();
    const waiting = (await open('/settings?lang=en')).text;
    expect(waiting).toContain('waiting');
    expect(waiting).toContain('no answer (socket hang up)');
    expect(waiting).toContain('4 May 2026, 10:05');
    expect((await open('/settings?lang=pl')).text).toContain('Dziesięć ostatnich doręczeń');

    subscriber.shake = () => ({ status: 404, text: '' });
    expect(await send('/settings/webhooks/1/refresh', {})).toMatchObject({ status: 303, location: '/settings#webhooks' });
    expect((await open('/settings?lang=en')).text).toContain('inactive: told of nothing until refreshed');
    expect(await send('/settings/webhooks/1/delete', {})).toMatchObject({ status: 303 });
    expect(tempo.webhooks.subscriptions()).toEqual([]);
    expect((await send('/settings/webhooks/1/refresh', {})).status).toBe(404);
    expect((await send('/settings/webhooks/1/delete', {})).status).toBe(404);
    expect((await send('/settings/webhooks/1/delete', {}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('faults are added, shown and cleared', async () => {
    const fault = { kind: 'status', path: '/4/plans', times: '2', status: '429', retryAfterSeconds: '3', method: 'POST' };
    await send('/settings/faults', fault);
    expect(tempo.store.faults.all()).toEqual([{ method: 'POST', path: '/4/plans', times: 2, fault: { kind: 'status', status: 429, retryAfterSeconds: 3 } }]);
    expect((await open('/settings?lang=en')).text).toContain('2 × POST /4/plans');
    expect((await send('/settings/faults', { ...fault, status: '200' })).status).toBe(400);
    expect((await send('/settings/faults', { ...fault, path: '/' })).status).toBe(400);
    await send('/settings/faults/clear', {});
    expect(tempo.store.faults.all()).toEqual([]);
  });
});

describe('the timeline', () => {
  const WINDOW = { from: '2026-05-04', weeks: 2 };
  const add = (changes: Record<string, unknown>) => tempo.call('POST', '/4/plans', planRequest(changes));

  test('puts overlapping bars in lanes of their own and cuts bars at the window', async () => {
    await add({ startDate: '2026-04-01', endDate: '2026-05-05' });
    await add({ startDate: '2026-05-05', endDate: '2026-06-30' });
    await add({ startDate: '2026-05-06', endDate: '2026-05-06' });
    const row = timelineOf(tempo.store, WINDOW, {}).people.find((each) => each.key === 'USER:dev:piotr');
    expect(row?.lanes).toBe(2);
    expect(row?.bars).toMatchObject([
      { firstDay: 0, lastDay: 1, lane: 0, beginsEarlier: true, endsLater: false },
      { firstDay: 1, lastDay: 13, lane: 1, beginsEarlier: false, endsLater: true },
      { firstDay: 2, lastDay: 2, lane: 0 },
    ]);
  });

  test('counts all projects into the load, also those filtered away, and gives placeholders no capacity', async () => {
    await add({ plannedSecondsPerDay: 28_800 });
    await add({ planItemId: '10002', plannedSecondsPerDay: 3600 });
    await add({ planItemId: '10002', assigneeType: 'GENERIC', assigneeId: '1' });
    const timeline = timelineOf(tempo.store, WINDOW, { projectId: '10002' });
    expect(timeline.people).toHaveLength(1);
    expect(timeline.people[0]?.bars).toHaveLength(1);
    expect(timeline.people[0]?.loads[0]).toEqual({ monday: '2026-05-04', plannedSeconds: 162_000, capacitySeconds: 144_000 });
    expect(timeline.placeholders[0]?.loads[0]).toMatchObject({ plannedSeconds: 144_000, capacitySeconds: undefined });
  });
});

test('weeks are ISO weeks', () => {
  expect([isoWeek('2026-12-31'), isoWeek('2027-01-03'), isoWeek('2027-01-04'), weekday('1969-12-28')]).toEqual([53, 53, 1, 7]);
});
