import { fetch } from '@forge/api';
import { auditTrail } from './adapters/forge/audit-trail';
import { dealStore } from './adapters/forge/deal-store';
import { gateStore } from './adapters/forge/gate-store';
import { guidelinesStore } from './adapters/forge/guidelines-store';
import { ledgerStore } from './adapters/forge/ledger-store';
import { queueJobs } from './adapters/forge/queue-jobs';
import { salesforceTokenCache, secretStore, settingsStore } from './adapters/forge/settings-store';
import { signalMemory } from './adapters/forge/signal-memory';
import { summaryStore } from './adapters/forge/summary-store';
import { log, randomIds, signalAddress, systemClock } from './adapters/forge/surroundings';
import { createHttp } from './adapters/http/http';
import { createJira } from './adapters/jira/jira';
import { createSalesforce } from './adapters/salesforce/salesforce';
import { createTempo } from './adapters/tempo/tempo';
import { NotConnected, type SalesforceCredentials, type TempoCredentials, type World } from './ports';

const surroundings = {
  random: Math.random,
  pause: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

async function salesforceCredentials(): Promise<SalesforceCredentials> {
  const [connection, clientSecret] = await Promise.all([settingsStore.salesforce(), secretStore.salesforceSecret()]);
  if (connection === undefined || clientSecret === undefined) throw new NotConnected('salesforce');
  return { myDomain: connection.myDomain, clientId: connection.clientId, clientSecret };
}

async function tempoCredentials(): Promise<TempoCredentials> {
  const [connection, token] = await Promise.all([settingsStore.tempo(), secretStore.tempoToken()]);
  if (connection === undefined || token === undefined) throw new NotConnected('tempo');
  return { region: connection.region, token };
}

/** Which adapter fills which port. Made anew for each invocation, so that nothing of one customer is left for the next. */
export function createWorld(): World {
  return {
    deals: createSalesforce({
      http: createHttp({ system: 'salesforce', fetch, timeoutMs: 10_000, attempts: 3, ...surroundings }),
      credentials: salesforceCredentials,
      tokens: salesforceTokenCache,
    }),
    planner: createTempo({
      // Five requests a second are all that a customer has, and the syncs of several deals share them.
      http: createHttp({ system: 'tempo', fetch, timeoutMs: 10_000, attempts: 4, attemptsWhenLimited: 10, ...surroundings }),
      credentials: tempoCredentials,
    }),
    tracker: createJira(surroundings),
    guidelines: guidelinesStore,
    summaries: summaryStore,
    dealStore,
    ledger: ledgerStore,
    gate: gateStore,
    settings: settingsStore,
    secrets: secretStore,
    signals: signalMemory,
    audit: auditTrail,
    jobs: queueJobs,
    signalAddress,
    clock: systemClock,
    log,
    ids: randomIds,
  };
}
