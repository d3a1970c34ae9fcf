import type english from '../../locales/context.en-US.json';
import { useScreen, type Screen } from '../shared/screen';

/** The screen with its own texts. */
export const useContextScreen = (): Screen<keyof typeof english> => useScreen<keyof typeof english>();
