import * as z from 'zod/mini';
import { isAccountId, isIssueId, isProjectId, isVersionId, type AccountId, type IssueId, type ProjectId, type VersionId } from '../../domain/ids';
import { isPlainDate, type PlainDate } from '../../domain/plain-date';
import { whenFirstUsed } from '../../domain/when-first-used';

/** What Jira answers (Jira Cloud platform REST API v3), as far as it is read. */

const of = <Type extends string>(is: (text: string) => text is Type): (() => z.ZodMiniType<Type>) =>
  whenFirstUsed(() => z.custom<Type>((value) => typeof value === 'string' && is(value)));

export const accountId = of<AccountId>(isAccountId);
export const issueId = of<IssueId>(isIssueId);
export const projectId = of<ProjectId>(isProjectId);
export const versionId = of<VersionId>(isVersionId);
export const day = of<PlainDate>(isPlainDate);

const status = whenFirstUsed(() => z.object({ id: z.optional(z.string()), name: z.string(), statusCategory: z.object({ key: z.string() }) }));
const priority = whenFirstUsed(() => z.nullish(z.object({ id: z.string(), name: z.string() })));

export const linkedIssue = whenFirstUsed(() => z.object({ id: issueId(), key: z.string(), fields: z.object({ summary: z.string(), status: status() }) }));
export type LinkedIssue = z.infer<ReturnType<typeof linkedIssue>>;

/** A link has the one of the two that is at its other end. */
export const issueLink = whenFirstUsed(() => z.object({ type: z.object({ name: z.string() }), inwardIssue: z.optional(linkedIssue()), outwardIssue: z.optional(linkedIssue()) }));
export type IssueLink = z.infer<ReturnType<typeof issueLink>>;

export const issue = whenFirstUsed(() => z.object({ id: issueId(), key: z.string(), fields: z.object({ summary: z.string(), project: z.object({ id: projectId() }) }) }));

export const issueInTransition = whenFirstUsed(() => z.object({
  id: issueId(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    project: z.object({ id: projectId() }),
    status: status(),
    priority: priority(),
    fixVersions: z.array(z.object({ id: versionId() })),
    issuelinks: z.array(issueLink()),
  }),
}));
export type FoundIssue = z.infer<ReturnType<typeof issueInTransition>>;

export const issueWithLinks = whenFirstUsed(() => z.object({ id: issueId(), key: z.string(), fields: z.object({ status: status(), duedate: z.nullish(day()), issuelinks: z.array(issueLink()) }) }));

const item = whenFirstUsed(() => z.object({ id: issueId(), key: z.string(), fields: z.object({ summary: z.string(), status: status(), priority: priority() }) }));
export type FoundItem = z.infer<ReturnType<typeof item>>;
export const itemPage = whenFirstUsed(() => z.object({ issues: z.array(item()), nextPageToken: z.nullish(z.string()) }));

export const version = whenFirstUsed(() => z.object({
  id: versionId(),
  name: z.string(),
  projectId: z.pipe(z.union([z.string(), z.int()]), z.transform(String)),
  releaseDate: z.optional(day()),
  released: z.boolean(),
  archived: z.boolean(),
}));
export type FoundVersion = z.infer<ReturnType<typeof version>>;
export const versions = whenFirstUsed(() => z.array(version()));
