import type { Answer, ErrorCode } from '../../../src/contract/answer';
import { emptyDraft, type Draft } from '../../../src/domain/draft';
import { isInstant, type Instant } from '../../../src/domain/plain-date';
import { DraftCopy, type CopyStorage } from './draft-copy';
import { DraftKeeper, type KeeperPorts, type SavedDraft } from './draft-keeper';

/** A server with one draft, whose answers a test may hold back, lose or replace. */
class Server {
  saved: SavedDraft = { draft: emptyDraft, revision: 3, savedAt: instant('2026-03-02T09:00:00.000Z'), savedBy: null, problems: [] };
  readonly received: Draft[] = [];
  currentVersion: number | null = 1;
  refuseWith: ErrorCode | null = null;
  loseAnswer = false;
  hold: Promise<void> = Promise.resolve();

  async save({ revision, draft }: { revision: number; draft: Draft }): Promise<Answer<{ revision: number; savedAt: Instant; problems: [] }>> {
    this.received.push(draft);
    await this.hold;
    if (this.refuseWith !== null) return { ok: false, error: { code: this.refuseWith, message: '' } };
    if (revision !== this.saved.revision) return { ok: false, error: { code: 'conflict', message: '' } };
    const savedAt = instant(`2026-03-02T10:00:0${this.saved.revision % 10}.000Z`);
    this.saved = { ...this.saved, draft, revision: revision + 1, savedAt };
    if (this.loseAnswer) return { ok: false, error: { code: 'unexpected', message: 'the answer was lost' } };
    return { ok: true, data: { revision: revision + 1, savedAt, problems: [] } };
  }
}

function instant(text: string): Instant {
  if (!isInstant(text)) throw new Error(`${text} is no instant`);
  return text;
}

class MemoryStorage implements CopyStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.items.set(key, value);
  removeItem = (key: string): void => void this.items.delete(key);
}

/** Time that passes only when a test says so. */
class Timers {
  readonly #waiting = new Map<number, { run: () => void; milliseconds: number }>();
  #next = 0;

