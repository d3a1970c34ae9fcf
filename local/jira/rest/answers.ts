import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal in the shape of Jira's ErrorCollection; throw it anywhere below a route. */
export class JiraRefusal extends HTTPException {
  constructor(
    status: ContentfulStatusCode,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(status, { message: errorMessages[0] ?? Object.values(errors)[0] ?? '' });
  }
}

export function issueNotFound(): JiraRefusal {
  return new JiraRefusal(404, ['Issue does not exist or you do not have permission to see it.']);
}

/** @param idOrKey as it was asked for; Jira words the two forms differently. */
export function projectNotFound(idOrKey: string): JiraRefusal {
  const form = /^\d+$/u.test(idOrKey) ? 'id' : 'key';
  return new JiraRefusal(404, [`No project could be found with ${form} '${idOrKey}'.`]);
}

/** For a request that Jira knows and the stand-in does not: it says what is missing rather than guess. */
export class NotModelled extends HTTPException {
  constructor(readonly missing: string) {
    super(501, { message: missing });
  }
}

/** Turns whatever a route throws into the answer Jira would give; an unknown error becomes a 500 without internals. */
export function answerError(error: Error, context: Context): Response {
  if (error instanceof JiraRefusal) {
    return context.json({ errorMessages: error.errorMessages, errors: error.errors }, { status: error.status });
  }
  if (error instanceof NotModelled) return context.json({ notModelled: error.missing }, 501);
  if (error instanceof HTTPException) return error.getResponse();
  console.error(`jira: ${context.req.method} ${context.req.path}: ${error.stack ?? error.message}`);
  return context.json({ errorMessages: ['Internal server error'], errors: {} }, 500);
}
