import { isPlainDate } from '../../plain-date';
import { AmountError, minorUnits } from '../../salesforce/money';

const HOUR = 3600;
const HOURS_A_DAY = 24;

/** A field of a form, without spaces around it; empty where it is missing. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A date; undefined for anything else. */
export function dateIn(form: FormData, name: string): string | undefined {
  const text = textIn(form, name);
  return isPlainDate(text) ? text : undefined;
}

/** Hundredths of an amount as people write it, with a decimal comma or point and spaces between thousands; undefined where it is none. */
export function amountIn(form: FormData, name: string): number | undefined {
  try {
    return minorUnits(textIn(form, name).replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.'));
  } catch (error) {
    if (error instanceof AmountError) return undefined;
    throw error;
  }
}

/** Seconds of hours as people write them; undefined for none, or more than a day has. */
export function secondsIn(text: string): number | undefined {
  if (!/^\d{1,2}(?:[.,]\d{1,2})?$/u.test(text)) return undefined;
  const seconds = Math.round(Number(text.replace(',', '.')) * HOUR);
  return seconds <= HOURS_A_DAY * HOUR ? seconds : undefined;
}
