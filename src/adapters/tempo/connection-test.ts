import * as z from 'zod/mini';
import { OutsideError, type ConnectionCheck, type TempoCredentials } from '../../ports';
import { hostNotFound } from '../http/connection-failure';
import type { Http } from '../http/http';
import { readApproval } from './approval';
import { impossiblePlanId, quietDay } from './assumptions';
import { tryGenericResources } from './generic-resources';
import { hostOf } from './hosts';
import { createTempoApi, type TempoApi } from './tempo-api';
import { TempoError } from './tempo-error';

type TempoCheck = ConnectionCheck['code'] & `tempo.${string}`;
type Outcome = Pick<ConnectionCheck, 'outcome' | 'detail'>;

const order: readonly TempoCheck[] = [
  'tempo.host', 'tempo.token', 'tempo.plansScope', 'tempo.manageScope', 'tempo.genericResources', 'tempo.approval',
];
const passed: Outcome = { outcome: 'passed', detail: null };
const failed = (detail: string): Outcome => ({ outcome: 'failed', detail });
const warning = (detail: string): Outcome => ({ outcome: 'warning', detail });

const newToken = 'In Tempo, Settings, Data Access, API integration, make a new token';
const tokenAdvice = `Tempo refuses the token. It may be mistyped, revoked or expired. ${newToken} and enter it here.`;
const scopeAdvice = `${newToken} with Manage for Plans: the scopes of a token cannot be changed afterwards.`;

const anyPlans = z.object({ results: z.array(z.unknown()) });

async function tryPlans(api: TempoApi): Promise<void> {
  const query = new URLSearchParams({ from: quietDay, to: quietDay, limit: '1' });
  await api.read(anyPlans, { method: 'GET', path: `/4/plans?${query}`, repeatable: true });
}

const statusOf = (error: OutsideError): number | undefined => (error instanceof TempoError ? error.status : undefined);

/** A 401 says no more than "authorization error" for a wrong token and for a customer of another region alike. */
async function isOfAnotherRegion(http: Http, credentials: TempoCredentials): Promise<boolean> {
  if (credentials.region === 'global') return false;
  try {
    await tryPlans(createTempoApi(http, { ...credentials, region: 'global' }));
    return true;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return statusOf(error) === 403;
  }
}

function unreachable(error: OutsideError, host: string): string {
  if (error.detail === hostNotFound) return `The host ${host} was not found. Tempo may have changed its addresses, or the network does not reach it.`;
  if (error.failure === 'rateLimited') return 'Tempo refuses further requests for now. Wait a minute and test again.';
  if (error.failure === 'unexpectedAnswer') return `What answers at ${host} is not Tempo: ${error.detail}.`;
  return `Tempo could not be reached: ${error.detail}. Try again later; status.tempo.io says how it is.`;
}

async function manageOutcome(api: TempoApi): Promise<Outcome> {
  try {
    await api.done({ method: 'DELETE', path: `/4/plans/${impossiblePlanId}`, repeatable: true });
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const status = statusOf(error);
    if (status === 404 || status === 400) return passed;
    if (status === 401 || status === 403) return failed(`The token may see plans and not change them. ${scopeAdvice}`);
    return warning(`Whether the token may change plans could not be tried: ${error.detail}.`);
  }
  return warning('Whether the token may change plans could not be tried.');
}

async function resourcesOutcome(api: TempoApi): Promise<Outcome> {
  try {
    await tryGenericResources(api);
    return passed;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const status = statusOf(error);
    if (status === 401 || status === 403) return failed(`The token may not use generic resources, which stand for roles while a deal is negotiated. ${scopeAdvice}`);
    return warning(`Generic resources could not be read: ${error.detail}. They stand for roles while a deal is negotiated.`);
  }
}

async function approvalOutcome(api: TempoApi): Promise<Outcome> {
  try {
    const isOn = await readApproval(api);
    if (isOn === undefined) return warning('The token may not see whether plans need approval; Opiekun asks for none.');
    return { outcome: 'passed', detail: isOn ? 'Plans need approval; Opiekun asks for it when a deal is won.' : 'Plans need no approval.' };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return warning(`Whether plans need approval could not be read: ${error.detail}.`);
  }
}

/**
 * Tries credentials step by step; what was not reached is skipped.
 * An OutsideError never leaves this function: it becomes the outcome of a check.
 */
export async function testConnection(http: Http, credentials: TempoCredentials): Promise<readonly ConnectionCheck[]> {
  const outcomes = new Map<TempoCheck, Outcome>();
  const report = (): readonly ConnectionCheck[] => order.map((code) => ({ code, ...(outcomes.get(code) ?? { outcome: 'skipped', detail: null }) }));
  const api = createTempoApi(http, credentials);

  try {
    await tryPlans(api);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const { failure } = error;
    if (failure !== 'unauthorised' && failure !== 'refused') {
      outcomes.set('tempo.host', failed(unreachable(error, api.host)));
    } else if (failure === 'unauthorised' && (await isOfAnotherRegion(http, credentials))) {
      outcomes.set('tempo.host', failed(`The token is valid, but the data is not at ${api.host}. Choose another region, or ${hostOf('global')}, which serves all.`));
    } else {
      outcomes.set('tempo.host', passed);
      outcomes.set('tempo.token', failure === 'unauthorised' ? failed(tokenAdvice) : passed);
      if (failure === 'refused') outcomes.set('tempo.plansScope', failed(`The token may not see plans. ${scopeAdvice}`));
    }
    return report();
  }
  for (const code of ['tempo.host', 'tempo.token', 'tempo.plansScope'] as const) outcomes.set(code, passed);
  outcomes.set('tempo.manageScope', await manageOutcome(api));
  outcomes.set('tempo.genericResources', await resourcesOutcome(api));
  outcomes.set('tempo.approval', await approvalOutcome(api));
  return report();
}
