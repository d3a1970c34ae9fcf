import { day, fileId } from '../../../src/domain/fixture/values';
import { nothingByHand, type DocumentByHand } from '../../../src/domain/formal-document';
import { readByHand, typedFrom } from './typed-by-hand';

const today = day('2026-05-04');

it.each<[DocumentByHand]>([
  [nothingByHand],
  [{ fileId: fileId(1), signedOn: day('2026-01-02'), validUntil: day('2027-01-02'), need: { kind: 'needed' } }],
  [{ ...nothingByHand, need: { kind: 'notNeeded', because: 'agreed' } }],
])('reads back what it shows of %j', (byHand) => expect(readByHand(typedFrom(byHand), today)).toEqual({ byHand }));

it.each([
  ['signedOn', 'noDay', { signedOn: '2026-02-30' }],
  ['signedOn', 'signedInFuture', { signedOn: '2026-05-05' }],
  ['validUntil', 'noDay', { validUntil: 'x' }],
  ['validUntil', 'validBeforeSigned', { signedOn: '2026-05-01', validUntil: '2026-04-01' }],
  ['because', 'reasonMissing', { need: 'notNeeded', because: '  ' }],
] as const)('%s: %s', (field, problem, typed) => expect(readByHand({ ...typedFrom(nothingByHand), ...typed }, today)).toEqual({ field, problem }));
