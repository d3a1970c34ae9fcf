import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { LANGUAGES, languageOf, TEXTS, type Language, type Texts } from './texts';

const COOKIE = 'tempo-language';

export interface PageFrame {
  readonly texts: Texts;
  readonly language: Language;
  /** Where the switch of language leads: this page in the other language. */
  readonly otherLanguageHref: string;
  readonly jiraUrl?: string | undefined;
}

/** The frame of a page in the language asked for: by ?lang (remembered), by that memory, by Accept-Language. */
export function frameOf(context: Context, jiraUrl: string | undefined): PageFrame {
  const asked = LANGUAGES.find((language) => language === context.req.query('lang'));
  const remembered = LANGUAGES.find((language) => language === getCookie(context, COOKIE));
  if (asked !== undefined) setCookie(context, COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true });
  const language = asked ?? remembered ?? languageOf(context.req.header('accept-language'));
  const url = new URL(context.req.url);
  const path = context.req.method === 'GET' ? url.pathname : '/';
  const query = new URLSearchParams(context.req.method === 'GET' ? url.searchParams : {});
  query.set('lang', language === 'pl' ? 'en' : 'pl');
  return { texts: TEXTS[language], language, otherLanguageHref: `${path}?${query.toString()}`, jiraUrl };
}
