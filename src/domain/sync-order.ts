import { earlier } from './calendar';
import type { DealId, ProjectId } from './ids';
import type { Instant } from './plain-date';
import type { SyncReason } from './signal';

/** That a deal is to be brought in step. There is one order for each deal: whatever woke it, the sync reads the truth itself. */
export interface SyncOrder {
  readonly dealId: DealId;
  readonly reason: SyncReason;
  readonly orderedAt: Instant;
  readonly dueAt: Instant;
  /** Somebody waits for it, or Salesforce has just told of it; the rest is caught up with behind. */
  readonly urgent: boolean;
  /** Another for each time the deal is ordered, so that who carries an order out takes that one off the list and no later one. */
  readonly token: string;
}

/**
 * Which of the lanes a deal or a project belongs to. A deal's syncs always run in the same one, and a lane does one thing at a
 * time, so two syncs of one deal never meet; several lanes together make up what one process may not send.
 */
export function laneOf(id: DealId | ProjectId, lanes: number): number {
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  // Ids count up, and deals that change together are often every n-th: without this they would crowd into few lanes.
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
  return ((mixed ^ (mixed >>> 16)) >>> 0) % lanes;
}

const catchingUp: readonly SyncReason[] = ['poll', 'mapping', 'retry', 'reconcile'];

export const isUrgent = (reason: SyncReason): boolean => !catchingUp.includes(reason);

/** The order that takes the place of an earlier one of the same deal. */
export const replacing = (order: SyncOrder, before: SyncOrder | undefined): SyncOrder =>
  before === undefined ? order : { ...order, dueAt: earlier(order.dueAt, before.dueAt), urgent: order.urgent || before.urgent };
