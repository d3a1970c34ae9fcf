import './project.css';
import { startScreen } from '../shared/start';
import { ProjectPage } from './project-page';

void startScreen(
  {
    pl: () => import('../../locales/project.pl-PL.json'),
    en: () => import('../../locales/project.en-US.json'),
  },
  <ProjectPage />,
);
