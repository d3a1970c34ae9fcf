/** One line of the result: what was measured, against what. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  /** Printed after the number: 'KB', 's', '×'; empty for a count. */
  readonly unit: string;
  /** The most it may be, in the same unit; a figure without one is there to compare with. */
  readonly limit?: number;
}

/** Something that can be measured by itself, as `npm run bench <name>`. */
export interface Measurement {
  readonly name: string;
  /** Takes so long that it runs only when it is named. */
  readonly isLong?: boolean;
  /** @throws Error when it could not be measured; a figure above its limit is no error. */
  run(): Promise<readonly Figure[]>;
}
