import type * as z from 'zod/mini';
import type todayEnglish from '../../../locales/today.en-US.json';
import type { readProjects, readToday } from '../../../src/contract/today';
import { useScreen, type Screen, type TextLoaders } from '../../shared/screen';
import type { PortfolioKey } from '../portfolio-screen';

/** The texts of the account manager's first screen and of the list of all projects. */
export type TodayKey = keyof typeof todayEnglish | PortfolioKey;

export const todayTexts: TextLoaders = { pl: () => import('../../../locales/today.pl-PL.json'), en: () => import('../../../locales/today.en-US.json') };

/** The screen with these texts. */
export const useTodayScreen = (): Screen<TodayKey> => useScreen<TodayKey>();
export type TodayTranslate = Screen<TodayKey>['t'];
export type TodayFormat = Screen<TodayKey>['format'];

export type TodayPage = z.infer<typeof readToday.answer>;
export type Item = TodayPage['items'][number];

/** An item's sentence takes the focus when another one goes away. */
export const sentenceId = ({ subject, id }: Pick<Item, 'subject' | 'id'>): string => `today ${subject} ${id}`.replace(/[^0-9A-Za-z-]/gu, '-');

/** What became of an item where it stands: done, ordered and not yet carried out, taken up with the client, taken up once more and not decided yet, asked of others again, done before by somebody else, perhaps settled by what was just done, or put off. */
export type Outcome = 'done' | 'ordered' | 'negotiating' | 'takenUp' | 'reminded' | 'overtaken' | 'seenTo' | 'snoozed';

export type ProjectsPage = z.infer<typeof readProjects.answer>;
export type ProjectLine = ProjectsPage['projects'][number];
