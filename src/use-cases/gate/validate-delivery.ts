import { dayAt } from '../../domain/calendar';
import { passage, type Requirement } from '../../domain/gate';
import type { Language } from '../../domain/person';
import { describeRefusal } from '../../domain/wording';
import type { World } from '../../ports/world';

export type Validation = { readonly allowed: true } | { readonly allowed: false; readonly message: string };

/** Whether Jira may let the transition happen: one read of storage, and one of Jira for the issue's id. Whatever cannot be read stays closed. */
export async function validateDelivery({ summaries, tracker, clock, log, ids }: World, issueKey: string, requirement: Requirement): Promise<Validation> {
  try {
    const issue = await tracker.issueByKey(issueKey);
    if (issue === undefined) return { allowed: false, message: unreadable() };
    const { projectId } = issue;
    const { summary, standing, company } = await summaries.forPanel(projectId, issue.id);
    // A standing that was made in another project does not travel with a moved issue.
    const here = standing?.projectId === projectId ? standing : undefined;
    const now = { guidelinesVersion: summary?.guidelines?.version ?? null, today: dayAt(clock.now(), company.timeZone) };
    const result = passage(here, now, requirement);
    if (result.allowed) return result;
    const helper = summary?.guidelines?.publishedBy.name ?? here?.decision?.decidedBy.name;
    const reason = result.refusal === 'noGo' ? (here?.decision?.reason ?? null) : null;
    return { allowed: false, message: describeRefusal(result.refusal, reason, helper === undefined ? [] : [helper], company.language) };
  } catch (error) {
    log.error('gate.unreadable', ids.next(), error);
    return { allowed: false, message: unreadable() };
  }
}

/** Without storage the company's language is unknown too, so both are said. */
export const unreadable = (): string => (['pl', 'en'] satisfies Language[]).map((language) => describeRefusal('unreadable', null, [], language)).join(' / ');
