import type * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';

/**
 * Who may call an operation. The project and the issue always come from Forge's verified context.
 * - `viewContext`: whoever Jira shows the module to; it costs no call to Jira.
 * - `browseProject`: may browse the project of the context.
 * - `setGuidelines`, `decideGate`: hold that permission of the app's own in the project of the context.
 * - `seeMargin`: may see costs and margin: holds that permission, sets guidelines in the project, or sees the portfolio.
 * - `ownProjects`: whoever is signed in; the answer holds only what they may see in each project, which may be nothing.
 * - `seePortfolio`: sees the portfolio of the whole company.
 * - `administer`: is a Jira administrator.
 */
export type Policy = 'viewContext' | 'browseProject' | 'setGuidelines' | 'decideGate' | 'seeMargin' | 'ownProjects' | 'seePortfolio' | 'administer';

/** Where an operation can be called from: what the verified context must hold. */
export type Place = 'issue' | 'project' | 'site';

export interface Operation<Name extends string, At extends Place, Request, Answer> {
  readonly name: Name;
  readonly policy: Policy;
  readonly place: At;
  readonly request: z.ZodMiniType<Request>;
  readonly answer: z.ZodMiniType<Answer>;
}

type Declared<Name extends string, At extends Place, Request, Answer> = Omit<Operation<Name, At, Request, Answer>, 'request' | 'answer'> & {
  readonly request: () => z.ZodMiniType<Request>;
  readonly answer: () => z.ZodMiniType<Answer>;
};

/**
 * Declares an operation once for both ends; without a policy and a place it does not compile.
 * Its schemas are made when they are first used: an invocation needs one operation's.
 */
export function operation<const Name extends string, const At extends Place, Request, Answer>(
  declared: Declared<Name, At, Request, Answer>,
): Operation<Name, At, Request, Answer> {
  const request = whenFirstUsed(declared.request);
  const answer = whenFirstUsed(declared.answer);
  return {
    ...declared,
    get request() {
      return request();
    },
    get answer() {
      return answer();
    },
  };
}
