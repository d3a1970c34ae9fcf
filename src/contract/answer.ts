/**
 * What can go wrong, by the name that screens switch on.
 * The second group says which outside system answered what; `system` in the parameters names it.
 */
export const errorCodes = [
  'invalidRequest',
  'forbidden',
  'notFound',
  'conflict',
  'incomplete',
  'alreadyLinked',
  'alreadyWaiting',
  'ownRequest',
  'notWaiting',
  'evidenceOld',
  'criteriaUnsettled',
  'tooLarge',
  'projectClosed',
  'notConnected',

  'unauthorised',
  'refused',
  'missing',
  'rejected',
  'rateLimited',
  'unavailable',
  'unexpectedAnswer',

  'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface AnswerError {
  readonly code: ErrorCode;
  /** For developers; people read the text that their screen has for the code. */
  readonly message: string;
  /** The field of the request that is at fault. */
  readonly field?: string;
  /** Names what the text for the code needs: `system`, `id` of the log entry, `project`, `detail`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export type Answer<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: AnswerError };
