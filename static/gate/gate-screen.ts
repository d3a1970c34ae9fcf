import type gateEnglish from '../../locales/gate.en-US.json';
import type { ClientKey } from '../client/client-screen';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

/** The texts of a review and its evidence, which the project's page and the page over all projects have in common. */
export type GateKey = keyof typeof gateEnglish | ClientKey;

export const gateTexts: TextLoaders = { pl: () => import('../../locales/gate.pl-PL.json'), en: () => import('../../locales/gate.en-US.json') };

/** The screen with the texts of a review. */
export const useGateScreen = (): Screen<GateKey> => useScreen<GateKey>();
