import type { Answer, AnswerError, ErrorCode } from '../../../src/contract/answer';
import type { Draft } from '../../../src/domain/draft';
import type { Person } from '../../../src/domain/person';
import type { Instant } from '../../../src/domain/plain-date';
import type { DraftCopy } from './draft-copy';
import type { DraftProblem } from './draft-problem';
import { same } from './same';

/** The draft as the server has it. */
export interface SavedDraft {
  readonly draft: Draft;
  readonly revision: number;
  readonly savedAt: Instant | null;
  readonly savedBy: Person | null;
  readonly problems: readonly DraftProblem[];
}

export type Saving =
  | { readonly kind: 'saved' }
  /** Waits for a pause in typing. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** Tried, and tried again by itself. */
  | { readonly kind: 'retrying'; readonly error: AnswerError }
  /** Trying the same again would not help. */
  | { readonly kind: 'refused'; readonly error: AnswerError }
  /** Somebody else saved meanwhile: nothing is sent until one of the two is chosen. */
  | { readonly kind: 'conflict'; readonly theirs: SavedDraft };

export interface Kept {
  readonly draft: Draft;
  readonly revision: number;
  readonly savedAt: Instant | null;
  /** What stood in the way of publishing when the draft was last saved. */
  readonly problems: readonly DraftProblem[];
  readonly saving: Saving;
}

/** What keeping a draft needs of the world. */
export interface KeeperPorts {
  save(request: { revision: number; draft: Draft }): Promise<Answer<{ revision: number; savedAt: Instant; problems: readonly DraftProblem[] }>>;
  read(): Promise<Answer<SavedDraft>>;
  readonly copy: Pick<DraftCopy, 'keep' | 'read' | 'forget'>;
  /** Runs something later. @returns what calls it off. */
  later(run: () => void, milliseconds: number): () => void;
}

/**
 * Names the state of the server that a text continues: a saved draft, or without one the published version.
 */
const basisOf = (saved: Pick<SavedDraft, 'revision' | 'savedAt'>, currentVersion: number | null): string =>
  saved.savedAt === null ? `version ${currentVersion ?? 0}` : `revision ${saved.revision} of ${saved.savedAt}`;

const pause = 800;
/** Who types without a pause is saved all the same. */
const longestWait = 5_000;
const retryAfter = [2_000, 4_000, 8_000, 16_000, 30_000] as const;
const final: ReadonlySet<ErrorCode> = new Set(['invalidRequest', 'forbidden', 'notFound', 'projectClosed']);

/**
 * Keeps a draft while it is written: each change goes into the copy in this browser at once and to the server soon after,
 * one save at a time and the newest last.
 */
export class DraftKeeper {
  #kept: Kept;
  #known: Draft;
  #sent: Draft | null = null;
  #inFlight: Promise<void> | undefined;
  #callOff: (() => void) | undefined;
  #callOffLongest: (() => void) | undefined;
  #attempts = 0;
  #stopped = false;
  readonly #ports: KeeperPorts;
  readonly #currentVersion: number | null;
  readonly #listeners = new Set<() => void>();

  /** @param currentVersion the published version when the draft was read; null without one. */
  constructor(server: SavedDraft, currentVersion: number | null, ports: KeeperPorts) {
    this.#ports = ports;
    this.#currentVersion = currentVersion;
    this.#known = server.draft;
    this.#kept = { draft: server.draft, revision: server.revision, savedAt: server.savedAt, problems: server.problems, saving: { kind: 'saved' } };
    const copy = ports.copy.read();
    if (copy === undefined) return;
    if (same(copy.draft, server.draft)) ports.copy.forget();
    else if (copy.basis === basisOf(server, currentVersion) || (copy.sent !== null && same(copy.sent, server.draft))) this.#set({ draft: copy.draft, saving: { kind: 'unsaved' } });
    else this.#set({ draft: copy.draft, saving: { kind: 'conflict', theirs: server } });
  }

