import { createContext, useContext } from 'react';
import type { Language } from '../../src/domain/person';
import type { Format } from './format';
import type { Catalogue, SharedKey, Translate } from './texts';

/** What a screen knows of its reader and its place. */
export interface Screen<Key extends string> {
  readonly t: Translate<Key | SharedKey>;
  readonly format: Format;
  readonly language: Language;
  /** IANA name of the reader's time zone. */
  readonly timeZone: string;
  readonly accountId: string | null;
  /** Address of the Jira site, without a slash at its end. */
  readonly siteUrl: string;
  readonly project: { readonly id: string; readonly key: string } | null;
  readonly now: () => Date;
}

/** How an entry's texts are loaded: one chunk for each language, so that a reader gets only their own. */
export type TextLoaders = Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>>;

export const ScreenContext = createContext<Screen<string> | null>(null);

/** The screen with the keys that every screen has; an entry with keys of its own wraps it once, as `useScreen<Key>()`. */
export function useScreen<Key extends string = SharedKey>(): Screen<Key> {
  const screen = useContext(ScreenContext);
  if (screen === null) throw new Error('No screen was started around this component');
  return screen;
}
