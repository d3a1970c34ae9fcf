import driftEnglish from '../../../locales/drift.en-US.json';
import driftPolish from '../../../locales/drift.pl-PL.json';
import projectEnglish from '../../../locales/project.en-US.json';
import projectPolish from '../../../locales/project.pl-PL.json';
import sharedEnglish from '../../../locales/shared.en-US.json';
import sharedPolish from '../../../locales/shared.pl-PL.json';
import { syncReasons } from '../../../src/domain/signal';
import { makeFormat } from '../../shared/format';
import { makeTranslate } from '../../shared/texts';
import { trailEvents, trailWords } from './trail-words';

const english = { t: makeTranslate('en', { ...sharedEnglish, ...projectEnglish, ...driftEnglish }), format: makeFormat('en-US', 'Europe/Warsaw') };
const polish = { t: makeTranslate('pl', { ...sharedPolish, ...projectPolish, ...driftPolish }), format: makeFormat('pl-PL', 'Europe/Warsaw') };
const tell = ({ t, format }: typeof english, event: string, details: Record<string, string> = {}): string => {
  const { words, more } = trailWords(t, format, { event, details });
  return (more === null ? words : `${words} / ${more}`).replace(/[\s\u2009]/gu, ' ');
};

/** Each event with all that it carries. */
const told: readonly (readonly [string, Record<string, string>, string])[] = [
  ['deal.linked', { project: '10001' }, 'The deal was linked to this project'],
  ['deal.unlinked', { project: '10001' }, 'The deal was unlinked from the project'],
  ['deal.stageSeen', { from: 'Prospecting', to: 'won' }, 'Stage: Prospecting → Won'],
  ['deal.gone', {}, 'Salesforce no longer has the deal'],
  ['deal.back', {}, 'Salesforce has the deal again'],
  ['entries.planned', { stage: 'negotiation', created: '2', changed: '1', released: '0' }, 'Planned as “Negotiation” asks: 2 new, 1 changed, 0 taken back'],
  ['entry.created', { tag: 't', plan: '71', role: 'Tester', from: '2026-11-03', to: '2026-12-18', firmness: 'tentative' }, 'Created: Tester, Nov 3 – Dec 18, 2026 · Tentative / plan 71 in Tempo'],
  ['entry.updated', { tag: 't', plan: '71', role: 'Tester', from: '2026-11-03', to: '2026-12-18' }, 'Changed: Tester, now Nov 3 – Dec 18, 2026 / plan 71 in Tempo'],
  ['entry.ended', { tag: 't', plan: '71', role: 'Tester', on: '2026-11-22' }, 'Ended: Tester, last day Nov 22, 2026 / plan 71 in Tempo'],
  ['entry.deleted', { tag: 't', plan: '71', role: 'Tester' }, 'Deleted: Tester / plan 71 in Tempo'],
  ['entry.adopted', { tag: 't', plan: '71', role: 'Tester' }, 'Found in Tempo and taken up again: Tester / plan 71 in Tempo'],
  ['entry.forgotten', { tag: 't', role: 'Tester' }, 'No longer kept track of: Tester'],
  ['entry.left', { tag: 't', plan: '7', role: 'Tester' }, 'Left to whoever changed it in Tempo: Tester / plan 7 in Tempo'],
  ['entry.unanswered', { tag: 't', role: 'Tester' }, 'Tempo did not answer, and the next try finds out what it did: Tester'],
  ['entry.refused', { tag: 't', role: 'Tester', detail: 'Plan overlaps' }, 'Tempo refused the entry: Tester / Plan overlaps'],
  ['entries.drifted', { entries: '2' }, '2 entries were changed in Tempo and wait for a choice'],
  ['drift.takeTheirs', { tag: 't', role: 'Tester' }, 'The change made in Tempo stands: Tester'],
  ['drift.putOursBack', { tag: 't', role: 'Tester' }, 'Ours is put back: Tester'],
  ['drift.overwritten', { tag: 't', role: 'Tester', from: '2026-11-03', to: '2026-11-04' }, 'A change made in Tempo at the same moment was written over: Tester had been set to Nov 3 – 4, 2026'],
  ['release.undone', { stage: 'won' }, 'Entries brought back, as under “Won”'],
  ['release.redone', {}, 'Entries released again'],
  ['sync.failed', { system: 'tempo', code: 'unavailable', detail: '503' }, 'Not brought in step: Tempo does not answer / 503'],
  ['sync.recovered', {}, 'It works again'],
  ['plan.changeSeen', { plan: '71' }, 'Tempo told of a change to a plan / plan 71 in Tempo'],
  ['project.closed', {}, 'The project was archived or deleted; entries stay as they are'],
  ['project.opened', {}, 'The project is open again'],
];

test.each(told)('%s is told in words', (event, details, words) => {
  expect(tell(english, event, details)).toBe(words);
});

test('every event that is known is tried here', () => {
  expect(told.map(([event]) => event)).toEqual(Object.keys(trailEvents));
});

test.each(told)('%s leaves no place open in Polish, and none when a detail is missing', (event, details) => {
  expect(tell(polish, event, details)).not.toMatch(/[{}]|trail\./u);
  expect(tell(polish, event)).not.toMatch(/[{}]|trail\./u);
});

test('an event that nobody knows shows its name and what it carries', () => {
  expect(tell(english, 'entry.painted', { colour: 'red', tag: 't' })).toBe('entry.painted / colour: red · tag: t');
  expect(tell(english, 'toString')).toBe('toString');
});

test('what is not there is left out of the words', () => {
  expect(tell(english, 'deal.stageSeen', { from: '', to: 'won' })).toBe('Stage: Won');
  expect(tell(english, 'entry.created', { role: 'Tester', from: '2026-11-03', to: '2026-12-18' })).toBe('Created: Tester, Nov 3 – Dec 18, 2026');
  expect(tell(english, 'drift.overwritten', { role: 'Tester', from: '', to: '' })).toBe('A change made in Tempo at the same moment was written over: Tester');
});

test('what is written for a machine is shown as it is where it cannot be read', () => {
  expect(tell(english, 'entry.ended', { role: '', on: 'soon' })).toBe('Ended: Earlier staffing line, last day soon');
  expect(tell(english, 'sync.failed', { system: 'tempo', code: 'odd' })).toBe('Not brought in step: odd');
});

test.each(syncReasons)('the signal %s has words in both languages', (reason) => {
  for (const { t } of [english, polish]) expect(t(`signal.${reason}`)).not.toBe(`signal.${reason}`);
});
