import '../page/page.css';
import '../client/client.css';
import './portfolio.css';
import { clientTexts } from '../client/client-screen';
import { kpiTexts } from '../kpis/kpi-screen';
import { marginTexts } from '../margin/margin-key';
import { peopleTexts } from '../people/people-screen';
import { startScreen } from '../shared/start';
import { withTexts } from '../shared/with-texts';
import { todayTexts } from './today/today-screen';
import { PortfolioPage } from './portfolio-page';

void startScreen(
  withTexts({
    pl: () => import('../../locales/portfolio.pl-PL.json'),
    en: () => import('../../locales/portfolio.en-US.json'),
  }, marginTexts, clientTexts, peopleTexts, todayTexts, kpiTexts),
  <PortfolioPage />,
);
