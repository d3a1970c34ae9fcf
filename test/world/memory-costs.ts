import type { CostFacts } from '../../src/domain/cost-figures';
import type { CostProject } from '../../src/domain/cost-project';
import type { CostProjectId } from '../../src/domain/ids';
import type { Costs } from '../../src/ports/costs';
import { OutsideError, type OutsideFailure } from '../../src/ports/errors';

/** Financial Manager: its projects, what it says of each, and how it refuses to. */
export class MemoryCosts {
  readonly kept = new Map<CostProjectId, { readonly project: CostProject; readonly facts: CostFacts }>();
  failure: OutsideFailure | undefined;

  keep(project: CostProject, facts: CostFacts): void {
    this.kept.set(project.id, { project, facts });
  }

  port(): Costs {
    const answer = <Value>(value: Value): Value => {
      if (this.failure !== undefined) throw new OutsideError('tempo', this.failure, 'as the test wants it');
      return value;
    };
    return {
      projects: async () => answer([...this.kept.values()].map(({ project }) => project)),
      facts: async (id) => {
        const found = answer(this.kept.get(id));
        if (found === undefined) throw new OutsideError('tempo', 'missing', 'no such project');
        return found.facts;
      },
    };
  }
}
