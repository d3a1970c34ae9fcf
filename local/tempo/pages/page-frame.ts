import type { Context } from 'hono';
import { pageLanguage, type PageLanguage } from '../../page-language';
import { TEXTS, type Texts } from './texts';

export interface PageFrame {
  readonly texts: Texts;
  readonly language: PageLanguage;
  /** Where the switch of language leads: this page in the other language. */
  readonly otherLanguageHref: string;
  readonly jiraUrl?: string | undefined;
}

/** The frame of a page in the language asked for. */
export function frameOf(context: Context, jiraUrl: string | undefined): PageFrame {
  const language = pageLanguage(context);
  const url = new URL(context.req.url);
  const path = context.req.method === 'GET' ? url.pathname : '/';
  const query = new URLSearchParams(context.req.method === 'GET' ? url.searchParams : {});
  query.set('lang', language === 'pl' ? 'en' : 'pl');
  return { texts: TEXTS[language], language, otherLanguageHref: `${path}?${query.toString()}`, jiraUrl };
}
