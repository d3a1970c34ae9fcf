import english from '../../locales/settings.en-US.json';
import polish from '../../locales/settings.pl-PL.json';
import { signalRefusals, signalWays } from '../../src/domain/signal';

const keys = [...signalRefusals.flatMap((why) => [`refusal.${why}`, `refusal.${why}.advice`]), ...signalWays.flatMap((via) => [`way.${via}`, `way.${via}.purpose`, `test.covers.${via}`])];

test.each([
  ['English', english],
  ['Polish', polish],
])('in %s every reason to refuse a signal is said with what to do, and every way has its words', (_language, catalogue) => {
  expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(keys));
});
