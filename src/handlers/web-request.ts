import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';

/** A web trigger's request (Forge documentation, "Web trigger"); header names keep the caller's case. */
export interface WebRequest {
  readonly method: string;
  /** What follows the trigger's own address. */
  readonly userPath: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

const request = whenFirstUsed(() => z.object({
  method: z.string(),
  userPath: z.nullish(z.string()),
  queryParameters: z.nullish(z.record(z.string(), z.array(z.string()))),
  headers: z.record(z.string(), z.array(z.string())),
  body: z.nullish(z.string()),
}));

export function readWebRequest(received: unknown): WebRequest | undefined {
  const parsed = request().safeParse(received);
  if (!parsed.success) return undefined;
  const { method, userPath, queryParameters, headers, body } = parsed.data;
  return { method, userPath: userPath ?? '', query: queryParameters ?? {}, headers, body: body ?? '' };
}

/** A header's first value, whatever the case of its name. */
export const headerOf = ({ headers }: WebRequest, wanted: string): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1][0];

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
