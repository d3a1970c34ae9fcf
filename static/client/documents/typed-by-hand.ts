import { byHandProblem, type ByHandProblem, type DocumentByHand } from '../../../src/domain/formal-document';
import { isFileId } from '../../../src/domain/ids';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';

/** What is said of a document by hand, as it is being typed. */
export interface TypedByHand {
  readonly need: DocumentByHand['need']['kind'];
  readonly because: string;
  readonly fileId: string;
  readonly signedOn: string;
  readonly validUntil: string;
}

export type ByHandField = 'because' | 'signedOn' | 'validUntil';
export interface TypedByHandProblem {
  readonly field: ByHandField;
  readonly problem: ByHandProblem | 'noDay';
}

const fields: Readonly<Record<ByHandProblem, ByHandField>> = { signedInFuture: 'signedOn', validBeforeSigned: 'validUntil', reasonMissing: 'because', reasonTooLong: 'because' };

export const typedFrom = ({ fileId, signedOn, validUntil, need }: DocumentByHand): TypedByHand => ({
  need: need.kind,
  because: need.kind === 'notNeeded' ? need.because : '',
  fileId: fileId ?? '',
  signedOn: signedOn ?? '',
  validUntil: validUntil ?? '',
});

export function readByHand({ need, because, fileId, signedOn, validUntil }: TypedByHand, today: PlainDate): { readonly byHand: DocumentByHand } | TypedByHandProblem {
  if (signedOn !== '' && !isPlainDate(signedOn)) return { field: 'signedOn', problem: 'noDay' };
  if (validUntil !== '' && !isPlainDate(validUntil)) return { field: 'validUntil', problem: 'noDay' };
  const byHand: DocumentByHand = {
    fileId: isFileId(fileId) ? fileId : null,
    signedOn: signedOn === '' ? null : signedOn,
    validUntil: validUntil === '' ? null : validUntil,
    need: need === 'notNeeded' ? { kind: need, because: because.trim() } : { kind: need },
  };
  const problem = byHandProblem(byHand, today);
  return problem === undefined ? { byHand } : { field: fields[problem], problem };
}
