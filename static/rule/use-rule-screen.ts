import type english from '../../locales/rule.en-US.json';
import { useScreen, type Screen } from '../shared/screen';

/** The screen with its own texts. */
export const useRuleScreen = (): Screen<keyof typeof english> => useScreen<keyof typeof english>();
