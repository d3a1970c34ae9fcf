import type { Language } from '../../src/domain/person';
import type { TextLoaders } from './screen';
import type { Catalogue } from './texts';

/** A page's own texts with those beside them that it has in common with other pages. */
export function withTexts(own: TextLoaders, ...common: readonly TextLoaders[]): TextLoaders {
  const all = (language: Language) => async (): Promise<{ readonly default: Catalogue }> => {
    const loaded = await Promise.all([...common, own].map((loaders) => loaders[language]()));
    return { default: Object.fromEntries(loaded.flatMap((texts) => Object.entries(texts.default))) };
  };
  return { pl: all('pl'), en: all('en') };
}
