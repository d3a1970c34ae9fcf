import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database';
import { polishHolidays } from './holidays';
import { planRequest, startTempo, type TempoFixture } from './tempo-fixture';

describe('what Tempo tells of the company', () => {
  let tempo: TempoFixture;
  beforeEach(async () => {
    tempo = await startTempo();
  });
  afterEach(() => tempo.close());

  test('configuration says whether plans are approved', async () => {
    expect((await tempo.call('GET', '/4/globalconfiguration')).json).toMatchObject({ planApprovalEnabled: false, weekStart: 'MONDAY' });
    tempo.store.settings.set({ planApprovalEnabled: true });
    expect((await tempo.call('GET', '/4/globalconfiguration')).json).toMatchObject({ planApprovalEnabled: true });
  });

  test('a schedule knows weekends, holidays and part time', async () => {
    tempo.store.createPerson({ accountId: 'half', displayName: 'Ewa', role: 'QA', secondsPerDay: 14_400 });
    const answer = await tempo.call('GET', '/4/user-schedule/half?from=2026-04-30&to=2026-05-03');
    expect(answer.json).toMatchObject({
      metadata: { count: 4 },
      results: [
        { date: '2026-04-30', requiredSeconds: 14_400, type: 'WORKING_DAY' },
        { date: '2026-05-01', requiredSeconds: 0, type: 'HOLIDAY', holiday: { name: 'Święto Pracy' } },
        { date: '2026-05-02', requiredSeconds: 0, type: 'NON_WORKING_DAY' },
        { date: '2026-05-03', requiredSeconds: 0, type: 'HOLIDAY_AND_NON_WORKING_DAY' },
      ],
    });
    expect((await tempo.call('GET', '/4/user-schedule/half?from=2026-04-30')).status).toBe(400);
    expect((await tempo.call('GET', '/4/user-schedule/nobody?from=2026-04-30&to=2026-05-03')).status).toBe(404);
  });

  test('reviewers are those who may approve, without the person asked about', async () => {
    expect((await tempo.call('GET', '/4/plan-permissions/plan-reviewers?accountId=dev:piotr')).json).toMatchObject({ results: [{ accountId: 'am-anna' }] });
    expect((await tempo.call('GET', '/4/plan-permissions/plan-reviewers?accountId=am-anna')).json).toMatchObject({ results: [] });
    expect((await tempo.call('GET', '/4/plan-permissions/plan-reviewers')).status).toBe(400);
  });

  test('roles, teams and the teams of a project', async () => {
    tempo.store.teams.createRole('Member', true);
    tempo.store.createTeam({ name: 'Zespół Bałtyk', leadId: 'am-anna', memberIds: ['dev:piotr'], projectIds: ['10001'] });
    expect((await tempo.call('GET', '/4/roles')).json).toMatchObject({ results: [{ id: 1, name: 'Member', default: true }] });
    expect((await tempo.call('GET', '/4/roles/default')).json).toMatchObject({ name: 'Member' });
    expect((await tempo.call('GET', '/4/teams?name=bałtyk')).json).toMatchObject({ results: [{ id: 1, lead: { accountId: 'am-anna' } }] });
    expect((await tempo.call('GET', '/4/teams?teamIds=2')).json).toMatchObject({ results: [] });
    expect((await tempo.call('GET', '/4/team-links/project/10001')).json).toMatchObject({ results: [{ team: { id: 1 }, scope: { id: 10001, type: 'PROJECT' } }] });
    expect((await tempo.call('GET', '/4/team-links/project/10002')).json).toMatchObject({ results: [] });
  });

  test('placeholders are made, searched, renamed and deleted, but not while they have plans', async () => {
    expect((await tempo.call('POST', '/4/generic-resources', { name: 'Tester QA' })).json).toMatchObject({ id: 2, name: 'Tester QA' });
    expect((await tempo.call('POST', '/4/generic-resources', {})).status).toBe(400);
    expect((await tempo.call('POST', '/4/generic-resources/search', { query: 'qa' })).json).toMatchObject({ metadata: { count: 1 }, results: [{ id: 2 }] });
    expect((await tempo.call('POST', '/4/generic-resources/search', { ids: [1] })).json).toMatchObject({ results: [{ id: 1 }] });
    expect((await tempo.call('POST', '/4/generic-resources/search', { limit: 1, offset: 1 })).json).toMatchObject({ results: [{ id: 2 }] });
    expect((await tempo.call('PUT', '/4/generic-resources/2', { name: 'QA' })).json).toMatchObject({ id: 2, name: 'QA' });
    expect((await tempo.call('GET', '/4/generic-resources/2')).json).toMatchObject({ name: 'QA' });
    await tempo.call('POST', '/4/plans', planRequest({ assigneeType: 'GENERIC', assigneeId: '2' }));
    expect((await tempo.call('DELETE', '/4/generic-resources/2')).status).toBe(501);
    expect((await tempo.call('DELETE', '/4/generic-resources/1')).status).toBe(204);
    expect((await tempo.call('GET', '/4/generic-resources/1')).status).toBe(404);
  });

  test.each([
    ['GET', '/4/generic-resources'],
    ['GET', '/4/portfolios'],
    ['POST', '/4/papertrail/search'],
    ['GET', '/4/accounts'],
    ['GET', '/4/teams/1/members'],
    ['PATCH', '/4/plans/1'],
  ])('%s %s is not modelled and says so', async (method, path) => {
    const answer = await tempo.call(method, path, method === 'GET' ? undefined : {});
    expect([answer.status, answer.json]).toEqual([501, { error: 'not modelled', missing: `${method} ${path}` }]);
  });
});

test('Polish holidays of a year move with Easter', () => {
  const dates = (year: number): string[] => polishHolidays(year).map((holiday) => holiday.date);
  expect(dates(2026)).toEqual(expect.arrayContaining(['2026-04-05', '2026-04-06', '2026-05-24', '2026-06-04', '2026-12-24']));
  expect(dates(2027)).toEqual(expect.arrayContaining(['2027-03-28', '2027-03-29', '2027-05-27']));
  expect(dates(2025)).toContain('2025-04-20');
  expect(dates(2024)).not.toContain('2024-12-24');
});

test('everything is there again after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tempo-'));
  const path = join(folder, 'tempo.db');
  const before = openDatabase(path);
  const first = await startTempo(before);
  const { secret } = first.store.tokens.create({ name: 'mine', ownerId: 'am-anna', scopes: ['plans:manage'] });
  first.store.settings.set({ region: 'us', planApprovalEnabled: true });
  first.store.faults.add({ path: '/4/teams', times: 3, fault: { kind: 'status', status: 503 } });
  const created = await first.call('POST', '/4/plans', planRequest({ description: 'kept', planApproval: { reviewerId: 'am-anna', status: 'REQUESTED' } }));
  await first.close();
  before.close();

  const after = openDatabase(path);
  const second = await startTempo(after);
  const found = await second.call('GET', '/4/plans/1', undefined, { authorization: `Bearer ${secret}` });
  expect(JSON.parse(found.text.replaceAll(second.server.url, ''))).toEqual(JSON.parse(created.text.replaceAll(first.server.url, '')));
  expect(second.store.settings.get()).toMatchObject({ region: 'us', planApprovalEnabled: true });
  expect(second.store.faults.all()).toEqual([{ method: undefined, path: '/4/teams', times: 3, fault: { kind: 'status', status: 503 } }]);
  await second.close();
  after.close();
  rmSync(folder, { recursive: true });
});
