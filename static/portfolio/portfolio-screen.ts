import type portfolioEnglish from '../../locales/portfolio.en-US.json';
import type { ClientKey } from '../client/client-screen';
import type { MarginKey } from '../margin/margin-key';
import type { KpiKey } from '../kpis/kpi-screen';
import type { PeopleKey } from '../people/people-screen';
import { useScreen, type Screen } from '../shared/screen';

export type PortfolioKey = keyof typeof portfolioEnglish | MarginKey | ClientKey | PeopleKey | KpiKey;

/** The screen with the texts of the page over all projects. */
export const usePortfolioScreen = (): Screen<PortfolioKey> => useScreen<PortfolioKey>();
