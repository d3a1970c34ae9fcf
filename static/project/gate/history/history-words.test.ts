import projectEnglish from '../../../../locales/project.en-US.json';
import projectPolish from '../../../../locales/project.pl-PL.json';
import sharedEnglish from '../../../../locales/shared.en-US.json';
import { instant } from '../../../../src/domain/fixture/values';
import { makeTranslate } from '../../../shared/texts';
import { deliverablesOf, eventWords, gateEvents } from './history-words';

const english = makeTranslate('en', { ...sharedEnglish, ...projectEnglish });
const polish = makeTranslate('pl', projectPolish);
const details = { deliverable: 'POR-1', blocker: 'POR-9' };

test.each(Object.keys(gateEvents))('%s has words in both languages, and every placeholder is filled', (event) => {
  for (const t of [english, polish]) expect(eventWords(t, { event, details }).words).not.toMatch(/\{|^history\./);
});

it('says what a condition was, and that somebody decided their own request', () => {
  expect(eventWords(english, { event: 'gate.conditionMet', details: { ...details, condition: 'Fix the export' } }).more).toBe('Fix the export');
  expect(eventWords(english, { event: 'gate.go', details: { ...details, ownRequest: 'yes' } }).more).toBe(english('gate.ownDecided'));
  expect(eventWords(english, { event: 'gate.go', details }).more).toBeNull();
});

it('shows an event that it does not know by its name', () => {
  expect(eventWords(english, { event: 'gate.dreamt', details }).words).toBe('gate.dreamt');
});

it('finds what events are about once each', () => {
  const event = (about: Record<string, string>) => ({ at: instant('2026-03-01T10:00:00.000Z'), event: 'gate.go', by: null, details: about });
  expect(deliverablesOf([event({ deliverable: 'B' }), event({}), event({ deliverable: 'A' }), event({ deliverable: 'B' })])).toEqual(['B', 'A']);
});
