import type { DeliverableId } from '../../domain/deliverable';
import { issuePassage, type Requirement } from '../../domain/gate';
import type { Language } from '../../domain/person';
import { describeRefusal } from '../../domain/wording';
import type { World } from '../../ports/world';
import { circumstances } from './circumstances';

export type Validation = { readonly allowed: true } | { readonly allowed: false; readonly message: string };

/** With more versions than these, an issue of so many is not looked up for the rest: its own review opens the gate. */
const mostVersions = 19;

/** Whether Jira may let the transition happen: one read of storage, and one of Jira for the issue. Whatever cannot be read stays closed. */
export async function validateDelivery({ summaries, tracker, clock, log, ids }: World, issueKey: string, requirement: Requirement): Promise<Validation> {
  try {
    const issue = await tracker.issueByKey(issueKey);
    if (issue === undefined) return { allowed: false, message: unreadable() };
    const { projectId, id: issueId, blockers } = issue;
    const versionIds = issue.versionIds.slice(0, mostVersions).map((id): DeliverableId => `version:${id}`);
    const { summary, standings, company } = await summaries.forGate(projectId, [`issue:${issueId}`, ...versionIds]);
    // A standing that was made in another project does not travel with a moved issue.
    const here = standings.filter((one) => one.projectId === projectId);
    const own = here.find(({ deliverable }) => deliverable.kind === 'issue');
    const versions = here.filter(({ deliverable }) => deliverable.kind === 'version');
    const { passage, by } = issuePassage({ issueId, blockers, own, versions }, circumstances(summary, company, clock.now()), requirement);
    if (passage.allowed) return passage;
    const helper = summary?.guidelines?.publishedBy.name ?? by?.decision?.decidedBy.name;
    const reason = passage.refusal === 'noGo' ? (by?.decision?.reason ?? null) : null;
    return { allowed: false, message: describeRefusal(passage.refusal, reason, helper === undefined ? [] : [helper], company.language) };
  } catch (error) {
    log.error('gate.unreadable', ids.next(), error);
    return { allowed: false, message: unreadable() };
  }
}

/** Without storage the company's language is unknown too, so both are said. */
export const unreadable = (): string => (['pl', 'en'] satisfies Language[]).map((language) => describeRefusal('unreadable', null, [], language)).join(' / ');
