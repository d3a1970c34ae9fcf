import { createHash } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { StoreConflict } from '../../ports/errors';
import type { SignalMemory } from '../../ports/signals';
import { conditionally } from './storage-error';

/** The event's id is a stranger's text, so the key is its hash. */
const keyOf = (eventId: string): string => `signal:${createHash('sha256').update(eventId).digest('hex')}`;

export const signalMemory: SignalMemory = {
  async firstSeen(eventId, seconds) {
    try {
      await conditionally('signal', () =>
        kvs.set(keyOf(eventId), true, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: seconds, unit: 'SECONDS' } }),
      );
      return true;
    } catch (error) {
      if (error instanceof StoreConflict) return false;
      throw error;
    }
  },
  forget: (eventId) => kvs.delete(keyOf(eventId)),
};
