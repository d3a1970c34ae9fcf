import type { Amount } from './money';

declare const brand: unique symbol;
/** A sum of money with a sign and exactly two decimals, as text: -125000.00. Never a float. Costs, revenue and profit are sums; prices are amounts. */
export type Total = string & { readonly [brand]: 'Total' };

const shape = /^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{2}$/;

export const isTotal = (text: string): text is Total => shape.test(text) && text !== '-0.00';

/** @throws RangeError for a sum that no company has. */
function total(hundredths: bigint): Total {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  const text = `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  if (!isTotal(text)) throw new RangeError('a sum of money has too many digits');
  return text;
}

/** The sum in hundredths, exact. */
export const hundredthsOf = (sum: Total | Amount): bigint => BigInt(sum.replace('.', ''));

export const nothing: Total = total(0n);

/** Every amount is a sum. */
export const totalOf = (amount: Amount): Total => total(hundredthsOf(amount));

export const sumOf = (parts: readonly (Total | Amount)[]): Total => total(parts.reduce((sum, part) => sum + hundredthsOf(part), 0n));

export const minus = (whole: Total, part: Total): Total => total(hundredthsOf(whole) - hundredthsOf(part));

export function compareTotals(a: Total, b: Total): -1 | 0 | 1 {
  const difference = hundredthsOf(a) - hundredthsOf(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

const secondsPerHour = 3600n;

/**
 * What so much time costs at a rate, rounded to the hundredth, half away from zero.
 * @param rate an hour's price.
 * @param seconds whole seconds, 0 or more.
 */
export const worth = (rate: Amount, seconds: number): Total => total(divided(hundredthsOf(rate) * BigInt(seconds), secondsPerHour));

/** Rounded to the nearest whole, half away from zero. @param by more than zero. */
function divided(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value;
  const whole = (size * 2n + by) / (by * 2n);
  return value < 0n ? -whole : whole;
}

/**
 * A share of a whole in so many parts: 4_000 of 10_000 are 40 %. Rounded down, so that no share reaches a target by rounding.
 * @param whole more than nothing.
 */
export function proportion(part: Total, whole: Total, parts: number): number {
  const [numerator, denominator] = [hundredthsOf(part) * BigInt(parts), hundredthsOf(whole)];
  const cut = numerator / denominator;
  return clamped(numerator % denominator < 0n ? cut - 1n : cut);
}

/** A number that may leave the integers that a number can hold says no more than that it is very large. */
const most = 1_000_000_000n;
const clamped = (value: bigint): number => Number(value > most ? most : value < -most ? -most : value);

/** So many per cent of a sum, rounded to the hundredth. */
export const percentOf = (sum: Total, percent: number): Total => total(divided(hundredthsOf(sum) * BigInt(percent), 100n));

/** A sum out of a JSON number, which is how Tempo sends money; rounded to the cent. Undefined for what is no sum. */
export function totalFromNumber(value: number): Total | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = value.toFixed(2).replace(/^-0\.00$/, '0.00');
  return isTotal(text) ? text : undefined;
}
