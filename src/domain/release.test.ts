import fc from 'fast-check';
import { addDays } from './calendar';
import { dealStages } from './deal';
import { sampleDeal } from './fixture/guidelines';
import { anyDay } from './fixture/arbitraries';
import { day, dealId, instant, lineId, planId, projectId } from './fixture/values';
import type { PlainDate } from './plain-date';
import { tagOf, type Firmness, type LedgerRow } from './plan-entry';
import { enteredAt, holds, plannedStage, previewRelease, releaseOf, type Reprieve } from './release';

const today = day('2026-03-10');
const at = instant('2026-03-10T09:00:00.000Z');

const row = (n: number, from: PlainDate, to: PlainDate, state: LedgerRow['state'] = 'written', firmness: Firmness = 'firm'): LedgerRow => {
  const line = lineId(`line${n}`);
  const key = { tag: tagOf(dealId(1), line), dealId: dealId(1), projectId: projectId('10001'), lineId: line };
  const content = { assignee: { kind: 'role', role: 'Developer' }, projectId: projectId('10001'), from, to, minutesPerDay: 480, description: key.tag } as const;
  if (state === 'claimed') return { ...key, state, firmness, content };
  if (state === 'released') return { ...key, state, planId: null, content };
  return { ...key, state, planId: planId(String(100 + n)), firmness, content, intended: null, accepted: null, replaced: null };
};

const future = row(1, day('2026-03-11'), day('2026-04-30'));
const beginsToday = row(2, today, day('2026-04-30'));
const underWay = row(3, day('2026-03-01'), day('2026-04-30'));
const endsToday = row(4, day('2026-03-01'), today);
const past = row(5, day('2026-02-01'), day('2026-03-09'));
const takenBack = row(6, day('2026-03-11'), day('2026-04-30'), 'released');
const claimed = row(7, day('2026-03-11'), day('2026-04-30'), 'claimed');

describe('a preview', () => {
  it.each([
    ['wholly in the future', future, 'deleted', null],
    ['that begins today', beginsToday, 'deleted', null],
    ['under way', underWay, 'ended', '2026-03-09'],
    ['that ends today', endsToday, 'ended', '2026-03-09'],
    ['wholly past', past, 'stays', null],
    ['that is being created', claimed, 'deleted', null],
  ])('of an entry %s: %s', (_, one, what, endsOn) => {
    expect(previewRelease([one], today)).toEqual([{ lineId: one.lineId, what, content: one.content, endsOn }]);
  });

  it('leaves out what was taken back', () => expect(previewRelease([takenBack], today)).toEqual([]));

  it('keeps the past, whatever the entry: what was worked is neither deleted nor changed', () => {
    const entry = fc.tuple(anyDay, anyDay).map(([a, b]) => (a <= b ? row(1, a, b) : row(1, b, a)));
    fc.assert(fc.property(entry, anyDay, (one, on) => {
      const [seen] = previewRelease([one], on);
      const lastDay = seen?.what === 'deleted' ? null : (seen?.endsOn ?? one.content.to);
      // Every day before the release on which it stood is still there, and none from then on.
      const before = addDays(on, -1);
      const expected = one.content.from > before ? null : one.content.to < before ? one.content.to : before;
      expect(lastDay).toBe(expected);
    }));
  });
});

describe('a release', () => {
  it.each([
    ['tentative', 'negotiation'],
    ['firm', 'internallyWon'],
    ['confirmed', 'won'],
  ] as const)('of %s entries is from %s', (firmness, from) => {
    const rows = [takenBack, row(1, day('2026-03-11'), day('2026-04-30'), 'written', firmness), past];
    expect(releaseOf(rows, today, at)).toEqual({ at, from, entries: previewRelease(rows, today) });
  });

  it.each([
    ['there are no entries', []],
    ['all were taken back', [takenBack]],
    ['all are past', [past]],
    ['what is not past was taken back', [past, takenBack]],
  ])('is none where %s', (_, rows) => expect(releaseOf(rows, today, at)).toBeUndefined());

  it('is one exactly where something goes', () => {
    const rows = fc.subarray([future, beginsToday, underWay, endsToday, past, takenBack, claimed]);
    fc.assert(fc.property(rows, (some) => {
      const goes = previewRelease(some, today).some(({ what }) => what !== 'stays');
      expect(releaseOf(some, today, at) !== undefined).toBe(goes);
    }));
  });
});

describe('a reprieve', () => {
  const history = [{ stageName: 'Negotiation', at: instant('2026-03-01T09:00:00.000Z') }, { stageName: 'Closed Lost', at: instant('2026-03-05T09:00:00.000Z') }];
  const lost = { stageName: 'Closed Lost' };
  const reprieve: Reprieve = { stage: 'internallyWon', since: at, of: { stageName: 'Closed Lost', enteredAt: instant('2026-03-05T09:00:00.000Z'), version: 3 } };

  it('holds while deal and guidelines stand as they did', () => {
    expect(holds(reprieve, lost, history, 3)).toBe(true);
    expect(holds({ ...reprieve, of: { ...reprieve.of, enteredAt: null } }, lost, [], 3)).toBe(true);
  });

  it.each([
    ['the deal is in another stage', { stageName: 'Closed Won' }, history, 3],
    ['the deal was elsewhere meanwhile and is back', lost, [...history, { stageName: 'Negotiation', at }, { stageName: 'Closed Lost', at: instant('2026-03-11T09:00:00.000Z') }], 3],
    ['guidelines were published', lost, history, 4],
  ])('ends when %s', (_, deal, entries, version) => expect(holds(reprieve, deal, entries, version)).toBe(false));

  it('goes on where the history is no longer known', () => expect(holds(reprieve, lost, [], 3)).toBe(true));

  it('has the deal planned by the stage it was in before', () => {
    const mapping = { 'Closed Lost': 'lost', Negotiation: 'negotiation' } as const;
    expect(plannedStage(lost, mapping, reprieve)).toBe('internallyWon');
    expect(plannedStage(lost, mapping, null)).toBe('lost');
    expect(plannedStage({ stageName: 'Unmapped' }, mapping, null)).toBeUndefined();
    for (const stage of dealStages) expect(plannedStage(sampleDeal({ stageName: 'x' }), { x: stage }, null)).toBe(stage);
  });

  it('goes by the last entry of the history', () => {
    expect([enteredAt(history), enteredAt([])]).toEqual(['2026-03-05T09:00:00.000Z', null]);
  });
});
