import type peopleEnglish from '../../locales/people.en-US.json';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

/** The texts of who is who at clients, which the project's page and the page over all projects have in common. */
export type PeopleKey = keyof typeof peopleEnglish;

export type PeopleTranslate = Screen<PeopleKey>['t'];

export const peopleTexts: TextLoaders = { pl: () => import('../../locales/people.pl-PL.json'), en: () => import('../../locales/people.en-US.json') };

/** The screen with the texts of who is who. */
export const usePeopleScreen = (): Screen<PeopleKey> => useScreen<PeopleKey>();
