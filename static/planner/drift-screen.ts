import type driftEnglish from '../../locales/drift.en-US.json';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

/** The texts of a choice between somebody's change in Tempo and ours, which the project's page and the page over all projects have in common. */
export type DriftKey = keyof typeof driftEnglish;

export type DriftTranslate = Screen<DriftKey>['t'];

export const driftTexts: TextLoaders = { pl: () => import('../../locales/drift.pl-PL.json'), en: () => import('../../locales/drift.en-US.json') };

/** The screen with the texts of that choice. */
export const useDriftScreen = (): Screen<DriftKey> => useScreen<DriftKey>();
