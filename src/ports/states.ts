import type { ConnectionLesson, ConnectionState, PollState } from '../domain/connection-state';
import type { WorkerState } from '../domain/worker-state';

/**
 * Records of which there is one. Each has a revision, and a change that crossed another is worked out anew:
 * `change` may be called more than once, and says with undefined that nothing is to be changed.
 */
export interface StateStore {
  /** The worker of a lane. */
  worker(lane?: number): Promise<WorkerState>;
  changeWorker(change: (state: WorkerState) => WorkerState | undefined, lane?: number): Promise<WorkerState>;
  poll(): Promise<PollState>;
  changePoll(change: (state: PollState) => PollState | undefined): Promise<PollState>;
  /** The poll's state and that of each lane's worker in one read of storage. */
  forPoll(): Promise<{ readonly poll: PollState; readonly workers: readonly WorkerState[] }>;
  connection(system: 'salesforce' | 'tempo'): Promise<ConnectionState>;
  changeConnection(system: 'salesforce' | 'tempo', change: (state: ConnectionState) => ConnectionState | undefined): Promise<ConnectionState>;
}

/** What this invocation sees of the outside systems. */
export interface Connections {
  /** What was seen since it was last asked. */
  take(system: 'salesforce' | 'tempo'): ConnectionLesson;
}
