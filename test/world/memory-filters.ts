import type { FilterAnswer, FilterClause } from '../../src/domain/gate-filter';
import type { Filters, KeptFilter } from '../../src/ports/filters';

/** What Jira keeps of our function in people's filters. */
export class MemoryFilters {
  private readonly all = new Map<string, KeptFilter>();
  /** How often something was kept. */
  kept = 0;

  /** Somebody saves a filter; Jira keeps what the function said then. */
  save(id: string, clause: FilterClause, kept: FilterAnswer): void {
    this.all.set(id, { id, clause, kept });
  }

  saidBy(id: string): FilterAnswer | undefined {
    return this.all.get(id)?.kept;
  }

  port(): Filters {
    return {
      kept: async () => [...this.all.values()],
      keep: async (answers) => {
        this.kept += 1;
        for (const { id, answer } of answers) {
          const before = this.all.get(id);
          if (before !== undefined) this.all.set(id, { ...before, kept: answer });
        }
      },
    };
  }
}
