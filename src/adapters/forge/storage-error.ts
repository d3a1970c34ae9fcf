import { ForgeKvsAPIError } from '@forge/kvs';
import { StoreConflict } from '../../ports/errors';

/**
 * How Forge's storage says that a condition of a write did not hold. Its pages name no code for it,
 * so this is an assumption, and it stands here alone: status 409, or one of the codes below.
 */
const conflictStatus = 409;
const conflictCodes = ['KEY_ALREADY_EXISTS', 'CONDITION_NOT_MET', 'CONDITIONAL_CHECK_FAILED', 'TRANSACTION_CONFLICT'];

/** Runs a conditional write; a condition that did not hold becomes a `StoreConflict` about `what`. */
export async function conditionally(what: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isConflict(error) ? new StoreConflict(what) : error;
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError && (error.responseDetails.status === conflictStatus || conflictCodes.includes(error.code));

/** Writes a record unless its key exists, in which case nothing happens: what conditions of a transaction need to hold on to. */
export async function ensure(write: () => Promise<unknown>): Promise<void> {
  try {
    await conditionally('record', write);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
  }
}
