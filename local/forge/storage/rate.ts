import { limits } from '../limits';
import { StorageError } from './errors';
import type { StorageUsage } from './usage';

const minute = 60_000;

/**
 * Forge's allowance of storage units, read and written ones each, of 10 KB a piece and one at least.
 * It runs on real time whatever the site's clock says, as it is about load.
 */
export class StorageRate {
  private windowStart = performance.now();
  private read = 0;
  private written = 0;

  constructor(private readonly unitsPerMinute: number = limits.storageUnitsPerMinute) {}

  /** @throws StorageError RATE_LIMIT_EXCEEDED until the minute is over. */
  check(): void {
    const now = performance.now();
    if (now - this.windowStart >= minute) {
      this.windowStart = now;
      this.read = 0;
      this.written = 0;
    }
    if (this.read >= this.unitsPerMinute || this.written >= this.unitsPerMinute) {
      throw new StorageError('RATE_LIMIT_EXCEEDED', `More than ${this.unitsPerMinute} storage units in a minute.`);
    }
  }

  /** Books what one request took, as the difference between two readings of a meter. */
  spend(before: StorageUsage, after: StorageUsage): void {
    this.read += units(after.reads - before.reads, after.bytesRead - before.bytesRead);
    this.written += units(after.writes - before.writes, after.bytesWritten - before.bytesWritten);
  }
}

function units(operations: number, bytes: number): number {
  return Math.max(operations, Math.ceil(bytes / limits.storageUnitBytes));
}
