import type { Language } from '../../src/domain/person';
import type sharedEnglish from '../../locales/shared.en-US.json';

/** One text, or one for each plural form of `Intl.PluralRules`, chosen by the value `count`. */
export type Text = string | { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string };
export type Catalogue = Readonly<Record<string, Text>>;

export type SharedKey = keyof typeof sharedEnglish;
export type Values = Readonly<Record<string, string | number>>;

/**
 * Gives the text of a key with its `{name}` placeholders filled.
 * A placeholder without a value stays as it is, for `Filled` to put an element in its place.
 */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

const locales: Record<Language, string> = { pl: 'pl-PL', en: 'en-US' };

export function makeTranslate(language: Language, catalogue: Catalogue): Translate<string> {
  const rules = new Intl.PluralRules(locales[language]);
  const numbers = new Intl.NumberFormat(locales[language]);
  return (key, values = {}) => {
    const text = catalogue[key];
    if (text === undefined) return key;
    const template = typeof text === 'string' ? text : pluralForm(text, rules, values['count']);
    return template.replace(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function pluralForm(text: Exclude<Text, string>, rules: Intl.PluralRules, count: string | number | undefined): string {
  const form = rules.select(Number(count ?? 0));
  return (form === 'one' || form === 'few' || form === 'many' ? text[form] : undefined) ?? text.other;
}
