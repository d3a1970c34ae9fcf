import type kpiEnglish from '../../locales/kpis.en-US.json';
import { firstDayOfQuarter, undated, type Period } from '../../src/domain/kpi/quarter';
import { useScreen, type Screen, type TextLoaders } from '../shared/screen';

/** The texts of the figures, which the page over all projects and the gadget have in common. */
export type KpiKey = keyof typeof kpiEnglish;
export type KpiTranslate = Screen<KpiKey>['t'];

export const kpiTexts: TextLoaders = { pl: () => import('../../locales/kpis.pl-PL.json'), en: () => import('../../locales/kpis.en-US.json') };

export const useKpiScreen = (): Screen<KpiKey> => useScreen<KpiKey>();

/** A quarter as people say it. */
export const periodWords = (t: KpiTranslate, period: Period): string =>
  period === undated ? t('kpi.undated') : t('kpi.quarter', { number: period.slice(6), year: firstDayOfQuarter(period).slice(0, 4) });
