import { StoreConflict } from '../ports/errors';
import { UseCaseError, type UseCaseErrorCode } from './use-case-error';

/** Does a write, and says a crossing with somebody else's in the words that the use case has for it. */
export async function refuseConflict(code: UseCaseErrorCode, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof StoreConflict ? new UseCaseError(code) : error;
  }
}
