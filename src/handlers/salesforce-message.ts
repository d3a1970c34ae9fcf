import { parseDealId, parseOrganisationId } from '../domain/ids';
import type { SignalRefusal } from '../domain/signal';
import type { World } from '../ports/world';
import { noteRefusal } from '../use-cases/signals/note-refusal';
import { receiveSignals, type Signals } from '../use-cases/signals/receive-signals';
import { readOutboundMessage } from './outbound-message';
import { goodSecrets, isSecret } from './signature';
import { readWebRequest, type WebRequest } from './web-request';

/** A message holds at most 100 notifications; a stranger's megabytes are not parsed. */
export const longestBody = 1_000_000;
const mostNotifications = 100;

type Output = 'acknowledged' | 'unauthorised' | 'unavailable';

/**
 * Web trigger for Salesforce's outbound messages. Nothing of a message is secret but the end of the address it is sent to.
 * What was taken before is acknowledged again, or Salesforce would send it for a day.
 */
export const createSalesforceMessage = (createWorld: () => World) => async (received: unknown): Promise<{ readonly outputKey: Output }> => {
  const world = createWorld();
  try {
    const refusal = await receiveMessage(world, readWebRequest(received));
    if (refusal === null || refusal === 'replayed') return { outputKey: 'acknowledged' };
    await noteRefusal(world, 'outboundMessage', refusal);
    return { outputKey: 'unauthorised' };
  } catch (error) {
    world.log.error('signal.failed', world.ids.next(), error);
    return { outputKey: 'unavailable' };
  }
};

/** Checks an outbound message and takes it. @returns why it was refused, or null. */
export async function receiveMessage(world: World, request: WebRequest | undefined): Promise<SignalRefusal | null> {
  if (request?.method !== 'POST' || request.body.length > longestBody) return 'unreadable';
  const secrets = await world.secrets.signalSecrets('outboundMessage');
  if (secrets === undefined) return 'notSet';
  const given = request.userPath.replace(/^\/|\/$/g, '');
  if (!goodSecrets(secrets, world.clock.now()).some((secret) => isSecret(given, secret))) return 'secret';
  const signals = readSignals(request.body);
  return signals === undefined ? 'unreadable' : receiveSignals(world, signals);
}

function readSignals(body: string): Signals | undefined {
  const message = readOutboundMessage(body);
  const organisationId = parseOrganisationId(message?.organisation ?? '');
  if (message === undefined || organisationId === undefined) return undefined;
  // A record that was deleted meanwhile is told of without its fields; the poll finds it.
  const notifications = message.notifications.filter(({ record }) => record !== '');
  const events = notifications.flatMap(({ id, record }) => {
    const dealId = parseDealId(record);
    return id === '' || dealId === undefined ? [] : [{ eventId: id, dealId }];
  });
  const count = message.notifications.length;
  const isWhole = events.length === notifications.length && count >= 1 && count <= mostNotifications;
  return isWhole ? { organisationId, via: 'outboundMessage', events, sentAt: null } : undefined;
}
