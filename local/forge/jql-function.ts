import * as z from 'zod/mini';
import type { EntityPropertyDefinition, JqlFunctionDefinition } from './module-definitions';
import { InvocationFailure } from './worker/pool';

/** What a JQL function is given (developer.atlassian.com/cloud/jira/platform/jql-functions, "Function evaluation"). */
export interface JqlFunctionPayload {
  /** The id under which Jira will keep the answer. */
  readonly precomputationId: string;
  readonly clause: {
    readonly field: string;
    /** Of the field. */
    readonly type: readonly string[];
    readonly operator: string;
    readonly functionName: string;
    readonly arguments: readonly string[];
  };
}

export type JqlFunctionAnswer =
  | { readonly kind: 'jql'; readonly jql: string }
  /** `isKept` when Jira is to answer the same from now on without asking. */
  | { readonly kind: 'error'; readonly message: string; readonly isKept: boolean }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the app brings to Jira's search: nothing while it is not installed. */
export interface SearchModules {
  functions(): readonly JqlFunctionDefinition[];
  properties(): readonly EntityPropertyDefinition[];
  run(moduleKey: string, payload: JqlFunctionPayload): Promise<JqlFunctionAnswer>;
}

const answerSchema = z.union([
  z.looseObject({ error: z.string(), storeErrorAsPrecomputation: z.optional(z.boolean()) }),
  z.looseObject({ jql: z.string() }),
]);

/** What a function answered; one that fails, takes too long or answers of another shape has failed. */
export async function settleJqlFunction(run: Promise<unknown>): Promise<JqlFunctionAnswer> {
  try {
    const answer = answerSchema.safeParse(await run);
    if (!answer.success) return { kind: 'failed', reason: 'it returned neither jql nor error' };
    if ('error' in answer.data && typeof answer.data.error === 'string') {
      return { kind: 'error', message: answer.data.error, isKept: answer.data['storeErrorAsPrecomputation'] === true };
    }
    return { kind: 'jql', jql: String(answer.data['jql']) };
  } catch (error) {
    if (!(error instanceof InvocationFailure)) throw error;
    return { kind: 'failed', reason: error.message };
  }
}
