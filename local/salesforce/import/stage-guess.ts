import type { NewStage } from '../store/stages';

const NOT_YET = /intern|verbal|wewn|ustn/;
const WON = /\bwon\b|wygran|sukces/;
const LOST = /\blost\b|przegran|utracon|stracon|cancel|reject|abandon|odrzucon|rezygnac/;
const CLOSED = /\bclosed\b|zamkni/;

/**
 * What a stage that the org does not know may be, by its name: won, lost, closed or open.
 * An "internally won" deal is not closed yet.
 * @param openStages how many open stages there are already; each further one is ten percent likelier, up to 90.
 */
export function guessStage(apiName: string, openStages: number): NewStage {
  const name = apiName.toLowerCase();
  if (LOST.test(name)) return { apiName, probability: 0, closed: true };
  if (WON.test(name) && !NOT_YET.test(name)) return { apiName, probability: 100, closed: true, won: true };
  if (CLOSED.test(name)) return { apiName, probability: 0, closed: true };
  return { apiName, probability: NOT_YET.test(name) ? 90 : Math.min(90, 10 * (openStages + 1)) };
}
