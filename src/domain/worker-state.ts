import { addSeconds } from './calendar';
import type { DealId } from './ids';
import type { Instant } from './plain-date';

/** What the worker that carries out orders, and whoever wants to wake it, know of each other. */
export interface WorkerState {
  /** Who works, and until when it is believed without a further word: a process that died says nothing. */
  readonly lease: { readonly holder: string; readonly until: Instant } | null;
  /** When work is wanted next; null when none is. Whoever orders something sets it, and the worker clears it. */
  readonly wakeAt: Instant | null;
  readonly sweep: Sweep | null;
  readonly reconcile: Reconcile | null;
}

/** All linked deals are brought in step, one after another, after something that concerns them all. */
export interface Sweep {
  readonly since: Instant;
  /** It begins no sooner: what it follows may still be under way. */
  readonly notBefore: Instant;
  /** The last deal that was done; null before the first. */
  readonly after: DealId | null;
  /** Only deals in these stages of the organisation are concerned; null for all. */
  readonly stageNames: readonly string[] | null;
}

/** The regular comparison of every linked deal with Salesforce and Tempo, a slice each hour. */
export interface Reconcile {
  /** When the round began. */
  readonly since: Instant;
  /** The last deal that was compared; null before the first. */
  readonly after: DealId | null;
  readonly covered: number;
  /** How many the round before had; null in the first. */
  readonly deals: number | null;
  /** How many are still to be compared of the slice that is under way. */
  readonly pending: number;
}

export const idleWorker: WorkerState = { lease: null, wakeAt: null, sweep: null, reconcile: null };

export const isWorking = ({ lease }: WorkerState, now: Instant): boolean => lease !== null && lease.until > now;

/** A wake-up that should have led to work by now, and did not. */
export const isOverdue = (state: WorkerState, now: Instant): boolean =>
  state.wakeAt !== null && addSeconds(state.wakeAt, patience) <= now && !isWorking(state, now);

/** Seconds that a queue may take to deliver. */
const patience = 30;

/** A day has 24 slices; two are held back for hours in which a slice was missed. */
const slicesOfRound = 22;
const smallestSlice = 100;
/** One hour of comparing at the pace that the app's storage bears. */
const largestSlice = 5_000;

/** How many deals an hour's slice compares, so that all are compared within a day, without a burst. */
export const sliceOf = (deals: number | null): number => Math.min(largestSlice, Math.max(smallestSlice, Math.ceil((deals ?? 0) / slicesOfRound)));
