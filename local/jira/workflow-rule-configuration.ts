import * as z from 'zod/mini';
import { ExpressionNotModelled } from '../forge/expressions/errors';
import { parseExpression } from '../forge/expressions/parse';
import { limits } from '../forge/limits';
import type { WorkflowRuleDefinition } from '../forge/module-definitions';

export type RuleConfiguration = Readonly<Record<string, unknown>>;

export type ReadConfiguration =
  | { readonly ok: true; readonly configuration: RuleConfiguration }
  | { readonly ok: false; readonly reason: 'tooLarge' | 'notJson' | 'notModelled' };

const configurationShape = z.record(z.string(), z.unknown());

/**
 * Reads what the callback of `workflowRules.onConfigure` gave: JSON as text, of 32 KB at most in the new workflow editor
 * ("Jira workflow validator" of Forge). JSON that is no object, and an expression beyond the part that is modelled, cannot be evaluated here.
 */
export function readRuleConfiguration(text: string, { decidedBy }: WorkflowRuleDefinition): ReadConfiguration {
  if (Buffer.byteLength(text) > limits.ruleConfigurationBytes) return { ok: false, reason: 'tooLarge' };
  const json = parseJson(text);
  if (json === undefined) return { ok: false, reason: 'notJson' };
  const parsed = configurationShape.safeParse(json.value);
  if (!parsed.success) return { ok: false, reason: 'notModelled' };
  const own = parsed.data['expression'];
  if ('expression' in decidedBy && typeof own === 'string' && !isModelled(own)) return { ok: false, reason: 'notModelled' };
  return { ok: true, configuration: parsed.data };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** A malformed expression may be saved; it fails when it is evaluated. */
function isModelled(source: string): boolean {
  try {
    parseExpression(source);
    return true;
  } catch (error) {
    return !(error instanceof ExpressionNotModelled);
  }
}
