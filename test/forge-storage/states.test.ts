import { kvs } from '@forge/kvs';
import { createStateStore } from '../../src/adapters/forge/state-store';
import { salesforceTokenCache, settingsStore } from '../../src/adapters/forge/settings-store';
import { neverPolled, unknownConnection } from '../../src/domain/connection-state';
import { dealId, instant, organisationId } from '../../src/domain/fixture/values';
import { idleWorker, type WorkerState } from '../../src/domain/worker-state';
import { StoreConflict } from '../../src/ports/errors';
import type { SalesforceConnection } from '../../src/ports/settings-store';
import type { StateStore } from '../../src/ports/states';
import { openStorage, type InProcessStorage } from './kvs-in-process';

/** The records of which there is one, over the real @forge/kvs. Each store stands for an invocation. */

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

const now = instant('2026-03-02T09:00:00.000Z');
const invocation = (saw: (connection: SalesforceConnection | undefined) => void = () => undefined): StateStore => createStateStore(1, saw);
const covered = (state: WorkerState): number => state.reconcile?.covered ?? 0;
const count = (state: WorkerState): WorkerState => ({ ...state, reconcile: { since: now, after: null, covered: covered(state) + 1, deals: null, pending: 0 } });
const during = async (work: () => Promise<unknown>): Promise<string[]> => {
  storage.operations.length = 0;
  await work();
  return [...storage.operations];
};

it('begins with nothing known', async () => {
  const states = invocation();
  expect([await states.worker(), await states.poll(), await states.connection('tempo'), await states.connection('salesforce')]).toEqual([
    idleWorker, neverPolled, unknownConnection, unknownConnection,
  ]);
});

it('keeps a change for every invocation', async () => {
  const kept = await invocation().changeWorker((state) => ({ ...state, wakeAt: now }));
  expect(kept).toEqual({ ...idleWorker, wakeAt: now });
  expect(await invocation().worker()).toEqual(kept);
});

it('loses none of the changes of two who write at once', async () => {
  const [one, two] = [invocation(), invocation()];
  await Promise.all([one.worker(), two.worker()]);
  for (let round = 0; round < 5; round += 1) await Promise.all([one.changeWorker(count), two.changeWorker(count)]);
  expect(covered(await invocation().worker())).toBe(10);
});

it('loses none of the changes of one invocation that does two things at once', async () => {
  const states = invocation();
  await Promise.all([states.changeWorker(count), states.changeWorker(count), states.changeWorker(count), states.changePoll((state) => ({ ...state, polledAt: now }))]);
  expect(covered(await states.worker())).toBe(3);
  expect((await states.poll()).polledAt).toBe(now);
});

it('works a change out anew of what another kept meanwhile', async () => {
  const [one, two] = [invocation(), invocation()];
  await one.worker();
  await two.changeWorker((state) => ({ ...state, wakeAt: now }));
  const seen: (string | null)[] = [];
  const kept = await one.changeWorker((state) => {
    seen.push(state.wakeAt);
    return count(state);
  });
  expect(seen).toEqual([null, now]);
  expect([kept.wakeAt, covered(kept)]).toEqual([now, 1]);
});

it('looks again before it says that nothing is to be changed', async () => {
  const [one, two] = [invocation(), invocation()];
  const lease = { holder: 'other', until: now };
  await one.changeWorker((state) => ({ ...state, lease }));
  await two.changeWorker((state) => ({ ...state, lease: null }));
  // What this invocation knows says that another works; storage knows better.
  const kept = await one.changeWorker((state) => (state.lease === null ? { ...state, lease: { holder: 'one', until: now } } : undefined));
  expect(kept.lease?.holder).toBe('one');
  expect((await invocation().worker()).lease?.holder).toBe('one');
});

it('writes nothing where nothing is to be changed, and gives what is kept', async () => {
  await invocation().changeWorker(count);
  const states = invocation();
  const operations = await during(async () => {
    expect(covered(await states.changeWorker(() => undefined))).toBe(1);
  });
  expect(operations.every((path) => path === '/api/v1/entity/get')).toBe(true);
});

it('gives up, and says so, where it is always crossed; what the others kept stays', async () => {
  const [one, two] = [invocation(), invocation()];
  const others = { isAtIt: false, changes: 0 };
  storage.delay = async () => {
    if (others.isAtIt) return;
    others.isAtIt = true;
    await two.changeWorker(count);
    others.changes += 1;
    others.isAtIt = false;
  };
  await expect(one.changeWorker(count)).rejects.toThrow(StoreConflict);
  storage.delay = undefined;
  expect(covered(await invocation().worker())).toBe(others.changes);
});

it('keeps the connection to Salesforce with the poll, and the one to Tempo apart', async () => {
  const states = invocation();
  await states.changePoll((state) => ({ ...state, changesUpTo: now }));
  await states.changeConnection('salesforce', (state) => ({ ...state, failuresInRow: 2 }));
  await states.changeConnection('tempo', (state) => ({ ...state, signals: 'active' }));
  expect(await states.changeConnection('salesforce', () => undefined)).toEqual({ ...unknownConnection, failuresInRow: 2 });
  const later = invocation();
  expect(await later.poll()).toEqual({ ...neverPolled, changesUpTo: now, connection: { ...unknownConnection, failuresInRow: 2 } });
  expect(await later.connection('salesforce')).toEqual({ ...unknownConnection, failuresInRow: 2 });
  expect(await later.connection('tempo')).toEqual({ ...unknownConnection, signals: 'active' });
});

describe('forPoll', () => {
  const connection: SalesforceConnection = { myDomain: 'acme.my.salesforce.com', clientId: 'client', organisationId: organisationId(1), connectedAt: now };

  it('is one read, which tells of the connection too', async () => {
    await settingsStore.saveSalesforce(connection);
    await invocation().changePoll((state) => ({ ...state, changesUpTo: now }));
    await invocation().changeWorker(count);
    const seen: unknown[] = [];
    const states = invocation((one) => seen.push(one));
    expect(await during(async () => {
      const { poll, workers: [worker] } = await states.forPoll();
      expect([poll.changesUpTo, worker === undefined ? -1 : covered(worker)]).toEqual([now, 1]);
    })).toEqual(['/api/v1/batch/get']);
    expect(seen).toEqual([connection]);
    expect(await during(() => states.changePoll((state) => ({ ...state, polledAt: now })))).toEqual(['/api/v1/transaction']);
  });

  it('begins with nothing known', async () => {
    const seen: unknown[] = [];
    expect(await invocation((one) => seen.push(one)).forPoll()).toEqual({ poll: neverPolled, workers: [idleWorker] });
    expect(seen).toEqual([undefined]);
  });

  it.each(['worker-0', 'poll', 'settings:salesforce'])('does not take %s for unknown where storage failed to read it', async (key) => {
    await settingsStore.saveSalesforce(connection);
    await invocation().changePoll((state) => ({ ...state, changesUpTo: now, seen: [{ id: dealId(1), stageName: 'x', modifiedAt: now, isDeleted: false }] }));
    await invocation().changeWorker(count);
    storage.broken.add(key);
    await expect(invocation().forPoll()).rejects.toThrow('storage answered INTERNAL_ERROR');
  });
});

it('keeps the token of Salesforce as a secret', async () => {
  await salesforceTokenCache.save('token');
  expect(storage.operations).toEqual(['/api/v1/secret/set']);
  expect(await kvs.get('salesforce-access-token')).toBeUndefined();
});
