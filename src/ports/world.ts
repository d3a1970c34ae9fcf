import type { AuditTrail } from './audit';
import type { DealStore } from './deal-store';
import type { Bulletins } from './bulletins';
import type { Deals } from './deals';
import type { Documents, Margins } from './gate-facts';
import type { Filters } from './filters';
import type { GateStore } from './gate-store';
import type { GuidelinesStore } from './guidelines-store';
import type { Jobs } from './jobs';
import type { Ledger } from './ledger';
import type { MarginStore } from './margin-store';
import type { Orders } from './orders';
import type { PlanSignals } from './plan-signals';
import type { Planner } from './planner';
import type { SecretStore } from './secret-store';
import type { SettingsStore } from './settings-store';
import type { SignalAddress, SignalMemory } from './signals';
import type { Connections, StateStore } from './states';
import type { SummaryStore } from './summary-store';
import type { Clock, Log, Pause, RandomIds } from './surroundings';
import type { Tracker } from './tracker';
import type { Workflows } from './workflows';
import type { Worklogs } from './worklogs';

/** What use cases need of the world. Every method may throw an `OutsideError` or a `StoreConflict`. */
export interface World {
  readonly deals: Deals;
  readonly planner: Planner;
  readonly tracker: Tracker;
  readonly guidelines: GuidelinesStore;
  readonly summaries: SummaryStore;
  readonly dealStore: DealStore;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly states: StateStore;
  readonly connections: Connections;
  readonly planSignals: PlanSignals;
  readonly gate: GateStore;
  readonly bulletins: Bulletins;
  readonly filters: Filters;
  readonly workflows: Workflows;
  readonly worklogs: Worklogs;
  readonly margin: MarginStore;
  readonly margins: Margins;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly signals: SignalMemory;
  readonly audit: AuditTrail;
  readonly jobs: Jobs;
  /** How many workers there are; each deal belongs to one of them (`laneOf`). */
  readonly lanes: number;
  readonly signalAddress: SignalAddress;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly log: Log;
  readonly ids: RandomIds;
}
