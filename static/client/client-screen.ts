import type clientEnglish from '../../locales/client.en-US.json';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

/** The texts of a client's file, which the project's page and the page over all projects have in common. */
export type ClientKey = keyof typeof clientEnglish;

export type ClientTranslate = Screen<ClientKey>['t'];

export const clientTexts: TextLoaders = { pl: () => import('../../locales/client.pl-PL.json'), en: () => import('../../locales/client.en-US.json') };

/** The screen with the texts of a client's file. */
export const useClientScreen = (): Screen<ClientKey> => useScreen<ClientKey>();
