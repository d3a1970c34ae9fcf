import { startScreen } from '../shared/start';
import { RulePage } from './rule-page';

void startScreen(
  { pl: () => import('../../locales/rule.pl-PL.json'), en: () => import('../../locales/rule.en-US.json') },
  <RulePage />,
);
