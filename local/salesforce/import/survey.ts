import { DecimalSignEvidence } from './amounts';
import type { DecimalSign } from './amounts';
import { findColumns, parseMapping } from './columns';
import type { Columns, ImportField } from './columns';
import { DateOrderEvidence } from './dates';
import type { DateOrder } from './dates';
import { ImportError } from './import-error';
import type { Row } from './rows';

/** What has to be known of a file before its first row can be loaded. */
export interface Survey {
  readonly headers: readonly string[];
  readonly columns: Columns;
  readonly dates: DateOrder;
  readonly numbers: DecimalSign;
}

export interface SurveyOptions {
  readonly map?: string;
  readonly dates?: DateOrder;
  readonly numbers?: DecimalSign;
}

/** Reads all rows to learn it. @throws ImportError where the file does not tell and nobody said. */
export async function surveyFile(rows: AsyncIterable<Row>, options: SurveyOptions): Promise<Survey> {
  const dates = new DateOrderEvidence();
  const numbers = new DecimalSignEvidence();
  let headers: readonly string[] | undefined;
  let columns: Columns = new Map();
  for await (const { cells } of rows) {
    if (headers === undefined) {
      headers = cells;
      columns = findColumns(headers, parseMapping(options.map ?? ''));
      continue;
    }
    dates.add(cell(cells, columns, 'closeDate'));
    dates.add(cell(cells, columns, 'createdDate'));
    numbers.add(cell(cells, columns, 'amount'));
  }
  if (headers === undefined) throw new ImportError('empty', 'The file is empty.');
  return { headers, columns, dates: dates.conclude(options.dates), numbers: numbers.conclude(options.numbers) };
}

/** A field of a row; empty where the file has no such column. */
export function cell(cells: readonly string[], columns: Columns, field: ImportField): string {
  const column = columns.get(field);
  return column === undefined ? '' : (cells[column.index] ?? '');
}
