import { createHash } from 'node:crypto';

/** A UUID that is always the same for the same thing. */
export function uuidOf(...names: readonly string[]): string {
  const digits = createHash('sha256').update(names.join('\n')).digest('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
