const LARGEST_MINOR = 10n ** 15n;

export class AmountError extends Error {}

/**
 * Reads a decimal text such as "-1234.5" into hundredths of the currency unit.
 * @throws AmountError where the text is no decimal, has more than two decimals, or is too large for the field.
 */
export function minorUnits(decimal: string): number {
  const match = /^([+-]?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(decimal.trim());
  if (!match) throw new AmountError(`"${decimal}" is not an amount with at most two decimals.`);
  const size = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  if (size > LARGEST_MINOR) throw new AmountError(`"${decimal}" is too large for an amount.`);
  return Number(match[1] === '-' ? -size : size);
}

/** Hundredths back to a decimal text with two decimals. */
export function decimalAmount(minor: number): string {
  const size = Math.abs(minor);
  return `${minor < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}
