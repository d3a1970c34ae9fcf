import type { ConnectionCheck } from '../../domain/connection-check';
import type { ApiBudget } from '../../domain/connection-state';
import type { OrganisationId } from '../../domain/ids';
import type { SalesforceCredentials } from '../../ports/deals';
import { OutsideError } from '../../ports/errors';
import type { Http } from '../http/http';
import { budgetWarningShare } from './assumptions';
import { adviceFor, adviceForReading, domainAdvice, type AdvisedCheck, type SalesforceCheck } from './connection-advice';
import { DataError } from './data-error';
import { isHidden, queryDeals, queryStages, tryHistory } from './deal-queries';
import { parseMyDomain } from './my-domain';
import { createSession, type Session } from './session';

type Outcome = Omit<ConnectionCheck, 'code'>;

const loggingIn: readonly SalesforceCheck[] = ['salesforce.host', 'salesforce.credentials', 'salesforce.runAsUser'];
const order: readonly SalesforceCheck[] = [
  ...loggingIn, 'salesforce.readOpportunity', 'salesforce.readHistory', 'salesforce.readStages', 'salesforce.apiBudget',
];
const passed: Outcome = { outcome: 'passed', advice: null, detail: null };
const skipped: Outcome = { outcome: 'skipped', advice: null, detail: null };

export interface ConnectionTest {
  readonly checks: readonly ConnectionCheck[];
  readonly organisationId: OrganisationId | null;
}

/**
 * Tries credentials step by step with a token of their own; what was not reached is skipped.
 * An OutsideError never leaves this function: it becomes the outcome of a check.
 */
export async function testConnection(http: Http, credentials: SalesforceCredentials): Promise<ConnectionTest> {
  const outcomes = new Map<SalesforceCheck, Outcome>();
  let organisationId: OrganisationId | null = null;
  const report = (): ConnectionTest => ({
    checks: order.map((code) => ({ code, ...(outcomes.get(code) ?? skipped) })),
    organisationId,
  });
  const fail = ({ code, advice, detail }: AdvisedCheck): ConnectionTest => {
    outcomes.set(code, { outcome: 'failed', advice, detail });
    return report();
  };

  const domain = parseMyDomain(credentials.myDomain);
  if (!domain.ok) return fail({ code: 'salesforce.host', advice: domainAdvice[domain.reason], detail: null });
  const session = createSession(http, { ...credentials, myDomain: domain.host, secret: () => Promise.resolve(credentials.clientSecret) }, { read: async () => undefined, save: async () => undefined });

  try {
    ({ organisationId } = await session.open());
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const advised = adviceFor(error, domain.host);
    for (const earlier of loggingIn.slice(0, loggingIn.indexOf(advised.code))) outcomes.set(earlier, passed);
    return fail(advised);
  }
  for (const code of loggingIn) outcomes.set(code, passed);

  let code: SalesforceCheck = 'salesforce.readOpportunity';
  try {
    await queryDeals(session, 'ORDER BY SystemModstamp DESC LIMIT 1');
    outcomes.set(code, passed);
    code = 'salesforce.readHistory';
    outcomes.set(code, await historyOutcome(session));
    code = 'salesforce.readStages';
    await queryStages(session);
    outcomes.set(code, passed);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    if (error instanceof DataError && error.failure === 'rateLimited') {
      return fail({ code: 'salesforce.apiBudget', advice: 'salesforce.noCallsLeft', detail: null });
    }
    return fail({ code, ...adviceForReading(code, error, domain.host) });
  }
  outcomes.set('salesforce.apiBudget', budgetOutcome(session.usage()));
  return report();
}

/** A missing history costs the timeline its earlier stages and nothing else. */
async function historyOutcome(session: Session): Promise<Outcome> {
  try {
    await tryHistory(session);
    return passed;
  } catch (error) {
    if (!isHidden(error)) throw error;
    return { outcome: 'warning', advice: 'salesforce.historyHidden', detail: error.detail };
  }
}

function budgetOutcome(usage: ApiBudget | undefined): Outcome {
  if (!usage || usage.allowed === 0) return { outcome: 'warning', advice: 'salesforce.callsUnknown', detail: null };
  const share = usage.used / usage.allowed;
  const detail = `${usage.used} / ${usage.allowed} (${Math.round(share * 100)} %)`;
  if (share < budgetWarningShare) return { outcome: 'passed', advice: 'salesforce.callsUsed', detail };
  return { outcome: 'warning', advice: 'salesforce.fewCallsLeft', detail };
}
