/** A sum in hundredths of its currency's unit, so that nothing is lost on the way; every currency here has two decimals. */
export interface Amount {
  readonly currency: string;
  readonly minor: number;
}

/** What stands for a currency where a sum has several. */
const MIXED_CURRENCIES = 'MIX';
/** What stands for a currency where there is no amount. */
const NO_CURRENCY = 'XXX';

export const NO_AMOUNT: Amount = { currency: NO_CURRENCY, minor: 0 };

const SECONDS_PER_HOUR = 3600;

/** What so much time costs at a rate for the hour, in hundredths; half of one is rounded up. */
export function priceOf(seconds: number, minorPerHour: number): number {
  const whole = seconds * minorPerHour + SECONDS_PER_HOUR / 2;
  return (whole - (whole % SECONDS_PER_HOUR)) / SECONDS_PER_HOUR;
}

/** The bare sum, in the one currency of what is added, a zero having none; in `currency` when there is nothing to add. */
export function sumOf(amounts: readonly Amount[], currency: string): Amount {
  const currencies = new Set(amounts.filter((amount) => amount.minor !== 0 || amount.currency === MIXED_CURRENCIES).map((amount) => amount.currency));
  const minor = amounts.reduce((sum, amount) => sum + amount.minor, 0);
  const [only = currency, another] = currencies;
  return { currency: another === undefined ? only : MIXED_CURRENCIES, minor };
}

export function difference(from: Amount, amount: Amount): Amount {
  return sumOf([from, { ...amount, minor: -amount.minor }], from.currency);
}

/** Schema Amount of Tempo REST API 4.0: a number with the decimals in it. */
export function amountAnswer({ currency, minor }: Amount): { readonly currencyCode: string; readonly value: number } {
  return { currencyCode: currency, value: minor / 100 };
}
