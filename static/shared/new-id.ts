import { isLineId, type LineId } from '../../src/domain/ids';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const length = 12;
/** The highest byte that maps evenly onto the alphabet. */
const even = 252;

/** A fresh id for a milestone, priority, staffing line or condition. */
export function newId(): LineId {
  let id = '';
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < even && id.length < length) id += alphabet.charAt(byte % alphabet.length);
    }
  }
  if (!isLineId(id)) throw new RangeError('twelve letters and digits always make an id');
  return id;
}
