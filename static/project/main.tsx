import '../page/page.css';
import '../client/client.css';
import './project.css';
import { changesTexts } from '../changes/changes-screen';
import { clientTexts } from '../client/client-screen';
import { gateTexts } from '../gate/gate-screen';
import { marginTexts } from '../margin/margin-key';
import { peopleTexts } from '../people/people-screen';
import { driftTexts } from '../planner/drift-screen';
import { startScreen } from '../shared/start';
import { withTexts } from '../shared/with-texts';
import { ProjectPage } from './project-page';
import { projectTexts } from './project-screen';

void startScreen(withTexts(projectTexts, marginTexts, clientTexts, peopleTexts, gateTexts, changesTexts, driftTexts), <ProjectPage />);
