import '../page/page.css';
import './portfolio.css';
import { withMarginTexts } from '../margin/margin-key';
import { startScreen } from '../shared/start';
import { PortfolioPage } from './portfolio-page';

void startScreen(
  withMarginTexts({
    pl: () => import('../../locales/portfolio.pl-PL.json'),
    en: () => import('../../locales/portfolio.en-US.json'),
  }),
  <PortfolioPage />,
);
