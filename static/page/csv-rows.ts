import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** The line on which the text stops being CSV, or null. */
  readonly brokenAt: number | null;
}

const delimiters = [';', ',', '\t'] as const;

/** Reads CSV, whichever of semicolon, comma and tab parts its fields: the one that the first line has most of. */
export function csvRows(text: string): CsvRows {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = delimiters.reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  try {
    const parsed: unknown = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
    return { rows: Array.isArray(parsed) ? parsed.filter((row) => Array.isArray(row)).map((row) => row.map(String)) : [], brokenAt: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], brokenAt: typeof error['lines'] === 'number' ? error['lines'] : 1 };
  }
}
