import type english from '../../locales/settings.en-US.json';
import { useScreen, type Screen } from '../shared/screen';

export type SettingsKey = keyof typeof english;

/** The screen with the texts of the settings page. */
export const useSettings = (): Screen<SettingsKey> => useScreen<SettingsKey>();
