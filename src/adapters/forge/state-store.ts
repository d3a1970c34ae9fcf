import { kvs } from '@forge/kvs';
import { neverPolled, unknownConnection, type ConnectionState, type PollState } from '../../domain/connection-state';
import { idleWorker, type WorkerState } from '../../domain/worker-state';
import type { SalesforceConnection } from '../../ports/settings-store';
import type { StateStore } from '../../ports/states';
import { refuseBroken } from './query-all';
import { entityNames, type StateRecord } from './records';
import { RevisedState } from './revised-state';
import { connectionKey } from './settings-store';

const entityName = entityNames.state;
const names = { poll: 'poll', tempo: 'tempo' } as const;
const workerName = (lane: number): string => `worker-${lane}`;

/**
 * For one invocation: it remembers what it read, so that a change need not read again.
 * @param lanes how many workers there are.
 * @param sawConnection is told of the connection to Salesforce, which the poll reads along.
 */
export function createStateStore(lanes: number, sawConnection: (connection: SalesforceConnection | undefined) => void): StateStore {
  const workers = Array.from({ length: lanes }, (_, lane) => new RevisedState<WorkerState>(workerName(lane), idleWorker));
  const workerOf = (lane: number): RevisedState<WorkerState> => {
    const worker = workers[lane];
    if (worker === undefined) throw new RangeError(`there is no lane ${lane}`);
    return worker;
  };
  const poll = new RevisedState<PollState>(names.poll, neverPolled);
  const tempo = new RevisedState<ConnectionState>(names.tempo, unknownConnection);
  return {
    worker: (lane = 0) => workerOf(lane).read(),
    changeWorker: (change, lane = 0) => workerOf(lane).change(change),
    poll: () => poll.read(),
    changePoll: (change) => poll.change(change),
    async forPoll() {
      const { successfulKeys, failedKeys } = await kvs.batchGet<Polled>([...[...workers.map((_, lane) => workerName(lane)), names.poll].map((key) => ({ key, entityName })), { key: connectionKey }]);
      refuseBroken(failedKeys);
      const records = successfulKeys.map(({ value }) => value);
      sawConnection(records.find(isConnection));
      return {
        poll: poll.remember(records.find(isPoll)),
        workers: workers.map((worker, lane) => worker.remember(records.find((record): record is StateRecord<WorkerState> => 'name' in record && record.name === workerName(lane)))),
      };
    },
    connection: async (system) => (system === 'tempo' ? tempo.read() : (await poll.read()).connection),
    async changeConnection(system, change) {
      if (system === 'tempo') return tempo.change(change);
      const kept = await poll.change((state) => {
        const connection = change(state.connection);
        return connection && { ...state, connection };
      });
      return kept.connection;
    },
  };
}

type Polled = StateRecord<WorkerState> | StateRecord<PollState> | SalesforceConnection;

const isPoll = (record: Polled): record is StateRecord<PollState> => 'name' in record && record.name === names.poll;
const isConnection = (record: Polled): record is SalesforceConnection => 'myDomain' in record;
