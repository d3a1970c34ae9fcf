import type { GuidelinesView } from './current-guidelines';

type Version = GuidelinesView['versions'][number];

/** A version that was published by agreeing to a scope change. */
export type AgreedVersion = Version & { readonly change: NonNullable<Version['change']> };

/** The versions after the older of the two, up to the newer, that a scope change made; the oldest first, whichever way they are compared. */
export const agreedBetween = (versions: readonly Version[], from: number, to: number): readonly AgreedVersion[] =>
  versions
    .filter((one): one is AgreedVersion => one.change !== null && one.version > Math.min(from, to) && one.version <= Math.max(from, to))
    .sort((a, b) => a.version - b.version);
