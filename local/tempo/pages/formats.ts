import type { PageLanguage } from '../../page-language';
import type { Amount } from '../financials/money';

const LOCALES: Readonly<Record<PageLanguage, string>> = { pl: 'pl-PL', en: 'en-GB' };

function atNoon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** Hours with at most two decimals, in the form of the language. */
export function formatHours(seconds: number, language: PageLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(seconds / 3600);
}

/** "4–10 maj", "27 paź – 2 lis"; without the year, also over its end. */
export function formatWeek(monday: string, sunday: string, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const [from, to] = [atNoon(monday), atNoon(sunday)];
  return monday.slice(0, 4) === sunday.slice(0, 4) ? format.formatRange(from, to) : `${format.format(from)} – ${format.format(to)}`;
}

/** "16 lis 2026 – 24 sty 2027" */
export function formatRange(from: string, to: string, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(atNoon(from), atNoon(to));
}

/** "4 maja 2026" */
export function formatDate(date: string, language: PageLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(atNoon(date));
}

/** An instant in the company's time zone. */
export function formatInstant(instant: string, language: PageLanguage): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Warsaw' });
  return format.format(new Date(instant));
}

/** "1 234,50 zł"; a sum of several currencies has no figure that means anything. */
export function formatMoney({ currency, minor }: Amount, language: PageLanguage, mixed: string): string {
  if (currency === 'MIX') return mixed;
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(minor / 100);
}

/** "41,2 %" */
export function formatRatio(ratio: number, language: PageLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(ratio);
}
