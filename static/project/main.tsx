import '../page/page.css';
import '../client/client.css';
import './project.css';
import { clientTexts } from '../client/client-screen';
import { marginTexts } from '../margin/margin-key';
import { peopleTexts } from '../people/people-screen';
import { startScreen } from '../shared/start';
import { withTexts } from '../shared/with-texts';
import { ProjectPage } from './project-page';

void startScreen(
  withTexts({
    pl: () => import('../../locales/project.pl-PL.json'),
    en: () => import('../../locales/project.en-US.json'),
  }, marginTexts, clientTexts, peopleTexts),
  <ProjectPage />,
);
