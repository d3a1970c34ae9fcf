import type { IssueId } from '../../src/domain/ids';
import type { Bulletins, Comment, GateProperty } from '../../src/ports/bulletins';

/** What the app told in Jira by itself. */
export class MemoryBulletins {
  readonly properties = new Map<IssueId, GateProperty>();
  readonly comments: (Comment & { readonly issueId: IssueId })[] = [];

  port(): Bulletins {
    return {
      setGateProperty: async (id, property) => {
        if (property === undefined) this.properties.delete(id);
        else this.properties.set(id, property);
      },
      comment: async (issueId, comment) => void this.comments.push({ issueId, ...comment }),
    };
  }
}
