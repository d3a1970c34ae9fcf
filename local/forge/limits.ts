/** What Forge allows one invocation, from its pages on invocation, storage and async event limits. Sizes in bytes. */
export const limits = {
  resolverSeconds: 25,
  webTriggerSeconds: 55,
  jobSeconds: 55,
  preUninstallSeconds: 55,
  actionSeconds: 55,
  longestSeconds: 900,
  resolverRequestBytes: 500 * 1024,
  payloadBytes: 5 * 1024 * 1024,
  productEventBytes: 200 * 1024,
  filterExpressionCharacters: 10_000,
  /** Of the new workflow editor, which is the only one left. */
  ruleConfigurationBytes: 32 * 1024,
  egressRequestsPerMinute: 100,

  keyCharacters: 500,
  valueBytes: 240 * 1024,
  valueDepth: 31,
  batchItems: 25,
  transactionOperations: 25,
  transactionBytes: 4 * 1024 * 1024,
  storageUnitsPerMinute: 4000,
  storageUnitBytes: 10 * 1024,
  queryDefault: 10,
  queryMost: 100,

  pushEvents: 50,
  pushBytes: 200 * 1024,
  longRunningEventBytes: 100 * 1024,
  eventsPerMinute: 500,
  delaySeconds: 900,
  retryDataBytes: 4 * 1024,
  retentionSeconds: 24 * 60 * 60,
} as const;

/** Seconds that an invocation may take, where the function states no limit of its own. */
export interface TimeLimits {
  readonly resolverSeconds: number;
  readonly webTriggerSeconds: number;
  readonly jobSeconds: number;
  readonly preUninstallSeconds: number;
}
