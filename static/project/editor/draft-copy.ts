import * as z from 'zod/mini';
import { draft as draftSchema } from '../../../src/contract/guidelines';
import type { Draft } from '../../../src/domain/draft';

/** What was typed and is not yet known to be saved. */
export interface Copy {
  /** Names what it continues: see `basisOf` in the keeper. */
  readonly basis: string;
  readonly draft: Draft;
  /** What was last sent to be saved without an answer yet: the server may hold it under the next revision. */
  readonly sent: Draft | null;
}

const copySchema: z.ZodMiniType<Copy> = z.strictObject({
  basis: z.string(),
  draft: draftSchema(),
  sent: z.nullable(draftSchema()),
});

export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The copy in this browser that is written before anything is sent, so that a killed tab loses nothing.
 * A browser that gives no storage, or has no room left, is one without a copy: saving goes on.
 */
export class DraftCopy {
  readonly #storage: () => CopyStorage;
  readonly #key: string;

  /** @param storage read anew at each use, because merely touching a blocked storage throws. */
  constructor(storage: () => CopyStorage, accountId: string, projectId: string) {
    this.#storage = storage;
    this.#key = `opiekun.draft.${accountId}.${projectId}`;
  }

  /** @returns whether the copy is kept. */
  keep(copy: Copy): boolean {
    try {
      this.#storage().setItem(this.#key, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  /** @returns undefined when there is none, or one that cannot be read. */
  read(): Copy | undefined {
    try {
      const text = this.#storage().getItem(this.#key);
      return text === null ? undefined : copySchema.parse(JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  forget(): void {
    try {
      this.#storage().removeItem(this.#key);
    } catch {
      // Nothing was kept there, so nothing is left behind.
    }
  }
}
