import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const LANGUAGES = ['pl', 'en'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];

const COOKIE = 'lang';
const SECONDS_PER_YEAR = 31_536_000;

const known = (text: string | undefined): PageLanguage | undefined => LANGUAGES.find((language) => language === text);

/** The language of a vendor's page: ?lang decides and is remembered; then that memory; then what the browser asks for. */
export function pageLanguage(context: Context): PageLanguage {
  const asked = known(context.req.query('lang'));
  if (asked === undefined) return known(getCookie(context, COOKIE)) ?? preferredLanguage(context.req.header('accept-language'));
  setCookie(context, COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: SECONDS_PER_YEAR });
  return asked;
}

/** The supported language that an Accept-Language header prefers; English when it names none. */
export function preferredLanguage(acceptLanguage: string | undefined): PageLanguage {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: known(tag.slice(0, 2).toLowerCase()), quality: Number(quality ?? 1) || 0 };
    })
    .sort((one, other) => other.quality - one.quality);
  return wanted.find(({ language }) => language !== undefined)?.language ?? 'en';
}
