import { invoke } from '@forge/bridge';
import * as z from 'zod/mini';
import { errorCodes, type Answer } from '../../src/contract/answer';
import type { Operation, Place } from '../../src/contract/operation';

const failure = z.object({
  ok: z.literal(false),
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    field: z.optional(z.string()),
    parameters: z.optional(z.record(z.string(), z.string())),
  }),
});
const success = z.object({ ok: z.literal(true), data: z.unknown() });

/**
 * Calls an operation of the app and checks its answer. Never rejects: what Forge itself refuses, a time-out
 * and an answer of an unknown shape all become `unexpected`.
 */
export async function call<Name extends string, At extends Place, Request extends object, Data>(
  operation: Operation<Name, At, Request, Data>,
  request: NoInfer<Request>,
): Promise<Answer<Data>> {
  let answered: unknown;
  try {
    answered = await invoke(operation.name, { ...request });
  } catch (error) {
    return unexpected(error instanceof Error ? error.message : String(error));
  }
  const refused = failure.safeParse(answered);
  if (refused.success) {
    const { code, message, field, parameters } = refused.data.error;
    return { ok: false, error: { code, message, ...(field === undefined ? {} : { field }), ...(parameters === undefined ? {} : { parameters }) } };
  }
  const given = success.safeParse(answered);
  if (!given.success) return unexpected(`${operation.name} gave no answer of the contract`);
  const data = operation.answer.safeParse(given.data.data);
  return data.success ? { ok: true, data: data.data } : unexpected(`${operation.name}: ${data.error.message}`);
}

const unexpected = (message: string): Answer<never> => ({ ok: false, error: { code: 'unexpected', message } });
