import { issueId } from '../../src/domain/fixture/values';
import type { Block } from '../../src/domain/kickoff-text';
import { OutsideError, type OutsideFailure } from '../../src/ports/errors';
import type { KickoffIssue, KickoffIssues } from '../../src/ports/kickoff-issues';

/** Kick-offs in Jira: what was created, and how Jira fails. */
export class MemoryKickoffs {
  readonly created: { readonly projectId: string; readonly token: string; readonly summary: string; readonly body: readonly Block[]; readonly issue: KickoffIssue }[] = [];
  /** What the next creations come to: refused, or carried out and then not answered. */
  readonly faults: (OutsideFailure | 'lost')[] = [];
  /** Whether a search finds what was created. */
  isIndexed = true;

  port(): KickoffIssues {
    return {
      create: async (wanted) => {
        const fault = this.faults.shift();
        if (fault !== undefined && fault !== 'lost') throw new OutsideError('jira', fault, 'as the test wants it');
        const number = 40_001 + this.created.length;
        const issue = { issueId: issueId(String(number)), issueKey: `ALFA-${number}` };
        this.created.push({ ...wanted, issue });
        if (fault === 'lost') throw new OutsideError('jira', 'unavailable', 'the answer was lost');
        return issue;
      },
      find: async (projectId, token) => (this.isIndexed ? this.created.find((one) => one.projectId === projectId && one.token === token)?.issue : undefined),
    };
  }
}
