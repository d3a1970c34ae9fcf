/** How Tempo's signals stand: `refused` when the token may not subscribe to them. */
export type PlanSignalsState = 'active' | 'inactive' | 'refused';

/** Tempo's signals of changed and deleted plans. */
export interface PlanSignals {
  /** Subscribes where that is not done, and wakes a subscription that Tempo has put to rest. */
  ensure(url: string): Promise<PlanSignalsState>;
  /** Takes the subscriptions back. */
  cancel(url: string): Promise<void>;
}
