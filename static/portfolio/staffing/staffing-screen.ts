import type * as z from 'zod/mini';
import type staffingEnglish from '../../../locales/staffing.en-US.json';
import type { readStaffing } from '../../../src/contract/staffing';
import type { PortfolioKey } from '../portfolio-screen';
import { useScreen, type Screen, type TextLoaders } from '../../shared/screen';

export type StaffingKey = keyof typeof staffingEnglish;

export const staffingTexts: TextLoaders = { pl: () => import('../../../locales/staffing.pl-PL.json'), en: () => import('../../../locales/staffing.en-US.json') };

/** The page's screen with the texts of staffing. */
export const useStaffingScreen = (): Screen<StaffingKey | PortfolioKey> => useScreen<StaffingKey | PortfolioKey>();

/** What the section shows, as the contract answers it. */
export type StaffingView = z.infer<typeof readStaffing.answer>;
export type StaffedProject = StaffingView['projects'][number];
