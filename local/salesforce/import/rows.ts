import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import * as z from 'zod/mini';
import { ImportError } from './import-error';

export interface Row {
  /** Of the row's first line, counted from 1 as an editor does. */
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];
const SAMPLE_BYTES = 65_536;
const LONGEST_ROW = 1_000_000;
const parsedRow = z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.number() }) });

/**
 * Which sign parts the columns, by the header line.
 * @throws ImportError for a file that cannot be read, is empty or is UTF-16.
 */
export async function detectDelimiter(path: string): Promise<Delimiter> {
  let start: Buffer;
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
      start = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new ImportError('unreadable', `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') throw new ImportError('encoding', `${path} is UTF-16. Save it as "CSV UTF-8" and load it again.`);
  const unquoted = start.toString('utf8').replace(/^\uFEFF?\s*/, '').replace(/"(?:[^"]|"")*"/g, '""');
  const header = unquoted.split(/\r\n|\n|\r/, 1)[0] ?? '';
  if (header === '') throw new ImportError('empty', `${path} is empty.`);
  const count = (delimiter: Delimiter): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/**
 * Reads the rows of a CSV file one after the other, the header first; quoted line breaks stay inside their cell.
 * @throws ImportError for text that is not UTF-8 and for quotes that are never closed.
 */
export async function* readRows(path: string, delimiter: Delimiter): AsyncGenerator<Row> {
  const parser = parse({ delimiter, bom: true, info: true, raw: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  const decode = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  // A failure reaches the loop below through the parser.
  pipeline(createReadStream(path), decode, parser, () => undefined);
  let line = 1;
  try {
    for await (const parsed of parser) {
      const { record, raw, info } = parsedRow.parse(parsed);
      const breaks = raw.replace(/^[\r\n]+|[\r\n]+$/g, '').match(/\r\n|\n|\r/g)?.length ?? 0;
      line = info.lines;
      yield { line: line - breaks, cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ImportError('malformed', `After line ${line} the file is not CSV any more: ${error.message}`);
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new ImportError('encoding', `${path} is not UTF-8. Save it as "CSV UTF-8" and load it again.`);
    }
    throw error;
  }
}
