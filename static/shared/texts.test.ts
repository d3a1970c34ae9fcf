/// <reference types="jest" />
import { formatLocale, languageOf } from './language';
import { makeTranslate } from './texts';

const milestones = { one: '{count} kamień milowy', few: '{count} kamienie milowe', many: '{count} kamieni milowych', other: '{count} kamienia milowego' };

describe('translation', () => {
  const t = makeTranslate('pl', { milestones, greeting: 'Dzień dobry, {name} z {place}' });

  test.each([
    [1, '1 kamień milowy'],
    [2, '2 kamienie milowe'],
    [5, '5 kamieni milowych'],
    [22, '22 kamienie milowe'],
    [112, '112 kamieni milowych'],
  ])('chooses the Polish form for %d', (count, expected) => {
    expect(t('milestones', { count })).toBe(expected);
  });

  test('leaves a placeholder open when no value is given, for an element to take its place', () => {
    expect(t('greeting', { place: 'Łodzi' })).toBe('Dzień dobry, {name} z Łodzi');
  });

  test('does not read placeholders or patterns within a value', () => {
    expect(t('greeting', { name: '{place} $&', place: 'Łodzi' })).toBe('Dzień dobry, {place} $& z Łodzi');
  });

  test('takes no value from the prototype', () => {
    expect(makeTranslate('en', { odd: 'a {toString} b' })('odd')).toBe('a {toString} b');
  });

  test('shows the key of a text that does not exist', () => {
    expect(t('absent')).toBe('absent');
  });
});

test.each([
  ['pl_PL', 'pl', 'pl-PL'],
  ['pl-PL', 'pl', 'pl-PL'],
  ['pl', 'pl', 'pl-PL'],
  ['en-GB', 'en', 'en-GB'],
  ['en_US', 'en', 'en-US'],
  ['de-DE', 'en', 'en-US'],
  ['plx', 'en', 'en-US'],
  ['', 'en', 'en-US'],
])('a reader with locale %s reads %s, with dates as in %s', (locale, language, dates) => {
  expect([languageOf(locale), formatLocale(locale)]).toEqual([language, dates]);
});
