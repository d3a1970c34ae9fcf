import * as z from 'zod/mini';
import type { JiraContext } from './access';
import { JiraRefusal, NotModelled } from './answers';

/**
 * Reads a JSON body of the given shape.
 * @throws JiraRefusal 415 without the JSON content type, 400 for text that is not JSON or not of the shape.
 */
export async function readBody<Shape extends z.ZodMiniType>(context: JiraContext, shape: Shape): Promise<z.output<Shape>> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\b/iu.test(type)) throw new JiraRefusal(415, ['Unsupported Media Type']);
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text());
  } catch {
    throw new JiraRefusal(400, ['There was an error parsing JSON. Check that your request body is valid.']);
  }
  const parsed = z.safeParse(shape, body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? 'body' : issue.path.join('.');
  throw new JiraRefusal(400, ['Invalid request payload. Refer to the REST API documentation and try again.'], { [field]: issue?.message ?? '' });
}

/**
 * Reads a whole number from the query.
 * @param most a greater value is cut to this, as Jira does with maxResults.
 */
export function wholeNumber(context: JiraContext, name: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number {
  const text = context.req.query(name);
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/u.test(text)) throw new JiraRefusal(400, [`The value '${text}' of '${name}' is not a whole number.`]);
  return Math.min(Number(text), most);
}

/** Refuses with 501 every query parameter that the route does not model, so that none is silently ignored. */
export function onlyQuery(context: JiraContext, ...known: readonly string[]): void {
  for (const name of Object.keys(context.req.query())) {
    if (!known.includes(name)) throw new NotModelled(`query parameter '${name}' of ${context.req.method} ${context.req.path}`);
  }
}

/** A list that came comma separated, or as the same parameter several times. */
export function listOf(context: JiraContext, name: string): string[] {
  return (context.req.queries(name) ?? []).flatMap((value) => value.split(',')).map((value) => value.trim()).filter((value) => value !== '');
}
