import { StoreConflict } from '../ports/errors';

/** Does a write. @returns whether it could be kept; not where somebody else changed the same meanwhile. */
export async function isKept(save: () => Promise<void>): Promise<boolean> {
  try {
    await save();
    return true;
  } catch (error) {
    if (error instanceof StoreConflict) return false;
    throw error;
  }
}
