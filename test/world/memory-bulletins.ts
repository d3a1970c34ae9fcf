import type { IssueId, ProjectId } from '../../src/domain/ids';
import type { ProjectStates } from '../../src/domain/project-states';
import { OutsideError } from '../../src/ports/errors';
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

  /** Issues on which the app may not comment. */
  readonly closed = new Set<IssueId>();
  /** Issues on which Jira fails to take a comment. */
  readonly refused = new Set<IssueId>();

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
      comment: async (issueId, comment) => {
        if (this.refused.has(issueId)) throw new OutsideError('jira', 'unavailable', 'The comment was not taken');
        if (this.closed.has(issueId)) return false;
        this.comments.push({ issueId, ...comment });
        return true;
      },
    };
  }
}
