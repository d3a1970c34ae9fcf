import type { Language } from '../../src/domain/person';

/** Jira writes locales as pl_PL or pl-PL; whatever is not Polish is read in English. */
export const languageOf = (locale: string): Language => (/^pl(?:[_-]|$)/i.test(locale) ? 'pl' : 'en');

/** The locale that dates, numbers and money are written in: the reader's own where it goes with the language of the texts. */
export function formatLocale(locale: string): string {
  if (languageOf(locale) === 'pl') return 'pl-PL';
  const written = locale.replace('_', '-');
  return /^en-[A-Z]{2}$/i.test(written) ? written : 'en-US';
}
