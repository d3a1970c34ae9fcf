import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { KEY_PREFIX, recordId } from '../record-ids';
import type { Numbering } from '../store/numbering';
import type { Opportunities, Opportunity } from '../store/opportunities';
import type { Settings } from '../store/settings';
import { readAcknowledgement } from './acknowledgement';
import type { Deliver } from './deliver';
import type { Delivery } from './delivery';
import { DeliveryQueue } from './delivery-queue';
import type { Attempt, Disorder, Group } from './delivery-queue';
import { notificationsXml } from './notifications';

export interface OutboundMessageSettings {
  /** Holds the secret: Salesforce signs nothing and adds no header. */
  readonly url: string;
  readonly on: boolean;
}

interface OutboundMessageParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly numbering: Numbering;
  readonly opportunities: Pick<Opportunities, 'find'>;
  readonly org: { readonly id: string; readonly myDomain: string };
  readonly deliver: Deliver;
}

const settingsSchema = z.object({ url: z.string(), on: z.boolean() });

const NOTIFICATIONS_PER_MESSAGE = 100;
const MESSAGES_AT_ONCE = 4;
const ANSWER_WITHIN_MS = 60_000;
const DROP_AFTER_HOURS = 24;
const LONGEST_WAIT_MINUTES = 120;

/**
 * The org's outbound message: a change of stage is noted, and all that waits is told in SOAP messages of up to a hundred notifications with
 * the records' values at the time of sending. Without an Ack it is sent again after exponentially growing waits of at most two hours, each
 * notification independent of later ones, and dropped after 24 hours (SOAP API Developer Guide, "Outbound Messaging: Understanding Notifications").
 * That the waits begin at one minute and double is an assumption.
 */
export class OutboundMessage {
  private readonly queue: DeliveryQueue;
  private readonly actionId = recordId(KEY_PREFIX.outboundMessage, 1);

  constructor(private readonly parts: OutboundMessageParts) {
    this.queue = new DeliveryQueue(parts.database, parts.clock, {
      name: 'outboundMessage',
      perRequest: NOTIFICATIONS_PER_MESSAGE,
      requestsAtOnce: MESSAGES_AT_ONCE,
      dropAfterHours: DROP_AFTER_HOURS,
      retryAfterMinutes: (failed) => Math.min(LONGEST_WAIT_MINUTES, 2 ** (failed - 1)),
      send: (group) => this.send(group),
    });
  }

  read(): OutboundMessageSettings {
    const stored = this.parts.settings.read('outboundMessage');
    return stored === undefined ? { url: '', on: false } : settingsSchema.parse(JSON.parse(stored));
  }

  configure(next: OutboundMessageSettings): void {
    this.parts.settings.write('outboundMessage', JSON.stringify(next));
  }

  /** Notes a notification in the transaction of the change that it tells of; nothing while the outbound message is off. */
  enqueue(deal: Opportunity): void {
    const { on, url } = this.read();
    if (on && url !== '') this.note(deal);
  }

  /** Tells of a deal although its stage has not changed. */
  sendTest(deal: Opportunity): void {
    this.note(deal);
  }

  /** Sends what is due by the clock; resolves when all of that has been answered or has failed. Never rejects for a delivery. */
  runDue(): Promise<void> {
    return this.queue.runDue();
  }

  /** When a notification is next sent or dropped (UTC instant), for whoever keeps the time. */
  nextDueAt(): string | undefined {
    return this.queue.nextDueAt();
  }

  /** One for each notification, newest first; `eventId` is the notification's id. */
  deliveries(limit: number): Delivery[] {
    return this.queue.deliveries(limit);
  }

  /** Doubles, holds back or reverses notifications from now on, for tests; what is left out stays as it is. */
  disturb(disorder: Partial<Disorder>): void {
    this.queue.disturb(disorder);
  }

  private note(deal: Opportunity): void {
    this.queue.add(deal, this.parts.numbering.id(KEY_PREFIX.outboundNotification, undefined));
  }

  private async send(group: Group): Promise<Attempt> {
    const { org, opportunities, deliver } = this.parts;
    const body = notificationsXml({
      organizationId: org.id,
      actionId: this.actionId,
      myDomain: org.myDomain,
      notifications: group.map(({ eventId, opportunityId }) => {
        const deal = opportunities.find(opportunityId);
        return { id: eventId, deal: deal?.deleted === false ? deal : undefined };
      }),
    });
    const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' };
    const answer = await deliver(this.read().url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const { status } = answer;
    if (status !== 200) return { delivered: false, status };
    const acknowledged = readAcknowledgement(await answer.text?.() ?? '');
    return acknowledged === true ? { delivered: true, status } : { delivered: false, status, complaint: acknowledged === false ? 'Ack false' : 'no Ack' };
  }
}
