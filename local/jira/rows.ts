import * as z from 'zod/mini';
import type { LocalisedText } from './model';

/** SQLite has no booleans: 0 and 1 stand for them. */
export const flag = z.pipe(z.number(), z.transform((value) => value === 1));

/** A column that holds JSON of the given shape. */
export function jsonColumn<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.pipe(z.pipe(z.string(), z.transform((text): unknown => JSON.parse(text))), shape);
}

/** Moves a row's namePl and nameEn into one localised name. */
export function withName<Row extends { namePl: string; nameEn: string }>(
  row: Row,
): Omit<Row, 'namePl' | 'nameEn'> & { name: LocalisedText } {
  const { namePl, nameEn, ...rest } = row;
  return { ...rest, name: { pl: namePl, en: nameEn } };
}

const countRow = z.object({ count: z.number() });

/** Reads a `SELECT count(*) AS count` row. */
export function countOf(row: unknown): number {
  return z.parse(countRow, row).count;
}
