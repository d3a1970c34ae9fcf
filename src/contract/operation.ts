import type * as z from 'zod/mini';

/**
 * Who may call an operation. The project and the issue always come from Forge's verified context.
 * - `viewContext`: whoever Jira shows the module to; it costs no call to Jira.
 * - `browseProject`: may browse the project of the context.
 * - `setGuidelines`, `decideGate`: hold that permission of the app's own in the project of the context.
 * - `administer`: is a Jira administrator.
 */
export type Policy = 'viewContext' | 'browseProject' | 'setGuidelines' | 'decideGate' | 'administer';

/** Where an operation can be called from: what the verified context must hold. */
export type Place = 'issue' | 'project' | 'site';

export interface Operation<Name extends string, At extends Place, Request, Answer> {
  readonly name: Name;
  readonly policy: Policy;
  readonly place: At;
  readonly request: z.ZodMiniType<Request>;
  readonly answer: z.ZodMiniType<Answer>;
}

/** Declares an operation once for both ends; without a policy and a place it does not compile. */
export const operation = <const Name extends string, const At extends Place, Request, Answer>(
  declared: Operation<Name, At, Request, Answer>,
): Operation<Name, At, Request, Answer> => declared;
