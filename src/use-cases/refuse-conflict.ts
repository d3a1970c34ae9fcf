import { StoreConflict } from '../ports/errors';
import { UseCaseError, type UseCaseErrorCode } from './use-case-error';

/** Does a write, and says a crossing with somebody else's in the words that the use case has for it. @returns what the write gives. */
export async function refuseConflict<Result>(code: UseCaseErrorCode, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof StoreConflict ? new UseCaseError(code) : error;
  }
}
