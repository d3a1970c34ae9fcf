import * as z from 'zod/mini';
import { findModule, type ForgeManifest, type ForgeModule } from './manifest';
import type { ManifestText, WorkflowRuleDefinition, WorkflowRuleKind } from './module-definitions';
import { InvocationFailure } from './worker/pool';

export interface WorkflowRuleAnswer {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** The workflow rules that the app offers Jira: none while it is not installed. */
export interface WorkflowRules {
  all(): readonly WorkflowRuleDefinition[];
  find(kind: WorkflowRuleKind, moduleKey: string): WorkflowRuleDefinition | undefined;
  /** @param locale 'pl-PL'. */
  text(value: ManifestText, locale: string): string;
}

const types = new Set(['jira:workflowValidator', 'jira:workflowCondition']);
const answerSchema = z.looseObject({ result: z.boolean(), errorMessage: z.optional(z.string()) });

/** @throws Error for a rule that is not decided by a function: an expression is evaluated by Jira, not by the app. */
export function findWorkflowRule(manifest: ForgeManifest, moduleKey: string): ForgeModule {
  const module = findModule(manifest, moduleKey);
  if (!types.has(module.type) || !module.functionKey) {
    throw new Error(`The workflow rule "${moduleKey}" has no function that could be run.`);
  }
  return module;
}

/** What a rule's function decided; a rule that fails, takes too long or gives no result refuses. */
export async function settleWorkflowRule(moduleKey: string, run: Promise<unknown>): Promise<WorkflowRuleAnswer> {
  try {
    const answer = answerSchema.safeParse(await run);
    if (!answer.success) return { result: false, errorMessage: `Rule ${moduleKey} gave no result.` };
    const { result, errorMessage } = answer.data;
    return { result, ...(errorMessage !== undefined && { errorMessage }) };
  } catch (error) {
    if (!(error instanceof InvocationFailure)) throw error;
    return { result: false, errorMessage: `Rule ${moduleKey} could not be checked: ${error.message}` };
  }
}
