declare const brand: unique symbol;
/** An amount with exactly two decimals, as text: 125000.00. Never a float. */
export type Amount = string & { readonly [brand]: 'Amount' };

export const currencies = ['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK', 'SEK', 'NOK', 'DKK'] as const;
export type Currency = (typeof currencies)[number];

export interface Money {
  readonly amount: Amount;
  readonly currency: Currency;
}

const shape = /^(?:0|[1-9][0-9]{0,12})\.[0-9]{2}$/;

/** Nothing sold has a negative price, so an amount has no sign. */
export const isAmount = (text: string): text is Amount => shape.test(text);
export const isCurrency = (text: string): text is Currency => currencies.some((known) => known === text);

const plain = /^([0-9]{1,15})(?:[.,]([0-9]{1,2}))?$/;
/** 125,000.50 and 125.000,50: three places are never hundredths, so the sign before them parts thousands. */
const grouped = [/^([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?$/, /^([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]{1,2}))?$/];

/**
 * Reads an amount as people write it: digits, an optional decimal comma or point with one or two places,
 * and between thousands spaces (also the narrow and no-break ones), apostrophes, or whichever of comma and point is not the decimal one.
 * @returns undefined for anything else, a negative amount, or one of ten trillion and more.
 */
export function parseAmount(text: string): Amount | undefined {
  const digits = text.trim().replace(/[\s\u00a0\u202f'\u2019]/g, '');
  const match = [plain, ...grouped].map((form) => form.exec(digits)).find((found) => found !== null);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/[.,]/g, '').replace(/^0+(?=[0-9])/, '');
  const amount = `${whole}.${(match[2] ?? '').padEnd(2, '0')}`;
  return isAmount(amount) ? amount : undefined;
}

/** An amount out of a JSON number, which is how Salesforce and Tempo send money; rounded to the cent. */
export function amountFromNumber(value: number): Amount | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  const amount = value.toFixed(2);
  return isAmount(amount) ? amount : undefined;
}

/** The amount in hundredths, exact. */
const hundredths = (amount: Amount): bigint => BigInt(amount.replace('.', ''));

export function compareAmounts(a: Amount, b: Amount): -1 | 0 | 1 {
  const [left, right] = [hundredths(a), hundredths(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
