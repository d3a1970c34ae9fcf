import type { SalesforceCredentials } from '../../ports/deals';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { followedBySweep } from '../planner/order-sweep';
import { UseCaseError } from '../use-case-error';
import { readSettings } from './read-settings';
import { startAfresh } from './start-afresh';

interface Request {
  readonly myDomain: string;
  readonly clientId: string;
  /** null stands for the stored one. */
  readonly clientSecret: string | null;
}

/** Tries the values without keeping them. @throws UseCaseError `invalidRequest` when no secret was given or stored. */
export async function testSalesforce(world: World, _call: SiteCall, request: Request) {
  const { checks } = await world.deals.test(await credentialsOf(world, request));
  return { checks };
}

/** Keeps the connection when Salesforce accepts it; what fails is said, and then nothing changes. */
export async function connectSalesforce(world: World, _call: SiteCall, request: Request) {
  const credentials = await credentialsOf(world, request);
  const { checks, organisationId } = await world.deals.test(credentials);
  if (checks.every((check) => check.outcome !== 'failed')) {
    await followedBySweep(world, null, async () => {
      await world.secrets.saveSalesforceSecret(credentials.clientSecret);
      await world.settings.saveSalesforce({
        myDomain: credentials.myDomain,
        clientId: credentials.clientId,
        organisationId,
        connectedAt: world.clock.now(),
      });
      await startAfresh(world, 'salesforce');
    });
  }
  return { checks, settings: await readSettings(world) };
}

async function credentialsOf({ secrets, settings }: World, { myDomain, clientId, clientSecret }: Request): Promise<SalesforceCredentials> {
  const host = hostOf(myDomain);
  if (clientSecret !== null) return { myDomain: host, clientId: clientId.trim(), clientSecret };
  // A stored secret goes only where it was stored for: else a changed host would carry it away.
  const stored = (await settings.salesforce())?.myDomain === host ? await secrets.salesforceSecret() : undefined;
  if (stored === undefined) throw new UseCaseError('invalidRequest', { field: 'clientSecret' });
  return { myDomain: host, clientId: clientId.trim(), clientSecret: stored };
}

/** The host name out of what people copy from their browser. */
const hostOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
