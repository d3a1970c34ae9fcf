import '../page/page.css';
import './project.css';
import { withMarginTexts } from '../margin/margin-key';
import { startScreen } from '../shared/start';
import { ProjectPage } from './project-page';

void startScreen(
  withMarginTexts({
    pl: () => import('../../locales/project.pl-PL.json'),
    en: () => import('../../locales/project.en-US.json'),
  }),
  <ProjectPage />,
);
