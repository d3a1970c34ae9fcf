import type { AnswerError } from '../contract/answer';
import { NotConnected, OutsideError, StoreConflict } from '../ports/errors';
import type { Log, RandomIds } from '../ports/surroundings';
import { UseCaseError } from '../use-cases/use-case-error';

/** The one place where an error becomes an answer. What is not known is logged under an id, and the person sees that id and no internals. */
export function answerError(error: unknown, { log, ids }: { readonly log: Log; readonly ids: RandomIds }): AnswerError {
  if (error instanceof UseCaseError) {
    const { field, parameters } = error.about;
    return { code: error.code, message: error.message, ...(field === undefined ? {} : { field }), ...(parameters === undefined ? {} : { parameters }) };
  }
  if (error instanceof StoreConflict) return { code: 'conflict', message: error.message };
  if (error instanceof NotConnected) return { code: 'notConnected', message: error.message, parameters: { system: error.system } };
  if (error instanceof OutsideError) {
    return { code: error.failure, message: error.message, parameters: { system: error.system, detail: error.detail } };
  }
  const id = ids.next();
  log.error('operation.failed', id, error);
  return { code: 'unexpected', message: `unexpected error ${id}`, parameters: { id } };
}
