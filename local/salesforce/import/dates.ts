import { isPlainDate } from '../../plain-date';
import { ImportError, RowError } from './import-error';

/** us: month before day; eu: day before month; iso: only YYYY-MM-DD. */
export type DateOrder = 'us' | 'eu' | 'iso';

/** How many times more rows must speak for one order than for the other before the few count as mistakes. */
const CLEAR_MAJORITY = 20;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const OTHER = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ ,T].*)?$/;

function plainDate(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(text) ? text : undefined;
}

/** Learns from all dates of a file in which order their parts stand. */
export class DateOrderEvidence {
  private us = 0;
  private eu = 0;
  private slashes = 0;
  private example = '';

  add(text: string): void {
    const match = OTHER.exec(text.trim());
    // A dot is written between day and month only in that order.
    if (!match || match[2] === '.') return;
    this.slashes += 1;
    this.example ||= text.trim();
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && second <= 12) this.eu += 1;
    if (second > 12 && first <= 12) this.us += 1;
  }

  /** @throws ImportError where the file does not tell, or tells both. */
  conclude(stated: DateOrder | undefined): DateOrder {
    if (stated !== undefined) return stated;
    if (this.slashes === 0) return 'iso';
    if (this.us > 0 && this.us >= this.eu * CLEAR_MAJORITY) return 'us';
    if (this.eu > 0 && this.eu >= this.us * CLEAR_MAJORITY) return 'eu';
    const why = this.us === 0 && this.eu === 0
      ? `Dates such as ${this.example} may be month/day or day/month, and no date in the file tells which.`
      : `Of the dates, ${this.us} can only be month/day and ${this.eu} can only be day/month.`;
    throw new ImportError('ambiguousDates', `${why} Say so with --dates us (month/day), --dates eu (day/month) or --dates iso (YYYY-MM-DD).`);
  }
}

/** A date of the file as YYYY-MM-DD; a time after it is left out. @throws RowError */
export function readDate(text: string, order: DateOrder): string {
  const iso = ISO.exec(text);
  const other = OTHER.exec(text);
  let date: string | undefined;
  if (iso) date = plainDate(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  else if (other) {
    const [first, second, year] = [other[1] ?? '', other[3] ?? '', other[4] ?? ''];
    if (other[2] === '.' || order === 'eu') date = plainDate(year, second, first);
    else if (order === 'us') date = plainDate(year, first, second);
  }
  if (date === undefined) throw new RowError(`"${text}" is not a date (${{ us: 'month/day/year', eu: 'day/month/year', iso: 'YYYY-MM-DD' }[order]})`);
  return date;
}
