import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../domain/plain-date';
import type { SignalSecrets } from '../ports/secret-store';

/** An HMAC-SHA256 as hexadecimal digits. */
export const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text, 'utf8').digest('hex');

/** Whether the text was signed with the secret; it takes as long for every wrong signature. */
export function isSigned(text: string, signature: string, secret: string): boolean {
  // Buffer stops reading at the first character that is no hexadecimal digit, and timingSafeEqual throws for different lengths.
  return /^[0-9a-f]{64}$/i.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(hmac(secret, text), 'hex'));
}

/** Whether two secrets are the same, in a time that tells nothing of either. */
export const isSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));
const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** The secrets that are good now: while one is exchanged there are two. */
export const goodSecrets = ({ current, previous }: SignalSecrets, now: Instant): readonly string[] =>
  previous !== null && previous.goodUntil > now ? [current, previous.secret] : [current];
