import { gateState } from '../domain/gate';
import { changesFor } from '../domain/project-summary';
import type { World } from '../ports/world';
import type { IssueCall } from './call';
import { aftermathOf } from './gate/aftermath';
import { circumstances } from './gate/circumstances';

/** Everything that the issue panel shows: one read of storage and no call to Jira, because it opens with every issue. */
export async function readPanel({ summaries, clock }: World, { projectId, issueId, accountId }: IssueCall) {
  const { summary, standings, company } = await summaries.forGate(projectId, [`issue:${issueId}`]);
  // A standing that was made in another project does not travel with a moved issue.
  const standing = standings.find((one) => one.projectId === projectId);
  const acknowledged = summary?.acknowledged[accountId] ?? null;
  const now = circumstances(summary, company, clock.now());
  return {
    guidelines: summary?.guidelines ?? null,
    acknowledged,
    changes: summary === undefined ? null : changesFor(summary, acknowledged),
    deals: summary?.deals ?? [],
    gate: {
      state: gateState(standing, now),
      review: standing?.review ?? null,
      decision: standing?.decision ?? null,
      aftermath: standing === undefined ? null : aftermathOf(standing, now),
    },
  };
}
