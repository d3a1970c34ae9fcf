import { secondsBetween } from '../../domain/calendar';
import type { DealId, OrganisationId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import type { SignalRefusal, SignalWay } from '../../domain/signal';
import type { World } from '../../ports/world';
import { orderSyncs } from '../planner/order-syncs';

/** Signals of one message of Salesforce's whose secret was found right. */
export interface Signals {
  readonly organisationId: OrganisationId;
  readonly via: SignalWay;
  readonly events: readonly { readonly eventId: string; readonly dealId: DealId }[];
  /** When it was made; null where a message does not say, and may come a day late. */
  readonly sentAt: Instant | null;
}

/** How old, or how far ahead of our clock, a signal may be that says when it was made, in seconds. */
const window = 600;
/** How long one is remembered that may come again for a day. */
const day = 86_400;

/**
 * Takes hints that deals changed. They carry nothing but ids onto the list of orders: the sync reads the truth itself.
 * A deal that is not linked is accepted like any other, so that the answer tells a stranger nothing.
 * @returns why the message was refused, or null.
 */
export async function receiveSignals(world: World, { organisationId, via, events, sentAt }: Signals): Promise<SignalRefusal | null> {
  const { settings, signals, dealStore, clock } = world;
  const now = clock.now();
  if (sentAt !== null && Math.abs(secondsBetween(sentAt, now)) > window) return 'age';
  const connection = await settings.salesforce();
  if (connection?.organisationId !== organisationId) return 'organisation';
  const remembered: string[] = [];
  try {
    const fresh: DealId[] = [];
    for (const { eventId, dealId } of events) {
      if (!(await signals.firstSeen(`${via}:${eventId}`, sentAt === null ? day : window * 2))) continue;
      remembered.push(eventId);
      fresh.push(dealId);
    }
    if (fresh.length === 0) return 'replayed';
    const linked = await dealStore.linkedAmong([...new Set(fresh)]);
    await orderSyncs(world, linked.map(({ deal }) => deal.id), 'push');
  } catch (error) {
    // Salesforce sends it again, and that must not look like a replay.
    for (const eventId of remembered) await signals.forget(`${via}:${eventId}`);
    throw error;
  }
  await settings.saveAcceptedSignal({ at: now, via, deals: remembered.length });
  return null;
}
