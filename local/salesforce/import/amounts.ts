import { ImportError, RowError } from './import-error';

/** Which sign stands before the decimals: 1,234.56 or 1.234,56. */
export type DecimalSign = 'point' | 'comma';

export interface ReadAmount {
  /** Decimal text with a point. */
  readonly amount: string;
  /** ISO code, where a sign or code stood beside the number. */
  readonly currency: string | undefined;
}

const CLEAR_MAJORITY = 20;
const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([['$', 'USD'], ['US$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['zł', 'PLN'], ['ZŁ', 'PLN'], ['Kč', 'CZK'], ['¥', 'JPY'], ['Fr', 'CHF']]);

interface Parts {
  readonly negative: boolean;
  /** Digits, points and commas only. */
  readonly digits: string;
  readonly currency: string | undefined;
}

function take(text: string): Parts | undefined {
  const bracketed = /^\((.*)\)$/s.exec(text.trim());
  const match = /^(-?)\s*([^\d\s.,()-]{0,4})\s*(-?)\s*([\d.,\s'’]*\d)\s*([^\d\s.,()-]{0,4})$/u.exec((bracketed?.[1] ?? text).trim());
  if (!match) return undefined;
  const sign = match[2] || match[5] || '';
  const currency = sign === '' ? undefined : (CURRENCY_SIGNS.get(sign) ?? (/^[A-Za-z]{3}$/.test(sign) ? sign.toUpperCase() : ''));
  if (currency === '' || (match[2] && match[5]) || (match[1] && match[3])) return undefined;
  return { negative: Boolean(bracketed) || match[1] === '-' || match[3] === '-', digits: (match[4] ?? '').replace(/[\s'’]/g, ''), currency };
}

/** The sign that can only be the decimal sign in this number, or undefined where it does not tell. */
function decimalSignIn(digits: string): DecimalSign | undefined {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points === 0 && commas === 0) return undefined;
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? 'point' : 'comma';
  const own: DecimalSign = points > 0 ? 'point' : 'comma';
  const other: DecimalSign = points > 0 ? 'comma' : 'point';
  if (points + commas > 1) return other;
  return /[.,]\d{3}$/.test(digits) && !/^0?[.,]/.test(digits) ? undefined : own;
}

/** Learns from all amounts of a file which sign stands before the decimals. */
export class DecimalSignEvidence {
  private readonly votes = { point: 0, comma: 0 };
  private undecided = '';

  add(text: string): void {
    const parts = take(text);
    if (!parts) return;
    const sign = decimalSignIn(parts.digits);
    if (sign) this.votes[sign] += 1;
    else if (/[.,]/.test(parts.digits)) this.undecided ||= text.trim();
  }

  /** @throws ImportError where the file does not tell, or tells both. */
  conclude(stated: DecimalSign | undefined): DecimalSign {
    if (stated !== undefined) return stated;
    const { point, comma } = this.votes;
    if (point === 0 && comma === 0 && this.undecided === '') return 'point';
    if (point > 0 && point >= comma * CLEAR_MAJORITY) return 'point';
    if (comma > 0 && comma >= point * CLEAR_MAJORITY) return 'comma';
    const why = point === 0 && comma === 0
      ? `Amounts such as ${this.undecided} may have thousands or decimals after the sign, and no amount in the file tells which.`
      : `Of the amounts, ${point} can only have a decimal point and ${comma} only a decimal comma.`;
    throw new ImportError('ambiguousNumbers', `${why} Say so with --numbers point (1,234.56) or --numbers comma (1.234,56).`);
  }
}

/** An amount of the file. @throws RowError */
export function readAmount(text: string, decimalSign: DecimalSign): ReadAmount {
  const parts = take(text);
  const [decimal, thousands] = decimalSign === 'point' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction, ...more] = parts?.digits.split(decimal) ?? [];
  const groups = whole.split(thousands);
  const grouped = groups.length === 1 || (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{2,3}$/.test(group)) && /^\d{3}$/.test(groups.at(-1) ?? ''));
  if (!parts || more.length > 0 || !grouped || (fraction !== undefined && !/^\d*$/.test(fraction))) throw new RowError(`"${text}" is not an amount`);
  const cents = (fraction ?? '').replace(/0+$/, '');
  if (cents.length > 2) throw new RowError(`"${text}" has more than two decimals`);
  return { amount: `${parts.negative ? '-' : ''}${groups.join('') || '0'}${cents === '' ? '' : `.${cents}`}`, currency: parts.currency };
}
