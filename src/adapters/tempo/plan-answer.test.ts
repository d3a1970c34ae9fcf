import { isProjectId, type ProjectId } from '../../domain/ids';
import { actualPlan, concerns, planAnswer } from './plan-answer';

const whole = {
  id: 7,
  assignee: { id: '712020:ab-cd', type: 'USER' },
  planItem: { id: '10001', type: 'PROJECT' },
  startDate: '2026-05-04',
  endDate: '2026-05-15',
  effortPersistenceType: 'SECONDS_PER_DAY',
  plannedSecondsPerDay: 28_800,
  description: 'Sprint',
  updatedAt: '2026-05-04T08:00:00Z',
  syncSource: 'NONE',
};

const read = (changes: object) => actualPlan(planAnswer().parse({ ...whole, ...changes }), (id) => (id === '3' ? 'Developer' : undefined));
const project = (text: string): ProjectId => {
  if (!isProjectId(text)) throw new Error(`${text} is no project id`);
  return text;
};

describe('actualPlan', () => {
  it('reads a plan of a person', () => {
    expect(read({})).toEqual({
      id: '7',
      content: {
        assignee: { kind: 'person', accountId: '712020:ab-cd' }, projectId: '10001', from: '2026-05-04', to: '2026-05-15', minutesPerDay: 480, description: 'Sprint',
      },
      updatedAt: '2026-05-04T08:00:00.000Z',
      isSyncedFromIssue: false,
      isApproved: false,
    });
  });

  it.each([
    [3, 'Developer'],
    ['3', 'Developer'],
    [99, '#99'],
  ])('calls the generic resource %p %s', (id, role) => {
    expect(read({ assignee: { id, type: 'GENERIC' } })?.content.assignee).toEqual({ kind: 'role', role });
  });

  it.each([
    ['two weeks', {}, 60],
    ['two weeks with their weekends', { includeNonWorkingDays: true }, 50],
    ['a weekend', { startDate: '2026-05-09', endDate: '2026-05-10' }, 600],
  ])('spreads a total over %s', (_, changes, minutesPerDay) => {
    const total = { effortPersistenceType: 'TOTAL_SECONDS', totalPlannedSeconds: 36_000, plannedSecondsPerDay: null };
    expect(read({ ...total, ...changes })?.content.minutesPerDay).toBe(minutesPerDay);
  });

  it.each([
    ['seconds that are no whole minutes', { plannedSecondsPerDay: 10_029 }, { minutesPerDay: 167 }],
    ['no description', { description: null }, { description: '' }],
  ])('reads %s', (_, changes, content) => {
    expect(read(changes)?.content).toMatchObject(content);
  });

  it('takes an instant it cannot read for none', () => {
    expect(read({ updatedAt: 'yesterday' })?.updatedAt).toBeNull();
    expect(read({ updatedAt: null })?.updatedAt).toBeNull();
  });

  it('knows a plan that Tempo keeps in step with an issue', () => {
    expect(read({ syncSource: 'JIRA_ISSUE' })?.isSyncedFromIssue).toBe(true);
  });

  it.each([['APPROVED', true], ['REQUESTED', false], ['REJECTED', false], [null, false]])('knows whether a plan is approved: %p', (status, isApproved) => {
    expect(read({ planApproval: { status } })?.isApproved).toBe(isApproved);
  });

  it('never takes an issue for the project of the same number', () => {
    expect(read({ planItem: { id: '10001', type: 'ISSUE' } })?.content.projectId).toBe('900000000000010001');
  });

  it.each([
    ['assignee', { assignee: null }],
    ['kind of assignee', { assignee: { id: 'x', type: 'TEAM' } }],
    ['item', { planItem: null }],
    ['start', { startDate: '2026-02-30' }],
    ['end', { endDate: null }],
    ['hours', { plannedSecondsPerDay: null }],
    ['id', { id: 0 }],
  ])('gives nothing for a plan without a known %s', (_, changes) => {
    expect(read(changes)).toBeUndefined();
  });
});

describe('concerns', () => {
  const tagged = 'Portal [opiekun:006000000000001AAA:abcd]';
  const about = (changes: object) => concerns(planAnswer().parse({ ...whole, ...changes }), project('10001'));

  it('lets through plans on the project, and tagged ones on an issue', () => {
    expect(about({})).toBe(true);
    expect(about({ planItem: { id: 10001, type: 'PROJECT' } })).toBe(true);
    expect(about({ planItem: { id: '20001', type: 'ISSUE' }, description: tagged })).toBe(true);
  });

  it('leaves out other projects, whatever they say, and untagged issues', () => {
    expect(about({ planItem: { id: '10002', type: 'PROJECT' }, description: tagged })).toBe(false);
    expect(about({ planItem: { id: '10001', type: 'ISSUE' } })).toBe(false);
    expect(about({ planItem: null })).toBe(false);
  });
});
