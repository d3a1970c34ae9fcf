import * as z from 'zod/mini';
import type { AdviceCode, ConnectionCheck } from '../../domain/connection-check';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import type { TempoCredentials } from '../../ports/planner';
import { connectionFailureOf } from '../http/connection-failure';
import type { Http } from '../http/http';
import { readApproval } from './approval';
import { impossiblePlanId, quietDay } from './assumptions';
import { tryGenericResources } from './generic-resources';
import { tryOwnSchedule } from './schedules';
import { createTempoApi, type TempoApi } from './tempo-api';
import { TempoError } from './tempo-error';

type TempoCheck = ConnectionCheck['code'] & `tempo.${string}`;
type Outcome = Omit<ConnectionCheck, 'code'>;

const order: readonly TempoCheck[] = [
  'tempo.host', 'tempo.token', 'tempo.plansScope', 'tempo.manageScope', 'tempo.genericResources', 'tempo.approval', 'tempo.schedules',
];
const passed: Outcome = { outcome: 'passed', advice: null, detail: null };
const skipped: Outcome = { outcome: 'skipped', advice: null, detail: null };
const failed = (advice: AdviceCode, detail: string | null = null): Outcome => ({ outcome: 'failed', advice, detail });
const warning = (advice: AdviceCode, detail: string | null = null): Outcome => ({ outcome: 'warning', advice, detail });

const anyPlans = whenFirstUsed(() => z.object({ results: z.array(z.unknown()) }));

async function tryPlans(api: TempoApi): Promise<void> {
  const query = new URLSearchParams({ from: quietDay, to: quietDay, limit: '1' });
  await api.read(anyPlans(), { method: 'GET', path: `/4/plans?${query}`, repeatable: true });
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

/** What to say of a failure that tells nothing about the token; undefined where it is an answer of Tempo's. */
function troubleOf(error: OutsideError, host: string): readonly [AdviceCode, string | null] | undefined {
  const failure = connectionFailureOf(error);
  if (failure !== undefined) return [failure === 'hostNotFound' ? 'tempo.hostNotFound' : `network.${failure}`, host];
  if (error.failure === 'rateLimited') return ['tempo.tooMany', null];
  if (error.failure === 'unexpectedAnswer') return ['tempo.notTempo', host];
  return undefined;
}

async function manageOutcome(api: TempoApi): Promise<Outcome> {
  try {
    await api.done({ method: 'DELETE', path: `/4/plans/${impossiblePlanId}`, repeatable: true });
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const status = statusOf(error);
    if (status === 404 || status === 400) return passed;
    if (status === 401 || status === 403) return failed('tempo.plansReadOnly');
    return warning(...(troubleOf(error, api.host) ?? ['tempo.writingUntried', error.detail]));
  }
  return warning('tempo.writingUntried', 'status 2xx');
}

/** What something the token may or may not do comes to. @param forbidden where Tempo refuses it; without it a refusal is a failure like others. */
async function outcomeOf(api: TempoApi, ask: () => Promise<Outcome>, unread: AdviceCode, forbidden?: Outcome): Promise<Outcome> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const status = statusOf(error);
    if (forbidden !== undefined && (status === 401 || status === 403)) return forbidden;
    return warning(...(troubleOf(error, api.host) ?? [unread, error.detail]));
  }
}

async function tryResources(api: TempoApi): Promise<Outcome> {
  await tryGenericResources(api);
  return passed;
}

async function tryApproval(api: TempoApi): Promise<Outcome> {
  const isOn = await readApproval(api);
  if (isOn === undefined) return warning('tempo.approvalHidden');
  return { ...passed, advice: isOn ? 'tempo.approvalOn' : 'tempo.approvalOff' };
}

async function trySchedules(api: TempoApi): Promise<Outcome> {
  await tryOwnSchedule(api);
  return passed;
}

/**
 * Tries credentials step by step; what was not reached is skipped.
 * An OutsideError never leaves this function: it becomes the outcome of a check.
 */
export async function testConnection(http: Http, credentials: TempoCredentials): Promise<readonly ConnectionCheck[]> {
  const outcomes = new Map<TempoCheck, Outcome>();
  const report = (): readonly ConnectionCheck[] => order.map((code) => ({ code, ...(outcomes.get(code) ?? skipped) }));
  const api = createTempoApi(http, credentials);

  try {
    await tryPlans(api);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const { failure } = error;
    if (failure !== 'unauthorised' && failure !== 'refused') {
      outcomes.set('tempo.host', failed(...(troubleOf(error, api.host) ?? ['tempo.down', error.detail])));
    } else if (failure === 'unauthorised' && (await isOfAnotherRegion(http, credentials))) {
      outcomes.set('tempo.host', failed('tempo.otherRegion', api.host));
    } else {
      outcomes.set('tempo.host', passed);
      outcomes.set('tempo.token', failure === 'unauthorised' ? failed('tempo.tokenRefused') : passed);
      if (failure === 'refused') outcomes.set('tempo.plansScope', failed('tempo.plansHidden'));
    }
    return report();
  }
  for (const code of ['tempo.host', 'tempo.token', 'tempo.plansScope'] as const) outcomes.set(code, passed);
  outcomes.set('tempo.manageScope', await manageOutcome(api));
  outcomes.set('tempo.genericResources', await outcomeOf(api, () => tryResources(api), 'tempo.resourcesUnread', failed('tempo.resourcesForbidden')));
  outcomes.set('tempo.approval', await outcomeOf(api, () => tryApproval(api), 'tempo.approvalUnread'));
  // Planning works without people's schedules, so a token that may not read them is warned of and not refused.
  outcomes.set('tempo.schedules', await outcomeOf(api, () => trySchedules(api), 'tempo.schedulesUnread', warning('tempo.schedulesForbidden')));
  return report();
}
