import * as z from 'zod/mini';
import type { Place } from '../contract/operation';
import { accountId, issueId, projectId } from '../contract/values';
import { whenFirstUsed } from '../domain/when-first-used';
import type { IssueCall, ProjectCall, SiteCall } from '../use-cases/call';

/** What a resolver is told by Forge, signed and out of a screen's reach (Forge documentation, "Custom UI resolver", `context`). */
const site = whenFirstUsed(() => z.object({ accountId: accountId() }));
const project = whenFirstUsed(() => z.object({ accountId: accountId(), extension: z.object({ project: z.object({ id: projectId() }) }) }));
const issue = whenFirstUsed(() => z.object({ accountId: accountId(), extension: z.object({ project: z.object({ id: projectId() }), issue: z.object({ id: issueId() }) }) }));

export interface Calls {
  readonly site: SiteCall;
  readonly project: ProjectCall;
  readonly issue: IssueCall;
}

/** Reads who calls and from where, or undefined when the operation cannot be called from there. */
export function readCall<At extends Place>(place: At, context: unknown): Calls[At] | undefined {
  return readers[place](context);
}

const readers: { readonly [At in Place]: (context: unknown) => Calls[At] | undefined } = {
  site: (context) => {
    const parsed = site().safeParse(context);
    return parsed.success ? { accountId: parsed.data.accountId } : undefined;
  },
  project: (context) => {
    const parsed = project().safeParse(context);
    return parsed.success ? { accountId: parsed.data.accountId, projectId: parsed.data.extension.project.id } : undefined;
  },
  issue: (context) => {
    const parsed = issue().safeParse(context);
    if (!parsed.success) return undefined;
    const { extension } = parsed.data;
    return { accountId: parsed.data.accountId, projectId: extension.project.id, issueId: extension.issue.id };
  },
};
