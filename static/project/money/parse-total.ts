import { parseAmount } from '../../../src/domain/money';
import { isTotal, totalOf, type Total } from '../../../src/domain/total';

/** Reads a sum as people write it, with a sign before it where it is less than nothing; undefined for anything else. */
export function parseTotal(text: string): Total | undefined {
  const [, sign = '', rest = ''] = /^\s*([-\u2212]?)\s*(.*)$/s.exec(text) ?? [];
  const amount = parseAmount(rest);
  if (amount === undefined) return undefined;
  const sum = totalOf(amount);
  const negative = `-${sum}`;
  return sign === '' || !isTotal(negative) ? sum : negative;
}
