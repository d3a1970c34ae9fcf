import type changesEnglish from '../../locales/changes.en-US.json';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

/** The texts of scope changes, which the project's page and the page over all projects have in common. */
export type ChangesKey = keyof typeof changesEnglish;

export const changesTexts: TextLoaders = { pl: () => import('../../locales/changes.pl-PL.json'), en: () => import('../../locales/changes.en-US.json') };

/** The screen with the texts of scope changes. */
export const useChangesScreen = (): Screen<ChangesKey> => useScreen<ChangesKey>();
