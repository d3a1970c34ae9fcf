import type { HonoRequest } from 'hono';
import { BodyFields } from './body-fields';

const INTEGER = /^-?\d{1,15}$/;

/** Which query parameters are lists (the name is repeated) and which hold numbers. */
interface QueryShape {
  readonly lists?: readonly string[];
  readonly integers?: readonly string[];
}

/** Reads the query of a request with the same checks as a body. */
export function readQuery(request: HonoRequest, shape: QueryShape = {}): BodyFields {
  const fields: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(request.queries())) {
    const typed = values.map((value) => (shape.integers?.includes(name) && INTEGER.test(value) ? Number(value) : value));
    fields[name] = shape.lists?.includes(name) ? typed : typed[0];
  }
  return new BodyFields(fields);
}
