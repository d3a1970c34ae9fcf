import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { neverPolled, unknownConnection, type ConnectionState, type PollState } from '../../domain/connection-state';
import { idleWorker, type WorkerState } from '../../domain/worker-state';
import { StoreConflict, type SalesforceConnection, type StateStore } from '../../ports';
import { refuseBroken } from './query-all';
import { entityNames, type StateRecord } from './records';
import { connectionKey } from './settings-store';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.state;
const names = { poll: 'poll', tempo: 'tempo' } as const;
const workerName = (lane: number): string => `worker-${lane}`;
/** How often a change is worked out anew that crossed another. */
const tries = 10;

/** One record with a revision, as far as this invocation knows it. */
export class RevisedState<Content> {
  private known: { readonly revision: number; readonly content: Content } | undefined;

  constructor(
    private readonly name: string,
    private readonly initial: Content,
  ) {}

  /** As it was read elsewhere; undefined when it is not kept yet. */
  remember(record: StateRecord<Content> | undefined): Content {
    this.known = { revision: record?.revision ?? 0, content: record?.content ?? this.initial };
    return this.known.content;
  }

  async read(): Promise<Content> {
    return this.remember(await kvs.entity<StateRecord<Content>>(entityName).get(this.name));
  }

  /** What is known may be old by now; storage says so when it is, and then it is read and worked out again. */
  async change(change: (content: Content) => Content | undefined): Promise<Content> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.known === undefined) await this.read();
      const known = this.known ?? { revision: 0, content: this.initial };
      const next = change(known.content);
      if (next === undefined && attempt > 1) return known.content;
      try {
        if (next === undefined) {
          // That nothing is to be changed is true only of what is kept now.
          const kept = await this.read();
          if (change(kept) === undefined) return kept;
          continue;
        }
        await this.write(known.revision, next);
        this.known = { revision: known.revision + 1, content: next };
        return next;
      } catch (error) {
        if (!(error instanceof StoreConflict) || attempt === tries) throw error;
        this.known = undefined;
      }
    }
  }

  private async write(revision: number, content: Content): Promise<void> {
    const entity = kvs.entity<StateRecord<Content>>(entityName);
    // Conditions need a record to look at, so the first write makes one.
    if (revision === 0) await ensure(() => entity.set(this.name, { name: this.name, revision: 0, content: this.initial }, { keyPolicy: 'FAIL_IF_EXISTS' }));
    const conditions = new Filter<StateRecord<Content>>().and('revision', FilterConditions.equalTo(revision));
    await conditionally(this.name, () =>
      kvs.transact().set(this.name, { name: this.name, revision: revision + 1, content }, { entityName, conditions }).execute(),
    );
  }
}

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
