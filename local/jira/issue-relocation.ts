import * as z from 'zod/mini';
import type { Database } from '../database';
import { transaction } from '../database';
import type { EventOutbox } from './event-outbox';
import { issueEvent } from './issue-event';
import type { FieldChange, IssueStore } from './issue-store';
import type { Issue, Principal, Project } from './model';
import type { WorkflowStore } from './workflow-store';

const numberRow = z.object({ lastIssueNumber: z.number(), initialStatusId: z.string() });

export interface Destination {
  readonly project: Project;
  readonly typeId: string;
  /** A status of the destination's workflow; undefined keeps the issue's own where that workflow has it, and else takes its first. */
  readonly statusId: string | undefined;
}

/**
 * Moving and deleting issues. As in Jira, a move asks no validator: it puts an issue into a status of the other workflow,
 * which is one way round a rule on a transition.
 */
export class IssueRelocation {
  constructor(
    private readonly database: Database,
    private readonly events: EventOutbox,
    private readonly issues: IssueStore,
    private readonly workflows: WorkflowStore,
  ) {}

  /** To another project the issue gets a new key, and its old one still finds it; versions of the old project stay behind. */
  move(issue: Issue, { project, typeId, statusId }: Destination, actor: Principal): void {
    this.issues.change(issue.id, actor, (before) => {
      const changes: FieldChange[] = [];
      const isElsewhere = before.projectId !== project.id;
      const { lastIssueNumber, initialStatusId } = z.parse(
        numberRow,
        this.database.prepare('SELECT p.lastIssueNumber, w.initialStatusId FROM project p JOIN workflow w ON w.id = p.workflowId WHERE p.id = ?').get(project.id),
      );
      if (isElsewhere) {
        const number = lastIssueNumber + 1;
        const key = `${project.key}-${number}`;
        this.database.prepare('INSERT OR REPLACE INTO moved_issue (key, issueId) VALUES (?, ?)').run(before.key, before.id);
        this.database.prepare('UPDATE issue SET projectId = ?, key = ?, number = ?, parentId = NULL WHERE id = ?').run(project.id, key, number, before.id);
        this.database.prepare('UPDATE project SET lastIssueNumber = ? WHERE id = ?').run(number, project.id);
        this.database.prepare('DELETE FROM issue_fix_version WHERE issueId = ?').run(before.id);
        changes.push({ field: 'project', from: before.projectId, fromText: before.projectId, to: project.id, toText: project.name });
        changes.push({ field: 'Key', from: null, fromText: before.key, to: null, toText: key });
      }
      if (before.typeId !== typeId) {
        this.database.prepare('UPDATE issue SET typeId = ? WHERE id = ?').run(typeId, before.id);
        changes.push({ field: 'issuetype', from: before.typeId, fromText: this.workflows.issueType(before.typeId)?.name.en ?? null, to: typeId, toText: this.workflows.issueType(typeId)?.name.en ?? null });
      }
      const status = statusId ?? (this.knows(project.workflowId, before.statusId) ? before.statusId : initialStatusId);
      if (status !== before.statusId) {
        this.database.prepare('UPDATE issue SET statusId = ? WHERE id = ?').run(status, before.id);
        changes.push({ field: 'status', from: before.statusId, fromText: this.workflows.status(before.statusId).name.en, to: status, toText: this.workflows.status(status).name.en });
      }
      return changes;
    });
  }

  /** For good, with its comments, links, history and properties. Its children go with it. */
  delete(issue: Issue, actor: Principal): void {
    transaction(this.database, () => {
      this.events.record('avi:jira:deleted:issue', issueEvent('avi:jira:deleted:issue', issue, this.workflows, actor, []));
      this.database.prepare("DELETE FROM entity_property WHERE entityType = 'issue' AND entityId = ?").run(issue.id);
      this.database.prepare('DELETE FROM issue WHERE id = ?').run(issue.id);
    });
    void this.events.deliver();
  }

  /** Whether the workflow has the status. */
  knows(workflowId: string, statusId: string): boolean {
    const workflow = this.workflows.find(workflowId);
    return workflow !== undefined && (workflow.initialStatusId === statusId || workflow.transitions.some(({ from, to }) => to === statusId || from.includes(statusId)));
  }
}
