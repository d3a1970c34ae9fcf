import type projectEnglish from '../../locales/project.en-US.json';
import type { ChangesKey } from '../changes/changes-screen';
import type { ClientKey } from '../client/client-screen';
import type { GateKey } from '../gate/gate-screen';
import type { MarginKey } from '../margin/margin-key';
import type { PeopleKey } from '../people/people-screen';
import type { DriftKey } from '../planner/drift-screen';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

export type ProjectKey = keyof typeof projectEnglish | MarginKey | ClientKey | PeopleKey | GateKey | ChangesKey | DriftKey;

/** The screen with the project page's own texts. */
export const useProjectScreen = (): Screen<ProjectKey> => useScreen<ProjectKey>();

export type ProjectTranslate = Screen<ProjectKey>['t'];

/** The page's own texts, without those that it has in common with other pages. */
export const projectTexts: TextLoaders = { pl: () => import('../../locales/project.pl-PL.json'), en: () => import('../../locales/project.en-US.json') };
