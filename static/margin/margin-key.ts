import type marginEnglish from '../../locales/margin.en-US.json';
import type { Screen, TextLoaders } from '../shared/screen';

/** The texts of margins, which the project's page and the page over all projects have in common. */
export type MarginKey = keyof typeof marginEnglish;

/** The texts of margins alone, out of whatever a page has. */
export type MarginTranslate = Screen<MarginKey>['t'];

export const marginTexts: TextLoaders = { pl: () => import('../../locales/margin.pl-PL.json'), en: () => import('../../locales/margin.en-US.json') };
