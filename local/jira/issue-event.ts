import type { FieldChange } from './issue-store';
import { accountOf, type Issue, type Principal } from './model';
import type { WorkflowStore } from './workflow-store';

/**
 * The payload of an issue event (Forge documentation, Jira events, "Issue events").
 * @param name such as `avi:jira:updated:issue`.
 */
export function issueEvent(
  name: string,
  issue: Issue,
  workflows: WorkflowStore,
  actor: Principal,
  changes: readonly FieldChange[],
): Record<string, unknown> {
  const status = workflows.status(issue.statusId);
  const type = workflows.issueType(issue.typeId);
  const items = changes.map(({ field, from, fromText, to, toText }) => ({ field, from, fromString: fromText, to, toString: toText }));
  return {
    eventType: name,
    issue: {
      id: issue.id,
      key: issue.key,
      fields: {
        summary: issue.summary,
        issuetype: { id: issue.typeId, name: type?.name.en, subtask: type?.subtask },
        project: { id: issue.projectId, key: issue.key.slice(0, issue.key.lastIndexOf('-')) },
        reporter: { accountId: issue.reporter },
        assignee: issue.assignee === null ? null : { accountId: issue.assignee },
        created: issue.created,
        updated: issue.updated,
        status: { id: status.id, name: status.name.en, statusCategory: { key: status.category } },
      },
    },
    ...(actor.kind === 'app' ? {} : { atlassianId: accountOf(actor), associatedUsers: [{ accountId: accountOf(actor) }] }),
    ...(items.length > 0 ? { changelog: { items } } : {}),
  };
}
