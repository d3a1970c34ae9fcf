import { startScreen } from '../shared/start';
import { SettingsPage } from './settings-page';

void startScreen(
  { pl: () => import('../../locales/settings.pl-PL.json'), en: () => import('../../locales/settings.en-US.json') },
  <SettingsPage />,
);
