/** What the first three characters of a record id say about it. */
export const KEY_PREFIX = {
  account: '001',
  contact: '003',
  organization: '00D',
  user: '005',
  opportunity: '006',
  opportunityHistory: '008',
  opportunityContactRole: '00K',
  opportunityStage: '01J',
  outboundMessage: '04k',
  outboundNotification: '04l',
  queryLocator: '01g',
  contentVersion: '068',
  contentDocument: '069',
  contentDocumentLink: '06A',
} as const;

export type KeyPrefix = (typeof KEY_PREFIX)[keyof typeof KEY_PREFIX];

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const POD = 'Op0';
const SERIAL_LENGTH = 9;

/** Caller-given numbers stay below this; records made in the pages are numbered from here on. */
export const FIRST_UNRESERVED_NUMBER = 10_000_000;

/**
 * The 18-character id of the n-th record of a kind; the same number always gives the same id.
 * @throws RangeError for a number that is negative or not a safe integer.
 */
export function recordId(prefix: KeyPrefix, number: number): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${number} cannot number a record.`);
  let serial = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) serial = DIGITS.charAt(rest % 62) + serial;
  return withChecksum(prefix + POD + serial.padStart(SERIAL_LENGTH, '0'));
}

/** Appends the three characters that say which letters of a 15-character id are upper case. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block += 1) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      if (/[A-Z]/.test(id15.charAt(block * 5 + place))) bits |= 1 << place;
    }
    suffix += SUFFIX.charAt(bits);
  }
  return id15 + suffix;
}

/**
 * The one form under which ids compare: 18 characters, letter case restored from the suffix.
 * @returns undefined where the text is no record id.
 */
export function canonicalId(text: string): string | undefined {
  if (/^[0-9A-Za-z]{15}$/.test(text)) return withChecksum(text);
  if (!/^[0-9A-Za-z]{18}$/.test(text)) return undefined;
  let id15 = '';
  for (let block = 0; block < 3; block += 1) {
    const bits = SUFFIX.indexOf(text.charAt(15 + block).toUpperCase());
    if (bits < 0) return undefined;
    for (let place = 0; place < 5; place += 1) {
      const character = text.charAt(block * 5 + place);
      const upper = (bits & (1 << place)) !== 0;
      if (upper && !/[A-Za-z]/.test(character)) return undefined;
      id15 += upper ? character.toUpperCase() : character.toLowerCase();
    }
  }
  return withChecksum(id15);
}
