import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { StoreConflict } from '../../ports/errors';
import { entityNames, type StateRecord } from './records';
import { conditionally, ensure } from './storage-error';

const entityName = entityNames.state;
/** How often a change is worked out anew that crossed another. */
const tries = 20;

/** One record with a revision, as far as this invocation knows it. */
export class RevisedState<Content> {
  private known: { readonly revision: number; readonly content: Content } | undefined;

  /** @param between is waited for where a change crossed another, before it is tried again. */
  constructor(
    private readonly name: string,
    private readonly initial: Content,
    private readonly between: (attempt: number) => Promise<void> = () => Promise.resolve(),
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
        await this.between(attempt);
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
