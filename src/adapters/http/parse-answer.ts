import type * as z from 'zod/mini';
import { OutsideError, type OutsideSystem } from '../../ports/errors';

/**
 * Reads a JSON body and checks its shape.
 * @throws OutsideError `unexpectedAnswer`, naming the place of the first mismatch and nothing of the content.
 */
export function parseAnswer<T>(system: OutsideSystem, schema: z.ZodMiniType<T>, text: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new OutsideError(system, 'unexpectedAnswer', text.trimStart().startsWith('<') ? 'a web page instead of JSON' : 'no JSON');
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = (issue?.path ?? []).map(String).join('.').slice(0, 120) || 'the whole answer';
  throw new OutsideError(system, 'unexpectedAnswer', `${place}: ${issue?.code ?? 'mismatch'}`);
}
