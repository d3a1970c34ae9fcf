import { staffingLine, sampleGuidelines, versionOf } from './fixture/guidelines';
import { instant, lineId, person, projectId } from './fixture/values';
import { limits, type Guidelines, type GuidelinesVersion } from './guidelines';
import { changesFor, emptySummary, withAcknowledged, withDeals, withPublished, type ProjectSummary } from './project-summary';

const at = instant('2026-03-02T09:00:00.000Z');
const empty = emptySummary(projectId('10001'));
const acknowledged = (summary: ProjectSummary, id: string, version: number) => withAcknowledged(summary, { person: person(id), version, at });
const withGoal = (goal: string): Guidelines => ({ ...sampleGuidelines, scope: { ...sampleGuidelines.scope, goal } });

it('compares with the versions that somebody read, and with no other', () => {
  const [one, two, three] = [versionOf(1, withGoal('One')), versionOf(2, withGoal('Two')), versionOf(3, withGoal('Three'))];
  const summary = withPublished(acknowledged(withPublished(empty, one, []), 'piotr', 1), three, [two, one]);
  expect(changesFor(summary, 1)).toEqual([{ field: 'scope.goal', subject: null, before: 'One', after: 'Three' }]);
  expect([changesFor(summary, 2), changesFor(summary, 3), changesFor(summary, null), changesFor(empty, 1)]).toEqual([null, null, null, null]);
});

it('shows no list of changes that is too long for a panel', () => {
  const lines = (count: number) => ({ ...sampleGuidelines, staffing: Array.from({ length: count }, (_, n) => staffingLine({ id: lineId(`line${n}`) })) });
  const after = (count: number) => changesFor(withPublished(acknowledged(empty, 'piotr', 1), versionOf(2, lines(count)), [versionOf(1)]), 1);
  expect(after(20)).toHaveLength(20);
  expect(after(21)).toBeNull();
});

it('cuts long values without cutting a letter in two', () => {
  const goal = `${'x'.repeat(298)}👩‍💻${'y'.repeat(100)}`;
  const [change] = changesFor(withPublished(acknowledged(empty, 'piotr', 1), versionOf(2, withGoal(goal)), [versionOf(1)]), 1) ?? [];
  expect(change?.after).toBe(`${'x'.repeat(298)}…`);
});

it('stays small enough to be one record of storage, whatever the guidelines say', () => {
  const long = (letter: string, length: number) => letter.repeat(length);
  const full = (version: number, letter: string): GuidelinesVersion =>
    versionOf(version, {
      ...sampleGuidelines,
      scope: { goal: long(letter, limits.goal), inScope: long(letter, limits.longText), outOfScope: long(letter, limits.longText) },
      schedule: { ...sampleGuidelines.schedule, milestones: Array.from({ length: limits.milestones }, (_, n) => ({ id: lineId(`ms${version}x${n}`), name: long(letter, limits.shortText), date: sampleGuidelines.schedule.start })) },
      priorities: Array.from({ length: limits.priorities }, (_, n) => ({ id: lineId(`pr${version}x${n}`), text: long(letter, limits.shortText) })),
    });
  const letters = 'ąćęłńóśźżあいう'.split('');
  const versions = letters.map((letter, n) => full(n + 1, letter));
  const read = versions.reduce((summary, { version }) => acknowledged(summary, `reader${version}`, version), empty);
  const [newest, ...earlier] = versions.toReversed();
  if (newest === undefined) throw new Error('there are versions');
  const summary = withPublished(read, newest, earlier);
  expect(Buffer.byteLength(JSON.stringify(summary))).toBeLessThan(200 * 1024);
  expect(Object.keys(summary.changesSince)).toContain(String(newest.version - 1));
});

it('is the same object when its deals say the same', () => {
  const summary = withDeals(empty, []);
  expect(summary).toBe(empty);
  expect(acknowledged(summary, 'piotr', 1).revision).toBe(1);
});
