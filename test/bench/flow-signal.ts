import { createHmac, randomUUID } from 'node:crypto';
import { systemClock } from '../../local/clock';
import { demoCredentials } from '../../local/demo/credentials';
import type { Site } from '../../local/site';

/** Sends what Salesforce's Flow sends when a deal changes, and waits for the answer. @throws Error when the app does not accept it. */
export async function sendFlowSignal(site: Site, dealId: string, secret: string): Promise<void> {
  const body = JSON.stringify({ orgId: demoCredentials.salesforce.id, opportunityId: dealId, timestamp: systemClock.now().toISOString(), eventId: randomUUID() });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const { status } = await fetch(site.host.webTriggerUrl('salesforce-signal'), { method: 'POST', body, headers: { 'x-opiekun-signature': signature } });
  if (status !== 202) throw new Error(`The signal was answered ${status}.`);
}
