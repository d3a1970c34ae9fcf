import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { parseDealId, parseOrganisationId } from '../domain/ids';
import { isInstant } from '../domain/plain-date';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports';
import { receiveSignal, type Signal } from '../use-cases/planner/receive-signal';

/** The header in which Salesforce puts the HMAC-SHA256 of the raw body, in hexadecimal digits. */
export const signatureHeader = 'x-opiekun-signature';
/** Far above any signal; a stranger's megabytes are not hashed. */
const longestBody = 10_000;

/** A web trigger's request (Forge documentation, "Web trigger"); header names keep the caller's case. */
const request = whenFirstUsed(() => z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())),
  body: z.optional(z.string()),
}));

const signalBody = whenFirstUsed(() => z.object({
  orgId: z.string(),
  opportunityId: z.string(),
  timestamp: z.string(),
  eventId: z.string().check(z.minLength(1), z.maxLength(200)),
}));

type Output = 'accepted' | 'unauthorised' | 'replayed' | 'unavailable';

/**
 * Web trigger for Salesforce's signals. The outputs stand in manifest.yml, so an answer tells nothing but their status.
 * The signature covers the raw body, and the time of sending stands inside it.
 */
export const createSalesforceSignal = (createWorld: () => World) => async (received: unknown): Promise<{ readonly outputKey: Output }> => {
  const world = createWorld();
  try {
    const signal = await verify(world, received);
    return { outputKey: signal === undefined ? 'unauthorised' : await receiveSignal(world, signal) };
  } catch (error) {
    world.log.error('signal.failed', world.ids.next(), error);
    return { outputKey: 'unavailable' };
  }
};

async function verify({ secrets }: World, received: unknown): Promise<Signal | undefined> {
  const parsed = request().safeParse(received);
  if (!parsed.success || parsed.data.method !== 'POST') return undefined;
  const { headers, body = '' } = parsed.data;
  const signature = Object.entries(headers).find(([name]) => name.toLowerCase() === signatureHeader)?.[1][0];
  const secret = await secrets.signalSecret();
  if (signature === undefined || secret === undefined || body.length > longestBody) return undefined;
  if (!isSigned(body, signature, secret)) return undefined;
  return readSignal(body);
}

function isSigned(body: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body, 'utf8').digest();
  // Buffer stops reading at the first character that is no hexadecimal digit, and timingSafeEqual throws for different lengths.
  return /^[0-9a-f]{64}$/i.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}

function readSignal(body: string): Signal | undefined {
  const parsed = signalBody().safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { orgId, opportunityId, timestamp, eventId } = parsed.data;
  const organisationId = parseOrganisationId(orgId);
  const dealId = parseDealId(opportunityId);
  const milliseconds = Date.parse(timestamp);
  const sentAt = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  return organisationId !== undefined && dealId !== undefined && isInstant(sentAt) ? { eventId, organisationId, dealId, sentAt } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
