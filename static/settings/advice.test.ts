import english from '../../locales/settings.en-US.json';
import polish from '../../locales/settings.pl-PL.json';
import { adviceCodes, checkOutcomes, connectionCheckCodes } from '../../src/domain/connection-check';

const keys = [
  ...adviceCodes.map((code) => `advice.${code}`),
  ...connectionCheckCodes.map((code) => `check.${code}`),
  ...checkOutcomes.map((outcome) => `outcome.${outcome}`),
];

describe.each([
  ['English', english],
  ['Polish', polish],
])('in %s', (_language, catalogue) => {
  test('there is a text for everything that a check can say', () => {
    expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(keys));
  });

  test('there is no advice that nothing gives', () => {
    expect(Object.keys(catalogue).filter((key) => key.startsWith('advice.') && !keys.includes(key))).toEqual([]);
  });

  test('advice has no other place to fill than {detail}', () => {
    const texts: [string, unknown][] = Object.entries(catalogue).filter(([key]) => key.startsWith('advice.'));
    const others = texts.filter(([, text]) => typeof text !== 'string' || /\{(?!detail\})/.test(text));
    expect(others).toEqual([]);
  });
});