  /** Starts to save what a copy in this browser brought back. */
  start(): void {
    this.#stopped = false;
    if (this.#kept.saving.kind === 'unsaved') this.flush();
  }

  /** Saves what is left, and stops waiting and trying; the copy stays as long as it is needed. */
  stop(): void {
    this.#stopped = true;
    this.flush();
    this.#callOffAll();
  }

  /** Lets go of the draft and of its copy; nothing more is saved. */
  abandon(): void {
    this.#stopped = true;
    this.#callOffAll();
    this.#ports.copy.forget();
    this.#set({ saving: { kind: 'saved' } });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Kept => this.#kept;

  readonly edit = (change: (draft: Draft) => Draft): void => {
    const draft = change(this.#kept.draft);
    if (draft === this.#kept.draft) return;
    const { saving } = this.#kept;
    const waits = saving.kind === 'saved' || saving.kind === 'refused';
    this.#set({ draft, ...(waits ? { saving: { kind: 'unsaved' } } : {}) });
    this.#keepCopy();
    if (saving.kind === 'saving' || saving.kind === 'conflict' || saving.kind === 'retrying') return;
    this.#callOff?.();
    this.#callOff = this.#ports.later(this.flush, pause);
    this.#callOffLongest ??= this.#ports.later(this.flush, longestWait);
  };

  /** Saves now, unless nothing changed or a save is under way, which is followed by another where it must. */
  readonly flush = (): void => {
    const { kind } = this.#kept.saving;
    if (this.#inFlight !== undefined || kind === 'saved' || kind === 'conflict') return;
    this.#callOffAll();
    this.#inFlight = this.#save().finally(() => {
      this.#inFlight = undefined;
      if (this.#kept.saving.kind === 'unsaved') this.flush();
    });
  };

  /** Saves now and waits for the end of it. @returns whether everything typed is saved. */
  async settle(): Promise<boolean> {
    this.flush();
    while (this.#inFlight !== undefined) await this.#inFlight;
    return this.#kept.saving.kind === 'saved';
  }

  /** After a conflict: what stands on the screen goes over what they saved. */
  readonly keepMine = (): void => {
    if (this.#kept.saving.kind !== 'conflict') return;
    const { theirs } = this.#kept.saving;
    this.#known = theirs.draft;
    this.#set({ revision: theirs.revision, savedAt: theirs.savedAt, saving: { kind: 'unsaved' } });
    this.#keepCopy();
    this.flush();
  };

  /** After a conflict: what they saved takes the place of what stands on the screen. */
  readonly takeTheirs = (): void => {
    if (this.#kept.saving.kind !== 'conflict') return;
    const { theirs } = this.#kept.saving;
    this.#known = theirs.draft;
    this.#set({ draft: theirs.draft, revision: theirs.revision, savedAt: theirs.savedAt, problems: theirs.problems, saving: { kind: 'saved' } });
    this.#ports.copy.forget();
  };

  async #save(): Promise<void> {
    const { draft, revision } = this.#kept;
    if (same(draft, this.#known)) {
      this.#forgetCopyOf(draft);
      this.#set({ saving: { kind: 'saved' } });
      return;
    }
    this.#set({ saving: { kind: 'saving' } });
    const lost = this.#sent;
    this.#sent = draft;
    this.#keepCopy();
    const answer = await this.#ports.save({ revision, draft });
    if (answer.ok) this.#accept(draft, answer.data);
    else if (answer.error.code === 'conflict') await this.#considerConflict([draft, lost], answer.error);
    else this.#fail(answer.error);
  }

  #accept(saved: Draft, { revision, savedAt, problems }: Pick<Kept, 'revision' | 'problems'> & { savedAt: Instant }): void {
    this.#attempts = 0;
    this.#known = saved;
    this.#sent = null;
    const complete = this.#kept.draft === saved;
    this.#set({ revision, savedAt, problems, saving: { kind: complete ? 'saved' : 'unsaved' } });
    if (complete) this.#forgetCopyOf(saved);
    else this.#keepCopy();
  }

  /** Another tab of the same person may have written its own text there meanwhile, which is not ours to drop. */
  #forgetCopyOf(draft: Draft): void {
    const copy = this.#ports.copy.read();
    if (copy === undefined || same(copy.draft, draft)) this.#ports.copy.forget();
  }

  /** A save whose answer was lost looks like somebody else's; it is known again by what it holds. */
  async #considerConflict(ours: readonly (Draft | null)[], error: AnswerError): Promise<void> {
    const answer = await this.#ports.read();
    if (!answer.ok) {
      this.#fail({ ...error, code: answer.error.code === 'forbidden' ? 'forbidden' : 'unavailable' });
      return;
    }
    const theirs = answer.data;
    if (same(theirs.draft, this.#known) || ours.some((draft) => draft !== null && same(theirs.draft, draft))) {
      this.#sent = null;
      this.#known = theirs.draft;
      this.#set({ revision: theirs.revision, savedAt: theirs.savedAt, problems: theirs.problems, saving: { kind: 'unsaved' } });
      this.#keepCopy();
      return;
    }
    this.#set({ saving: { kind: 'conflict', theirs } });
  }

  #fail(error: AnswerError): void {
    if (final.has(error.code)) {
      this.#set({ saving: { kind: 'refused', error } });
      return;
    }
    const wait = retryAfter[Math.min(this.#attempts, retryAfter.length - 1)] ?? pause;
    this.#attempts += 1;
    this.#set({ saving: { kind: 'retrying', error } });
    if (!this.#stopped) this.#callOff = this.#ports.later(this.flush, wait);
  }

  #keepCopy(): void {
    this.#ports.copy.keep({ basis: basisOf(this.#kept, this.#currentVersion), draft: this.#kept.draft, sent: this.#sent });
  }

  #callOffAll(): void {
    this.#callOff?.();
    this.#callOffLongest?.();
    this.#callOff = this.#callOffLongest = undefined;
  }

  #set(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    for (const listener of this.#listeners) listener();
  }
}
