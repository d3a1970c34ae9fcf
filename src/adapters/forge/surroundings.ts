import { randomBytes } from 'node:crypto';
import { webTrigger } from '@forge/api';
import { instantOf } from '../../domain/calendar';
import type { SignalAddress } from '../../ports/signals';
import type { Clock, Log, RandomIds } from '../../ports/surroundings';

/** What Forge's runtime gives besides storage: the time, chance, a log, and an address for signals. */

export const systemClock: Clock = { now: () => instantOf(new Date()) };

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export const randomIds: RandomIds = {
  next: () => Array.from(randomBytes(16), (byte) => alphabet.charAt(byte % alphabet.length)).join(''),
};

export const signalAddress: SignalAddress = {
  salesforceUrl: (way) => webTrigger.getUrl(way === 'flow' ? 'salesforce-signal' : 'salesforce-message'),
  tempoUrl: () => webTrigger.getUrl('tempo-signal'),
};

/** One JSON line each, so that a search finds it; an error's message may carry a stranger's text, so only its kind and place are kept. */
export const log: Log = {
  info(event, facts) {
    console.log(JSON.stringify({ event, ...facts }));
  },
  error(event, id, error) {
    const kind = error instanceof Error ? error.name : typeof error;
    const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).map((line) => line.trim()) : [];
    console.error(JSON.stringify({ event, id, kind, place }));
  },
};
