import * as z from 'zod/mini';
import type { Database } from '../database';
import type { IssueType, Status, Transition, ValidatorRule, Workflow } from './model';
import { jsonColumn, withName } from './rows';
import { WorkflowRuleStore } from './workflow-rule-store';

const statusRow = z.object({ id: z.string(), namePl: z.string(), nameEn: z.string(), category: z.enum(['new', 'indeterminate', 'done']) });
const issueTypeRow = z.object({ id: z.string(), namePl: z.string(), nameEn: z.string(), hierarchyLevel: z.literal([-1, 0, 1]) });
const workflowRow = z.object({ id: z.string(), name: z.string(), initialStatusId: z.string() });
const transitionRow = z.object({
  id: z.string(),
  namePl: z.string(),
  nameEn: z.string(),
  fromStatusIds: jsonColumn(z.array(z.string())),
  toStatusId: z.string(),
  validators: jsonColumn(z.array(z.object({ id: z.optional(z.string()), moduleKey: z.string(), configuration: z.record(z.string(), z.unknown()) }))),
});

/** Statuses, issue types and the workflows that join them. */
export class WorkflowStore {
  /** The apps' rules on transitions, one by one. */
  readonly rules: WorkflowRuleStore;

  constructor(private readonly database: Database) {
    this.rules = new WorkflowRuleStore(database);
  }

  statuses(): Status[] {
    return this.database.prepare('SELECT * FROM status ORDER BY CAST(id AS INTEGER)').all().map((row) => withName(z.parse(statusRow, row)));
  }

  /** @throws Error when there is no such status; every stored issue has one. */
  status(id: string): Status {
    const row = this.database.prepare('SELECT * FROM status WHERE id = ?').get(id);
    if (row === undefined) throw new Error(`No status ${id}`);
    return withName(z.parse(statusRow, row));
  }

  issueTypes(): IssueType[] {
    return this.database.prepare('SELECT * FROM issue_type ORDER BY hierarchyLevel DESC, CAST(id AS INTEGER)').all().map((row) => {
      const type = withName(z.parse(issueTypeRow, row));
      return { ...type, subtask: type.hierarchyLevel === -1 };
    });
  }

  issueType(id: string): IssueType | undefined {
    return this.issueTypes().find((type) => type.id === id);
  }

  all(): Workflow[] {
    return this.database.prepare('SELECT * FROM workflow ORDER BY name').all().map((row) => {
      const workflow = z.parse(workflowRow, row);
      return { ...workflow, transitions: this.transitions(workflow.id) };
    });
  }

  find(id: string): Workflow | undefined {
    return this.all().find((workflow) => workflow.id === id);
  }

  /** The transitions that lead out of a status, in the workflow's order. */
  transitionsFrom(workflowId: string, statusId: string): Transition[] {
    return this.transitions(workflowId).filter(({ from }) => from.length === 0 || from.includes(statusId));
  }

  /** Puts the transition's validators in place of those it had: how an administrator attaches or removes the gate. */
  setValidators(workflowId: string, transitionId: string, validators: readonly ValidatorRule[]): void {
    this.database
      .prepare('UPDATE workflow_transition SET validators = ? WHERE workflowId = ? AND id = ?')
      .run(JSON.stringify(validators), workflowId, transitionId);
  }

  private transitions(workflowId: string): Transition[] {
    return this.database.prepare('SELECT * FROM workflow_transition WHERE workflowId = ? ORDER BY position').all(workflowId).map((row) => {
      const { fromStatusIds, toStatusId, ...transition } = withName(z.parse(transitionRow, row));
      return { ...transition, from: fromStatusIds, to: toStatusId };
    });
  }
}
