import type { IssueId, ProjectId } from '../../src/domain/ids';
import type { ProjectStates } from '../../src/domain/project-states';
import type { Bulletins, Comment, GateProperty } from '../../src/ports/bulletins';

/** What the app told in Jira by itself. */
export class MemoryBulletins {
  readonly properties = new Map<IssueId, GateProperty>();
  /** What filters know of each project. */
  readonly states = new Map<ProjectId, ProjectStates>();
  /** How often Jira was told of a project's states. */
  told = 0;
  /** Waited for before Jira takes what it is told; a test may have it fail. */
  beforeStates: () => Promise<void> = async () => undefined;
  readonly comments: (Comment & { readonly issueId: IssueId })[] = [];

  port(): Bulletins {
    return {
      setGateProperty: async (id, property) => {
        if (property === undefined) this.properties.delete(id);
        else this.properties.set(id, property);
      },
      setProjectStates: async (id, states) => {
        this.told += 1;
        await this.beforeStates();
        if (states === undefined) this.states.delete(id);
        else this.states.set(id, states);
      },
      comment: async (issueId, comment) => void this.comments.push({ issueId, ...comment }),
    };
  }
}
