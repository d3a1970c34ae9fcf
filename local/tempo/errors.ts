import type { Settings } from './model';

/** A request that Tempo answers with an error in JSON. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    readonly messages: readonly string[],
  ) {
    super(messages.join(' '));
    this.name = 'RefusedRequest';
  }
}

/** Something that Tempo can do and this stand-in does not model. */
export class NotModelled extends Error {
  constructor(readonly missing: string) {
    super(`The Tempo stand-in does not model ${missing}.`);
    this.name = 'NotModelled';
  }
}

/** A valid token whose scopes or owner do not reach this far. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

export function notFound(what: string): RefusedRequest {
  return new RefusedRequest(404, [`${what} not found`]);
}

/** The body of an error in the form that is switched on. */
export function errorBody(messages: readonly string[], form: Settings['errorForm']): object {
  return form === 'array' ? { errors: messages.map((message) => ({ message })) } : { errors: { message: messages.join(' ') } };
}

/** The page that 401 and 403 carry instead of JSON. */
export function errorPage(status: number, text: string): string {
  return `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>${text}</p></body></html>`;
}
