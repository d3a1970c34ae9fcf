import { dayAt } from '../domain/calendar';
import { gateState } from '../domain/gate';
import { changesFor } from '../domain/project-summary';
import type { World } from '../ports/world';
import type { IssueCall } from './call';

/** Everything that the issue panel shows: one read of storage and no call to Jira, because it opens with every issue. */
export async function readPanel({ summaries, clock }: World, { projectId, issueId, accountId }: IssueCall) {
  const { summary, standing: found, company } = await summaries.forPanel(projectId, issueId);
  // A standing that was made in another project does not travel with a moved issue.
  const standing = found?.projectId === projectId ? found : undefined;
  const acknowledged = summary?.acknowledged[accountId] ?? null;
  const now = { guidelinesVersion: summary?.guidelines?.version ?? null, today: dayAt(clock.now(), company.timeZone) };
  return {
    guidelines: summary?.guidelines ?? null,
    acknowledged,
    changes: summary === undefined ? null : changesFor(summary, acknowledged),
    deals: summary?.deals ?? [],
    gate: {
      state: gateState(standing, now),
      review: standing?.review ?? null,
      decision: standing?.decision ?? null,
    },
  };
}
