import fc from 'fast-check';
import { addDays } from './calendar';
import { anyDay, anyText } from './fixture/arbitraries';
import { accountId, day, instant } from './fixture/values';
import type { PlainDate } from './plain-date';
import {
  byMonth, isLow, isOpenNeed, listOfFact, newestFirst, oneLine, placeOfScore, relationAlarms, relationProblem, relationStanding, relationThresholds, tidyFact,
  type RelationEntry, type RelationFact, type RelationStanding,
} from './relation';

const today = day('2026-03-31');
const score = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((value) => ({ scale: 'five', value }) as const),
  fc.integer({ min: 0, max: 10 }).map((value) => ({ scale: 'nps', value }) as const),
);
const past = fc.integer({ min: 0, max: 900 }).map((days) => addDays(today, -days));
const anyFact: fc.Arbitrary<RelationFact> = fc.oneof(
  fc.record({ kind: fc.constantFrom('meeting', 'note'), on: past, text: anyText }),
  fc.record({ kind: fc.constant('satisfaction'), on: past, score, text: anyText }),
  fc.record({ kind: fc.constant('reference'), on: past, text: anyText, place: anyText }),
  fc.record({ kind: fc.constant('need'), on: past, text: anyText, answer: fc.option(fc.record({ on: past, text: anyText }), { nil: null }) }),
);
const entry = (fact: RelationFact, filedAt = '2026-03-31T09:00:00.000Z'): RelationEntry => ({ fact, filedBy: accountId('anna'), filedAt: instant(filedAt) });
const anyEntry = fc.tuple(anyFact, fc.integer({ min: 0, max: 59 })).map(([fact, minute]) => entry(fact, `2026-03-31T09:${String(minute).padStart(2, '0')}:00.000Z`));
const meeting = (on: PlainDate, text = 'Roadmap'): RelationFact => ({ kind: 'meeting', on, text });
const need = (on: PlainDate, answeredOn: PlainDate | null = null): RelationFact => ({ kind: 'need', on, text: 'A faster search', answer: answeredOn === null ? null : { on: answeredOn, text: 'Delivered' } });

it('keeps every text on one line, and changes nothing a second time', () => {
  fc.assert(fc.property(anyText, (text) => {
    const line = oneLine(text);
    expect(line).not.toMatch(/[\r\n\t\u0000\u2028\u2029]|^\s|\s$|\s\s/u);
    expect(oneLine(line)).toBe(line);
  }));
  fc.assert(fc.property(anyFact, (fact) => expect(tidyFact(tidyFact(fact))).toEqual(tidyFact(fact))));
});

it.each<[string, RelationFact, string | undefined]>([
  ['a meeting today', meeting(today), undefined],
  ['a meeting tomorrow', meeting(addDays(today, 1)), 'inFuture'],
  ['nothing but space', meeting(today, ' \n\u0000 '), 'textMissing'],
  ['500 characters', meeting(today, 'ż'.repeat(500)), undefined],
  ['501 characters', meeting(today, 'x'.repeat(501)), 'tooLong'],
  ['a score without a comment', { kind: 'satisfaction', on: today, score: { scale: 'nps', value: 0 }, text: '' }, undefined],
  ['0 of 5', { kind: 'satisfaction', on: today, score: { scale: 'five', value: 0 }, text: '' }, 'scoreOutside'],
  ['NPS 11', { kind: 'satisfaction', on: today, score: { scale: 'nps', value: 11 }, text: '' }, 'scoreOutside'],
  ['half a point', { kind: 'satisfaction', on: today, score: { scale: 'five', value: 4.5 }, text: '' }, 'scoreOutside'],
  ['a place that is too long', { kind: 'reference', on: today, text: 'Letter', place: 'x'.repeat(501) }, 'tooLong'],
  ['an answer on the same day', need(today, today), undefined],
  ['an answer before the need', need(today, addDays(today, -1)), 'answerEarly'],
  ['an answer tomorrow', need(today, addDays(today, 1)), 'inFuture'],
  ['an empty answer', { kind: 'need', on: today, text: 'X', answer: { on: today, text: ' ' } }, 'answerMissing'],
])('says of %s what is wrong', (_, fact, problem) => expect(relationProblem(fact, today)).toBe(problem));

