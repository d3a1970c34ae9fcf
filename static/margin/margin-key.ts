import type marginEnglish from '../../locales/margin.en-US.json';
import type { Language } from '../../src/domain/person';
import type { Screen, TextLoaders } from '../shared/screen';
import type { Catalogue } from '../shared/texts';

/** The texts of margins, which the project's page and the page over all projects have in common. */
export type MarginKey = keyof typeof marginEnglish;

/** The texts of margins alone, out of whatever a page has. */
export type MarginTranslate = Screen<MarginKey>['t'];

const marginTexts: TextLoaders = { pl: () => import('../../locales/margin.pl-PL.json'), en: () => import('../../locales/margin.en-US.json') };

/** A page's own texts with those of margins beside them. */
export function withMarginTexts(own: TextLoaders): TextLoaders {
  const both = (language: Language) => async (): Promise<{ readonly default: Catalogue }> => {
    const [margin, page] = await Promise.all([marginTexts[language](), own[language]()]);
    return { default: { ...margin.default, ...page.default } };
  };
  return { pl: both('pl'), en: both('en') };
}
