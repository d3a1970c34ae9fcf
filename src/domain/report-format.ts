import type { Currency } from './money';
import type { Month } from './month';
import type { Language } from './person';
import type { PlainDate } from './plain-date';
import type { Total } from './total';

/**
 * Days and money as a report writes them. Written out here and not by the machine's own tables, which differ from one version of
 * Node to the next: the same facts must give the same text, to the byte.
 */

const months: Readonly<Record<Language, { readonly ofDay: readonly string[]; readonly alone: readonly string[] }>> = {
  pl: {
    ofDay: ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia'],
    alone: ['styczeń', 'luty', 'marzec', 'kwiecień', 'maj', 'czerwiec', 'lipiec', 'sierpień', 'wrzesień', 'październik', 'listopad', 'grudzień'],
  },
  en: {
    ofDay: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    alone: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  },
};

/** 30 listopada 2026, 30 November 2026. */
export const reportDay = (day: PlainDate, language: Language): string => `${Number(day.slice(8))} ${months[language].ofDay[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** listopad 2026, November 2026. */
export const reportMonth = (month: Month, language: Language): string => `${months[language].alone[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

const marks: Readonly<Record<Language, { readonly thousands: string; readonly decimal: string }>> = { pl: { thousands: ' ', decimal: ',' }, en: { thousands: ',', decimal: '.' } };

/** -1 234,50 PLN, -1,234.50 PLN. */
export function reportMoney(sum: Total, currency: Currency, language: Language): string {
  const { thousands, decimal } = marks[language];
  const [whole = '', cents = ''] = sum.replace('-', '').split('.');
  return `${sum.startsWith('-') ? '-' : ''}${whole.replace(/\B(?=(?:[0-9]{3})+$)/g, thousands)}${decimal}${cents} ${currency}`;
}

/** Of hundredths of a per cent: 38,42 %, 38.42 %. */
export function reportPercent(basisPoints: number, language: Language): string {
  const digits = String(Math.abs(basisPoints)).padStart(3, '0');
  return `${basisPoints < 0 ? '-' : ''}${digits.slice(0, -2)}${marks[language].decimal}${digits.slice(-2)} %`;
}
