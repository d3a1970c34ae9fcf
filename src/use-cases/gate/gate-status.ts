import { gateState, type GateState } from '../../domain/gate';
import type { IssueId, ProjectId } from '../../domain/ids';
import type { Language } from '../../domain/person';
import type { World } from '../../ports/world';
import { circumstances } from './circumstances';

/** The state of an issue's gate, and the language to say it in: one read of storage. */
export async function gateStatus({ summaries, clock }: World, projectId: ProjectId, issueId: IssueId): Promise<{ readonly state: GateState; readonly language: Language }> {
  const { summary, standings, company } = await summaries.forGate(projectId, [`issue:${issueId}`]);
  const standing = standings.find((one) => one.projectId === projectId);
  return { state: gateState(standing, circumstances(summary, company, clock.now())), language: company.language };
}
