import { randomUUID } from 'node:crypto';
import type { SignalRefusal, SignalWay } from '../domain/signal';
import type { World } from '../ports/world';
import type { SiteCall } from '../use-cases/call';
import { readSettings } from '../use-cases/settings/read-settings';
import { receiveMessage } from './salesforce-message';
import { receiveFlow, signatureHeader } from './salesforce-signal';
import { hmac } from './signature';
import type { WebRequest } from './web-request';

/** An opportunity that no organisation has: ids count upwards, and none begins with so many zeros. */
const nobodysDeal = '006000000000000AAA';
const nobodysOrganisation = '00D000000000000EAA';

/** Makes a message as Salesforce makes it, and puts it through all that a message of Salesforce goes through behind the network. */
export async function sendTestSignal(world: World, _call: SiteCall, { via }: { readonly via: SignalWay }) {
  const organisationId = (await world.settings.salesforce())?.organisationId ?? nobodysOrganisation;
  const secret = (await world.secrets.signalSecrets(via))?.current ?? '';
  const eventId = `test-${randomUUID()}`;
  const refusal: SignalRefusal | null =
    via === 'flow'
      ? await receiveFlow(world, flowRequest({ orgId: organisationId, opportunityId: nobodysDeal, timestamp: world.clock.now(), eventId }, secret))
      : await receiveMessage(world, messageRequest(organisationId, eventId, secret));
  return { refusal, settings: await readSettings(world) };
}

function flowRequest(content: Readonly<Record<string, string>>, secret: string): WebRequest {
  const body = JSON.stringify(content);
  return { method: 'POST', userPath: '', query: {}, headers: { [signatureHeader]: [hmac(secret, body)] }, body };
}

function messageRequest(organisationId: string, notificationId: string, secret: string): WebRequest {
  const body =
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    `<notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>${organisationId}</OrganizationId>` +
    `<Notification><Id>${notificationId}</Id><sObject><Id>${nobodysDeal}</Id></sObject></Notification></notifications>` +
    '</soapenv:Body></soapenv:Envelope>';
  return { method: 'POST', userPath: `/${secret}`, query: {}, headers: { 'content-type': ['text/xml'] }, body };
}
