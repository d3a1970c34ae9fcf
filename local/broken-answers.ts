import { once } from 'node:events';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

type Outgoing = HttpBindings['outgoing'];

/** What a middleware knows of the connection when a Node server runs it. */
export interface NodeEnvironment {
  readonly Bindings: HttpBindings;
}

/** Lets the caller wait until it gives up. */
export async function neverAnswer(outgoing: Outgoing): Promise<Response> {
  if (!outgoing.destroyed) await once(outgoing, 'close');
  return RESPONSE_ALREADY_SENT;
}

/** Ends the connection without another byte. */
export function dropConnection(outgoing: Outgoing): Response {
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Sends the head of a finished answer and half of its body, then ends the connection. */
export async function sendHalf(outgoing: Outgoing, answer: Response): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer());
  outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': String(Math.max(2, body.length)) });
  await new Promise<void>((sent) => outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => sent()));
  return dropConnection(outgoing);
}