it('knows the standing whatever the order of the entries', () => {
  fc.assert(fc.property(fc.array(anyEntry, { maxLength: 30 }), (entries) => {
    const standing = relationStanding(entries);
    expect(relationStanding([...entries].reverse())).toMatchObject({ lastContactOn: standing.lastContactOn, openNeeds: standing.openNeeds, oldestNeedOn: standing.oldestNeedOn });
    const open = entries.filter(({ fact }) => isOpenNeed(fact)).map(({ fact }) => fact.on).sort();
    expect([standing.openNeeds, standing.oldestNeedOn]).toEqual([open.length, open[0] ?? null]);
    expect(entries.filter(({ fact }) => listOfFact(fact) === 'open')).toHaveLength(open.length);
    for (const { fact } of entries) if (fact.kind !== 'note') expect(standing.lastContactOn !== null && standing.lastContactOn >= fact.on).toBe(true);
  }));
});

it('parts the log into months that follow each other and leave nothing out', () => {
  fc.assert(fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
    const months = byMonth(newestFirst(entries));
    expect(months.flatMap((one) => one.entries)).toEqual(newestFirst(entries));
    expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))].sort().reverse());
  }));
});

it('takes an answer for a contact, and a note for none', () => {
  expect(relationStanding([entry(need(addDays(today, -40), addDays(today, -3))), entry({ kind: 'note', on: today, text: 'Ring them' })])).toMatchObject({ lastContactOn: addDays(today, -3), openNeeds: 0 });
  expect(relationStanding([])).toEqual({ lastContactOn: null, openNeeds: 0, oldestNeedOn: null, lastSatisfaction: null });
});

describe('what needs somebody', () => {
  const { contactDays, needDays, five, nps } = relationThresholds;
  const fine: RelationStanding = { lastContactOn: today, openNeeds: 0, oldestNeedOn: null, lastSatisfaction: null };
  const kinds = (changes: Partial<RelationStanding>) => relationAlarms({ ...fine, ...changes }, today).map(({ kind }) => kind);

  it.each<[string, Partial<RelationStanding>, readonly string[]]>([
    ['all is well', {}, []],
    ['a day less than the longest silence', { lastContactOn: addDays(today, 1 - contactDays) }, []],
    ['the longest silence', { lastContactOn: addDays(today, -contactDays) }, ['noContact']],
    ['no contact ever', { lastContactOn: null }, ['noContact']],
    ['a need that is nearly old', { openNeeds: 1, oldestNeedOn: addDays(today, 1 - needDays) }, []],
    ['an old need', { openNeeds: 2, oldestNeedOn: addDays(today, -needDays) }, ['needOpen']],
    ['a low score', { lastSatisfaction: { on: today, score: { scale: 'five', value: five } } }, ['unsatisfied']],
    ['a score that just will do', { lastSatisfaction: { on: today, score: { scale: 'nps', value: nps + 1 } } }, []],
    ['everything at once', { lastContactOn: null, openNeeds: 1, oldestNeedOn: addDays(today, -99), lastSatisfaction: { on: today, score: { scale: 'nps', value: nps } } }, ['unsatisfied', 'needOpen', 'noContact']],
  ])('%s', (_, changes, expected) => expect(kinds(changes)).toEqual(expected));

  it('never gets better by waiting', () => {
    fc.assert(fc.property(fc.array(anyEntry, { maxLength: 10 }), anyDay, fc.integer({ min: 0, max: 400 }), (entries, from, days) => {
      const standing = relationStanding(entries);
      const now = new Set(relationAlarms(standing, from).map(({ kind }) => kind));
      const later = new Set(relationAlarms(standing, addDays(from, days)).map(({ kind }) => kind));
      for (const kind of now) expect(later).toContain(kind);
    }));
  });
});

it('puts both scales between nothing and all', () => {
  fc.assert(fc.property(score, (one) => {
    expect(placeOfScore(one)).toBeGreaterThanOrEqual(0);
    expect(placeOfScore(one)).toBeLessThanOrEqual(1);
    if (placeOfScore(one) === 1) expect(isLow(one)).toBe(false);
    if (placeOfScore(one) === 0) expect(isLow(one)).toBe(true);
  }));
});
