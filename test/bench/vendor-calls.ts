import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import * as z from 'zod/mini';
import type { Site } from '../../local/site';

/** One request that the app sent to a vendor, as the network saw it. */
export interface VendorCall {
  readonly system: 'salesforce' | 'tempo';
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  /** By `performance.now()`. */
  readonly endedAt: number;
  /** From the request's first byte to the answer's last. */
  readonly milliseconds: number;
}

const request = z.object({ request: z.looseObject({ origin: z.string(), method: z.string(), path: z.string() }) });
const withStatus = z.object({ request: z.looseObject({}), response: z.object({ statusCode: z.number() }) });

const channels = { sent: 'undici:client:sendHeaders', headed: 'undici:request:headers', ended: 'undici:request:trailers' } as const;

/** Notes every answered request to the two vendors' stand-ins, by what Node itself tells of its requests; nothing in the app or the site knows. */
export class VendorCalls {
  private readonly found: VendorCall[] = [];
  private readonly systems: ReadonlyMap<string, VendorCall['system']>;
  private readonly underWay = new WeakMap<object, { sentAt: number; status: number }>();

  constructor({ urls }: Site) {
    this.systems = new Map([
      [new URL(urls.salesforce).port, 'salesforce'],
      [new URL(urls.tempo).port, 'tempo'],
    ]);
    subscribe(channels.sent, this.sent);
    subscribe(channels.headed, this.headed);
    subscribe(channels.ended, this.ended);
  }

  /** How many there have been, to ask for those after it. */
  get length(): number {
    return this.found.length;
  }

  since(length: number): readonly VendorCall[] {
    return this.found.slice(length);
  }

  close(): void {
    unsubscribe(channels.sent, this.sent);
    unsubscribe(channels.headed, this.headed);
    unsubscribe(channels.ended, this.ended);
  }

  private readonly sent = (message: unknown): void => {
    const subject = subjectOf(message);
    if (subject !== undefined) this.underWay.set(subject, { sentAt: performance.now(), status: 0 });
  };

  private readonly headed = (message: unknown): void => {
    const subject = subjectOf(message);
    const known = subject && this.underWay.get(subject);
    if (known) known.status = withStatus.safeParse(message).data?.response.statusCode ?? 0;
  };

  private readonly ended = (message: unknown): void => {
    const subject = subjectOf(message);
    const known = subject && this.underWay.get(subject);
    const asked = request.safeParse(message).data?.request;
    if (!known || asked === undefined) return;
    const url = new URL(asked.path, asked.origin);
    const system = this.systems.get(url.port);
    if (system === undefined) return;
    const endedAt = performance.now();
    this.found.push({ system, method: asked.method, path: url.pathname, status: known.status, endedAt, milliseconds: endedAt - known.sentAt });
  };
}

/** The object by which the channels speak of one request. */
function subjectOf(message: unknown): object | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  return typeof message.request === 'object' && message.request !== null ? message.request : undefined;
}

export const isSalesforceCall = ({ system, path }: VendorCall): boolean => system === 'salesforce' && path.startsWith('/services/data/');

/** A search reads, though it is sent as POST. */
export const isTempoWrite = ({ system, method, path }: VendorCall): boolean => system === 'tempo' && method !== 'GET' && !path.endsWith('/search');
