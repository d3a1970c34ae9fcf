import type { InvocationRecord } from '../../local/forge/invocations';
import type { StorageUsage } from '../../local/forge/storage/usage';

/**
 * Assumed, and only here: what Forge charges a month in US dollars, as quoted in 2026. Functions by the second and the memory that
 * manifest.yml gives them, storage by the size of the values read and written. Logs are left out: a sync writes none.
 */
const prices = {
  gigabyteSecond: { free: 200_000, dollars: 0.000025 },
  gigabyteRead: { free: 0.1, dollars: 0.055 },
  gigabyteWritten: { free: 0.1, dollars: 1.09 },
} as const;

/** What a piece of work takes of that for which Forge charges. */
export interface Consumption {
  readonly gigabyteSeconds: number;
  readonly gigabytesRead: number;
  readonly gigabytesWritten: number;
}

const gigabyte = 1e9;

export const consumptionOf = (runs: readonly Pick<InvocationRecord, 'durationMilliseconds'>[], storage: StorageUsage, memoryMegabytes: number): Consumption => ({
  gigabyteSeconds: (runs.reduce((sum, { durationMilliseconds }) => sum + durationMilliseconds, 0) / 1000) * (memoryMegabytes / 1024),
  gigabytesRead: storage.bytesRead / gigabyte,
  gigabytesWritten: storage.bytesWritten / gigabyte,
});

export const times = ({ gigabyteSeconds, gigabytesRead, gigabytesWritten }: Consumption, factor: number): Consumption => ({
  gigabyteSeconds: gigabyteSeconds * factor,
  gigabytesRead: gigabytesRead * factor,
  gigabytesWritten: gigabytesWritten * factor,
});

/** Dollars where what is free each month has been used up by other work. */
export const priceOf = ({ gigabyteSeconds, gigabytesRead, gigabytesWritten }: Consumption): number =>
  gigabyteSeconds * prices.gigabyteSecond.dollars + gigabytesRead * prices.gigabyteRead.dollars + gigabytesWritten * prices.gigabyteWritten.dollars;

/** Dollars of a whole month's work, what is free taken off. */
export const monthlyPriceOf = ({ gigabyteSeconds, gigabytesRead, gigabytesWritten }: Consumption): number =>
  priceOf({
    gigabyteSeconds: Math.max(0, gigabyteSeconds - prices.gigabyteSecond.free),
    gigabytesRead: Math.max(0, gigabytesRead - prices.gigabyteRead.free),
    gigabytesWritten: Math.max(0, gigabytesWritten - prices.gigabyteWritten.free),
  });
