/** Why a use case will not do what was asked, by a name that screens have words for. */
export type UseCaseErrorCode =
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'incomplete'
  | 'invalidRequest'
  | 'alreadyLinked'
  | 'alreadyWaiting'
  | 'ownRequest'
  | 'notWaiting'
  | 'evidenceOld'
  | 'criteriaUnsettled'
  | 'tooLarge'
  | 'projectClosed';

export class UseCaseError extends Error {
  override readonly name = 'UseCaseError';
  constructor(
    readonly code: UseCaseErrorCode,
    readonly about: { readonly field?: string; readonly parameters?: Readonly<Record<string, string>> } = {},
  ) {
    super(about.field === undefined ? code : `${code}: ${about.field}`);
  }
}