  readonly later: KeeperPorts['later'] = (run, milliseconds) => {
    const id = (this.#next += 1);
    this.#waiting.set(id, { run, milliseconds });
    return () => void this.#waiting.delete(id);
  };

  get pauses(): number[] {
    return [...this.#waiting.values()].map((one) => one.milliseconds).sort((a, b) => a - b);
  }

  /** Runs what would come first. */
  pass(): void {
    const first = [...this.#waiting].sort(([, a], [, b]) => a.milliseconds - b.milliseconds)[0];
    if (first === undefined) throw new Error('nothing waits');
    this.#waiting.delete(first[0]);
    first[1].run();
  }
}

const withGoal = (goal: string) => (draft: Draft): Draft => ({ ...draft, scope: { ...draft.scope, goal } });

interface Desk {
  readonly server: Server;
  readonly storage: MemoryStorage;
  readonly timers: Timers;
  readonly copy: DraftCopy;
  open(): DraftKeeper;
}

function desk(): Desk {
  const [server, storage, timers] = [new Server(), new MemoryStorage(), new Timers()];
  const copy = new DraftCopy(() => storage, 'anna', '10001');
  const ports: KeeperPorts = {
    save: (request) => server.save(request),
    read: () => Promise.resolve({ ok: true, data: server.saved }),
    copy,
    later: timers.later,
  };
  const open = (): DraftKeeper => {
    const keeper = new DraftKeeper(server.saved, server.currentVersion, ports);
    keeper.start();
    return keeper;
  };
  return { server, storage, timers, copy, open };
}

describe('saving', () => {
  it('waits for a pause, sends the newest text once, and lets go of the copy', async () => {
    const { server, storage, timers, open } = desk();
    const keeper = open();
    keeper.edit(withGoal('a'));
    keeper.edit(withGoal('ab'));
    expect(server.received).toEqual([]);
    expect(timers.pauses).toEqual([800, 5_000]);
    timers.pass();
    await keeper.settle();
    expect(server.received.map((draft) => draft.scope.goal)).toEqual(['ab']);
    expect(keeper.current()).toMatchObject({ revision: 4, savedAt: '2026-03-02T10:00:03.000Z', saving: { kind: 'saved' } });
    expect(storage.items.size).toBe(0);
  });

  it('writes each keystroke to this browser before anything is sent', () => {
    const { server, copy, open } = desk();
    open().edit(withGoal('a'));
    expect(copy.read()).toMatchObject({ draft: { scope: { goal: 'a' } }, sent: null });
    expect(server.received).toEqual([]);
  });

  it('keeps one save in flight and sends what came meanwhile after it', async () => {
    const { server, open } = desk();
    const keeper = open();
    let release = (): void => undefined;
    server.hold = new Promise((resolve) => (release = resolve));
    keeper.edit(withGoal('first'));
    keeper.flush();
    keeper.edit(withGoal('second'));
    keeper.edit(withGoal('third'));
    keeper.flush();
    expect(server.received).toHaveLength(1);
    release();
    await keeper.settle();
    expect(server.received.map((draft) => draft.scope.goal)).toEqual(['first', 'third']);
    expect(server.saved).toMatchObject({ revision: 5, draft: { scope: { goal: 'third' } } });
  });

  it('sends nothing when everything was typed back', async () => {
    const { server, open } = desk();
    const keeper = open();
    keeper.edit(withGoal('a'));
    keeper.edit(withGoal(''));
    expect(await keeper.settle()).toBe(true);
    expect(server.received).toEqual([]);
  });

  it('tries again by itself, more and more slowly, with the newest text', async () => {
    const { server, timers, open } = desk();
    const keeper = open();
    server.refuseWith = 'unavailable';
    keeper.edit(withGoal('a'));
    expect(await keeper.settle()).toBe(false);
    expect(keeper.current().saving.kind).toBe('retrying');
    expect(timers.pauses).toEqual([2_000]);
    keeper.edit(withGoal('ab'));
    timers.pass();
    await keeper.settle();
    expect(timers.pauses.some((pause) => pause >= 4_000)).toBe(true);
    server.refuseWith = null;
    await keeper.settle();
    expect(server.saved.draft.scope.goal).toBe('ab');
    expect(keeper.current().saving.kind).toBe('saved');
  });

  it('does not repeat what is refused for good, and keeps the text here', async () => {
    const { server, timers, copy, open } = desk();
    const keeper = open();
    server.refuseWith = 'forbidden';
    keeper.edit(withGoal('a'));
    await keeper.settle();
    expect(keeper.current().saving).toMatchObject({ kind: 'refused', error: { code: 'forbidden' } });
    expect(timers.pauses).toEqual([]);
    expect(copy.read()?.draft.scope.goal).toBe('a');
  });

  it('stops trying when the editor is closed, and keeps the copy', async () => {
    const { server, timers, copy, open } = desk();
    const keeper = open();
    server.refuseWith = 'unavailable';
    keeper.edit(withGoal('a'));
    keeper.stop();
    await keeper.settle();
    expect(timers.pauses).toEqual([]);
    expect(copy.read()?.draft.scope.goal).toBe('a');
  });
});

describe('after a killed tab', () => {
  it('brings back and saves what had not been sent', async () => {
    const { server, storage, open } = desk();
    open().edit(withGoal('typed and killed'));
    const keeper = open();
    expect(keeper.current().draft.scope.goal).toBe('typed and killed');
    await keeper.settle();
    expect(server.saved.draft.scope.goal).toBe('typed and killed');
    expect(storage.items.size).toBe(0);
  });

  it('knows its own save again when the tab died before the answer', async () => {
    const { server, open } = desk();
    const killed = open();
    server.loseAnswer = true;
    killed.edit(withGoal('sent'));
    await killed.settle();
    killed.edit(withGoal('sent and more'));
    server.loseAnswer = false;
    const keeper = open();
    expect(keeper.current().saving.kind).not.toBe('conflict');
    await keeper.settle();
    expect(server.saved).toMatchObject({ revision: 5, draft: { scope: { goal: 'sent and more' } } });
  });

  it('asks when somebody else saved since', () => {
    const { server, open } = desk();
    open().edit(withGoal('mine'));
    server.saved = { ...server.saved, revision: 9, draft: withGoal('theirs')(emptyDraft) };
    const keeper = open();
    expect(keeper.current()).toMatchObject({ draft: { scope: { goal: 'mine' } }, saving: { kind: 'conflict', theirs: { revision: 9 } } });
    expect(server.received).toEqual([]);
  });

  it('asks when a version was published since, though no draft was saved', () => {
    const { server, open } = desk();
    server.saved = { ...server.saved, savedAt: null };
    open().edit(withGoal('mine'));
    server.currentVersion = 2;
    expect(open().current().saving.kind).toBe('conflict');
  });

  it('asks when another draft has reached the same revision', () => {
    const { server, open } = desk();
    open().edit(withGoal('mine'));
    server.saved = { ...server.saved, savedAt: instant('2026-03-05T10:00:00.000Z'), draft: withGoal('theirs')(emptyDraft) };
    expect(open().current().saving.kind).toBe('conflict');
  });

  it('ignores a copy that says what the server says, and one that is damaged', () => {
    const { copy, storage, open } = desk();
    copy.keep({ basis: 'anything', draft: emptyDraft, sent: null });
    expect(open().current().saving.kind).toBe('saved');
    expect(storage.items.size).toBe(0);
    storage.setItem('opiekun.draft.anna.10001', '{"basis":"revision 3 of ","draft":{"budget":');
    expect(open().current()).toMatchObject({ draft: emptyDraft, saving: { kind: 'saved' } });
  });
});

describe('a conflict', () => {
  async function conflict(): Promise<Desk & { keeper: DraftKeeper }> {
    const table = desk();
    const keeper = table.open();
    table.server.saved = { ...table.server.saved, revision: 4, draft: withGoal('theirs')(emptyDraft) };
    keeper.edit(withGoal('mine'));
    await keeper.settle();
    return { ...table, keeper };
  }

  it('shows both and sends nothing until one is chosen', async () => {
    const { keeper, server, timers } = await conflict();
    expect(keeper.current()).toMatchObject({ draft: { scope: { goal: 'mine' } }, saving: { kind: 'conflict', theirs: { draft: { scope: { goal: 'theirs' } } } } });
    keeper.edit(withGoal('mine still'));
    keeper.flush();
    expect(server.received).toHaveLength(1);
    expect(timers.pauses).toEqual([]);
  });

  it('saves mine over theirs when that is chosen', async () => {
    const { keeper, server } = await conflict();
    keeper.keepMine();
    expect(await keeper.settle()).toBe(true);
    expect(server.saved).toMatchObject({ revision: 5, draft: { scope: { goal: 'mine' } } });
  });

  it('takes theirs when that is chosen, and lets go of the copy', async () => {
    const { keeper, storage } = await conflict();
    keeper.takeTheirs();
    expect(keeper.current()).toMatchObject({ revision: 4, draft: { scope: { goal: 'theirs' } }, saving: { kind: 'saved' } });
    expect(storage.items.size).toBe(0);
  });

  it('is none when the other save is our own whose answer was lost', async () => {
    const { server, open } = desk();
    const keeper = open();
    server.loseAnswer = true;
    keeper.edit(withGoal('a'));
    await keeper.settle();
    server.loseAnswer = false;
    keeper.edit(withGoal('ab'));
    expect(await keeper.settle()).toBe(true);
    expect(server.saved).toMatchObject({ revision: 5, draft: { scope: { goal: 'ab' } } });
  });
});

it('lets go of everything when the draft is abandoned', async () => {
  const { server, storage, timers, open } = desk();
  const keeper = open();
  keeper.edit(withGoal('a'));
  keeper.abandon();
  keeper.stop();
  expect(await keeper.settle()).toBe(true);
  expect(server.received).toEqual([]);
  expect(timers.pauses).toEqual([]);
  expect(storage.items.size).toBe(0);
});

it('goes on without a copy in a browser that gives no storage', async () => {
  const copy = new DraftCopy(
    () => {
      throw new Error('storage is blocked');
    },
    'anna',
    '10001',
  );
  const server = new Server();
  const keeper = new DraftKeeper(server.saved, null, {
    save: (request) => server.save(request),
    read: () => Promise.resolve({ ok: true, data: server.saved }),
    copy,
    later: () => () => undefined,
  });
  expect(copy.keep({ basis: 'anything', draft: emptyDraft, sent: null })).toBe(false);
  keeper.edit(withGoal('a'));
  expect(await keeper.settle()).toBe(true);
  expect(server.saved.draft.scope.goal).toBe('a');
});

it('leaves a copy alone that another tab has written meanwhile', async () => {
  const { server, copy, open } = desk();
  const keeper = open();
  keeper.edit(withGoal('a'));
  const theirs = withGoal('typed in another tab')(emptyDraft);
  server.hold = Promise.resolve().then(() => void copy.keep({ basis: 'anything', draft: theirs, sent: null }));
  await keeper.settle();
  expect(copy.read()?.draft).toEqual(theirs);
});
