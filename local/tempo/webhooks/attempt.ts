import * as z from 'zod/mini';
import type { SqlValue } from '../../database';

/** The last time that an event was sent, and what came of it. */
export type Attempt = {
  /** UTC instant of the answer. */
  readonly at: string;
} & ({ readonly status: number } | { readonly error: string });

/** The columns in which a table keeps its last attempt. */
export const attemptColumns = { last_at: z.nullable(z.string()), last_status: z.nullable(z.number()), last_error: z.nullable(z.string()) };

export function attemptOf(row: { readonly last_at: string | null; readonly last_status: number | null; readonly last_error: string | null }): Attempt | undefined {
  if (row.last_at === null) return undefined;
  return row.last_status === null ? { at: row.last_at, error: row.last_error ?? '' } : { at: row.last_at, status: row.last_status };
}

/** Values for last_at, last_status and last_error, in this order. */
export function attemptValues(attempt: Attempt): [SqlValue, SqlValue, SqlValue] {
  return 'status' in attempt ? [attempt.at, attempt.status, null] : [attempt.at, null, attempt.error];
}

/** Anything below 400 is taken as received (Tempo REST API 4.0, "Webhooks": tried again "on >= 400, connection failure or > 30 s"). */
export function isReceived(attempt: Attempt): boolean {
  return 'status' in attempt && attempt.status < 400;
}
