import type english from '../../locales/panel.en-US.json';
import { useScreen, type Screen } from '../shared/screen';

/** The screen with the panel's own texts. */
export const usePanel = (): Screen<keyof typeof english> => useScreen<keyof typeof english>();
