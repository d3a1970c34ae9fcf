import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { WorkflowRuleKind } from '../forge/module-definitions';
import { transaction, type Database } from '../database';
import { jsonColumn } from './rows';

/** A rule of an app on a transition, with what its configuration screen saved. */
export interface WorkflowRule {
  readonly id: string;
  readonly kind: WorkflowRuleKind;
  readonly transitionId: string;
  readonly moduleKey: string;
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** Validators that were seeded have no id of their own until one of the transition's rules is changed. */
const storedValidators = jsonColumn(z.array(z.object({ id: z.optional(z.string()), moduleKey: z.string(), configuration: z.record(z.string(), z.unknown()) })));
const validatorRow = z.object({ id: z.string(), validators: storedValidators });
const conditionRow = z.object({ id: z.string(), transitionId: z.string(), moduleKey: z.string(), configuration: jsonColumn(z.record(z.string(), z.unknown())) });

/** The rules of workflows. Validators lie with their transition, conditions in a table of their own. */
export class WorkflowRuleStore {
  constructor(private readonly database: Database) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS workflow_condition (
        position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        workflowId TEXT NOT NULL REFERENCES workflow(id), transitionId TEXT NOT NULL,
        moduleKey TEXT NOT NULL, configuration TEXT NOT NULL);
    `);
  }

  /** All rules of a workflow: of each transition its conditions, then its validators, in the order in which they are asked. */
  of(workflowId: string): WorkflowRule[] {
    const rows = this.database.prepare('SELECT id, validators FROM workflow_transition WHERE workflowId = ? ORDER BY position').all(workflowId);
    const validators = rows.flatMap((row) => {
      const { id: transitionId, validators: stored } = z.parse(validatorRow, row);
      return stored.map((rule, at): WorkflowRule => ({ ...rule, id: rule.id ?? `${transitionId}-${at}`, kind: 'validator', transitionId }));
    });
    return [...this.conditions(workflowId), ...validators];
  }

  conditions(workflowId: string): WorkflowRule[] {
    return this.database
      .prepare('SELECT id, transitionId, moduleKey, configuration FROM workflow_condition WHERE workflowId = ? ORDER BY position')
      .all(workflowId)
      .map((row) => ({ ...z.parse(conditionRow, row), kind: 'condition' }));
  }

  /** @returns the new rule's id. */
  add(workflowId: string, rule: Omit<WorkflowRule, 'id'>): string {
    const id = randomUUID();
    if (rule.kind === 'condition') {
      this.database
        .prepare('INSERT INTO workflow_condition (id, workflowId, transitionId, moduleKey, configuration) VALUES (?, ?, ?, ?, ?)')
        .run(id, workflowId, rule.transitionId, rule.moduleKey, JSON.stringify(rule.configuration));
    } else {
      this.change(workflowId, rule.transitionId, (validators) => [...validators, { ...rule, id }]);
    }
    return id;
  }

  configure(workflowId: string, { id, kind, transitionId }: WorkflowRule, configuration: WorkflowRule['configuration']): void {
    if (kind === 'condition') {
      this.database.prepare('UPDATE workflow_condition SET configuration = ? WHERE workflowId = ? AND id = ?').run(JSON.stringify(configuration), workflowId, id);
    } else {
      this.change(workflowId, transitionId, (validators) => validators.map((each) => (each.id === id ? { ...each, configuration } : each)));
    }
  }

  remove(workflowId: string, { id, kind, transitionId }: WorkflowRule): void {
    if (kind === 'condition') {
      this.database.prepare('DELETE FROM workflow_condition WHERE workflowId = ? AND id = ?').run(workflowId, id);
    } else {
      this.change(workflowId, transitionId, (validators) => validators.filter((each) => each.id !== id));
    }
  }

  private change(workflowId: string, transitionId: string, to: (validators: WorkflowRule[]) => WorkflowRule[]): void {
    transaction(this.database, () => {
      const before = this.of(workflowId).filter((rule) => rule.kind === 'validator' && rule.transitionId === transitionId);
      const after = to(before).map(({ id, moduleKey, configuration }) => ({ id, moduleKey, configuration }));
      this.database.prepare('UPDATE workflow_transition SET validators = ? WHERE workflowId = ? AND id = ?').run(JSON.stringify(after), workflowId, transitionId);
    });
  }
}
