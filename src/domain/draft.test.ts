import fc from 'fast-check';
import { completeDraft, draftFrom, emptyDraft, readHours, writeHours, type Draft } from './draft';
import { anyDraft, anyGuidelines } from './fixture/arbitraries';
import { draftLine, sampleDraft, sampleGuidelines } from './fixture/guidelines';
import { lineId } from './fixture/values';

const problemsOf = (draft: Draft) => {
  const completion = completeDraft(draft);
  return completion.complete ? [] : completion.problems;
};

/** The value at a problem's path, lists of things with ids looked up by id. */
function atPath(draft: Draft, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return value.find((item: { id: string }) => item.id === part);
    return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === part)?.[1] : undefined;
  }, draft);
}

const withGoal = (goal: string): Draft => ({ ...sampleDraft, scope: { ...sampleDraft.scope, goal } });

describe('completing a draft', () => {
  it('makes guidelines out of what was typed', () => {
    expect(completeDraft(sampleDraft)).toEqual({ complete: true, guidelines: sampleGuidelines });
  });

  it('says of an empty one what is missing', () => {
    expect(problemsOf(emptyDraft)).toEqual(
      ['budget.amount', 'budget.hours', 'schedule.start', 'schedule.end', 'scope.goal'].map((field) => ({ field, code: 'missing' })),
    );
  });

  it('either completes or names problems of fields that are there', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const completion = completeDraft(draft);
        if (completion.complete) return;
        expect(completion.problems.length).toBeGreaterThan(0);
        for (const problem of completion.problems) expect(atPath(draft, problem.field)).toBeDefined();
      }),
    );
  });

  it('gives back what was published, through every round of editing', () => {
    fc.assert(
      fc.property(anyGuidelines, (guidelines) => {
        expect(completeDraft(draftFrom(guidelines))).toEqual({ complete: true, guidelines });
      }),
    );
  });

  it.each(['שלום עולם', '👩‍💻 zażółć gęślą jaźń', '<script>alert(1)</script>', '{{constructor}}', '\u202eabc'])('keeps %p as it is', (goal) => {
    expect(completeDraft(withGoal(goal))).toMatchObject({ complete: true, guidelines: { scope: { goal } } });
  });

  it('takes a goal of five hundred characters and no more', () => {
    expect(problemsOf(withGoal('x'.repeat(500)))).toEqual([]);
    expect(problemsOf(withGoal('x'.repeat(501)))).toEqual([{ field: 'scope.goal', code: 'tooLong', limit: 500 }]);
    expect(problemsOf(withGoal('x'.repeat(50_000)))).toEqual([{ field: 'scope.goal', code: 'tooLong', limit: 500 }]);
  });

  it('takes two hundred staffing lines and no more', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => draftLine({ id: lineId(`line${at}`) }));
    const completion = completeDraft({ ...sampleDraft, staffing: lines(200) });
    expect(completion.complete && completion.guidelines.staffing).toHaveLength(200);
    expect(problemsOf({ ...sampleDraft, staffing: lines(201) })).toEqual([{ field: 'staffing', code: 'tooMany', limit: 200 }]);
  });

  it.each([
    ['an end before the start', { ...sampleDraft, schedule: { start: '2026-05-02', end: '2026-05-01', milestones: [] } }, 'schedule.end', 'endBeforeStart'],
    ['a line that ends before it begins', { ...sampleDraft, staffing: [draftLine({ to: '2026-03-08' })] }, 'staffing.line1.to', 'endBeforeStart'],
    ['negative money', { ...sampleDraft, budget: { ...sampleDraft.budget, amount: '-1' } }, 'budget.amount', 'notAnAmount'],
    ['money in words', { ...sampleDraft, budget: { ...sampleDraft.budget, amount: 'much' } }, 'budget.amount', 'notAnAmount'],
    ['no hours', { ...sampleDraft, budget: { ...sampleDraft.budget, hours: '0' } }, 'budget.hours', 'outOfRange'],
    ['half an hour of budget', { ...sampleDraft, budget: { ...sampleDraft.budget, hours: '0,5' } }, 'budget.hours', 'notANumber'],
    ['a margin above all', { ...sampleDraft, budget: { ...sampleDraft.budget, targetMargin: '101' } }, 'budget.targetMargin', 'outOfRange'],
    ['a day that is none', { ...sampleDraft, staffing: [draftLine({ from: '2026-02-30' })] }, 'staffing.line1.from', 'notADate'],
    ['no role', { ...sampleDraft, staffing: [draftLine({ role: ' ' })] }, 'staffing.line1.role', 'missing'],
    ['twenty-five hours a day', { ...sampleDraft, staffing: [draftLine({ hoursPerDay: '25' })] }, 'staffing.line1.hoursPerDay', 'outOfRange'],
    [
      'a milestone after the end',
      { ...sampleDraft, schedule: { ...sampleDraft.schedule, milestones: [{ id: lineId('ms01'), name: 'Late', date: '2027-01-01' }] } },
      'schedule.milestones.ms01.date',
      'outsideSchedule',
    ],
  ])('refuses %s', (_, draft, field, code) => {
    expect(problemsOf(draft)).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('hours a day', () => {
  it.each([
    ['8', 480],
    ['7,5', 450],
    ['0.25', 15],
    ['7.75', 465],
    ['24', 1440],
  ])('reads %p as %p minutes', (typed, minutes) => {
    expect(readHours(typed)).toBe(minutes);
  });

  it.each(['', '0', '0,1', '24,25', '-8', '8h', '1e1', '7.333'])('refuses %p', (typed) => {
    expect(readHours(typed)).toBeUndefined();
  });

  it('writes what it reads', () => {
    for (let minutes = 15; minutes <= 1440; minutes += 15) expect(readHours(writeHours(minutes))).toBe(minutes);
  });
});
