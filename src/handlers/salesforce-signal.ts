import * as z from 'zod/mini';
import { parseDealId, parseOrganisationId } from '../domain/ids';
import { isInstant } from '../domain/plain-date';
import type { SignalRefusal } from '../domain/signal';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { noteRefusal } from '../use-cases/signals/note-refusal';
import { receiveSignals, type Signals } from '../use-cases/signals/receive-signals';
import { goodSecrets, isSigned } from './signature';
import { headerOf, parseJson, readWebRequest, type WebRequest } from './web-request';

/** The header in which Salesforce puts the HMAC-SHA256 of the raw body, in hexadecimal digits. */
export const signatureHeader = 'x-opiekun-signature';
/** Far above any signal; a stranger's megabytes are not hashed. */
const longestBody = 10_000;

const signalBody = whenFirstUsed(() => z.object({
  orgId: z.string(),
  opportunityId: z.string(),
  timestamp: z.string(),
  eventId: z.string().check(z.minLength(1), z.maxLength(200)),
}));

type Output = 'accepted' | 'unauthorised' | 'replayed' | 'unavailable';

/**
 * Web trigger for the callouts of Salesforce's Flow. The outputs stand in manifest.yml, so an answer tells nothing but their status.
 * The signature covers the raw body, and the time of sending stands inside it.
 */
export const createSalesforceSignal = (createWorld: () => World) => async (received: unknown): Promise<{ readonly outputKey: Output }> => {
  const world = createWorld();
  try {
    const refusal = await receiveFlow(world, readWebRequest(received));
    if (refusal !== null) await noteRefusal(world, 'flow', refusal);
    return { outputKey: refusal === null ? 'accepted' : refusal === 'replayed' ? 'replayed' : 'unauthorised' };
  } catch (error) {
    world.log.error('signal.failed', world.ids.next(), error);
    return { outputKey: 'unavailable' };
  }
};

/** Checks a Flow's callout and takes it. @returns why it was refused, or null. */
export async function receiveFlow(world: World, request: WebRequest | undefined): Promise<SignalRefusal | null> {
  if (request?.method !== 'POST' || request.body.length > longestBody) return 'unreadable';
  const secrets = await world.secrets.signalSecrets('flow');
  if (secrets === undefined) return 'notSet';
  const signature = headerOf(request, signatureHeader);
  if (signature === undefined || !goodSecrets(secrets, world.clock.now()).some((secret) => isSigned(request.body, signature, secret))) return 'secret';
  const signals = readSignals(request.body);
  return signals === undefined ? 'unreadable' : receiveSignals(world, signals);
}

function readSignals(body: string): Signals | undefined {
  const parsed = signalBody().safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { orgId, opportunityId, timestamp, eventId } = parsed.data;
  const organisationId = parseOrganisationId(orgId);
  const dealId = parseDealId(opportunityId);
  const milliseconds = Date.parse(timestamp);
  const sentAt = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  if (organisationId === undefined || dealId === undefined || !isInstant(sentAt)) return undefined;
  return { organisationId, via: 'flow', events: [{ eventId, dealId }], sentAt };
}
