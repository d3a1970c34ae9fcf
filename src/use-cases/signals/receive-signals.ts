import { secondsBetween } from '../../domain/calendar';
import type { DealId, OrganisationId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import type { World } from '../../ports';

/** How old, or how far ahead of our clock, a signal may be, in seconds. */
const window = 600;

/** A signal whose signature was verified over the raw body. */
export interface Signal {
  readonly eventId: string;
  readonly organisationId: OrganisationId;
  readonly dealId: DealId;
  readonly sentAt: Instant;
}

export type SignalReceipt = 'accepted' | 'unauthorised' | 'replayed';

/**
 * Takes a hint that a deal changed. It carries nothing but ids into the queue: the job reads the truth itself.
 * A deal that is not linked is accepted like any other, so that the answer tells a stranger nothing.
 */
export async function receiveSignal({ settings, signals, dealStore, jobs, clock }: World, signal: Signal): Promise<SignalReceipt> {
  const now = clock.now();
  if (Math.abs(secondsBetween(signal.sentAt, now)) > window) return 'unauthorised';
  const connection = await settings.salesforce();
  if (connection?.organisationId !== signal.organisationId) return 'unauthorised';
  if (!(await signals.firstSeen(signal.eventId, window * 2))) return 'replayed';
  try {
    const [link] = await dealStore.linkedAmong([signal.dealId]);
    if (link !== undefined) await jobs.syncDeals([signal.dealId], 'push');
  } catch (error) {
    // Salesforce sends it again, and that must not look like a replay.
    await signals.forget(signal.eventId);
    throw error;
  }
  await settings.saveLastSignalAt(now);
  return 'accepted';
}
