import type { AdviceCode, ConnectionCheck, ConnectionCheckCode } from '../../domain/connection-check';
import type { OutsideError } from '../../ports/errors';
import { connectionFailureOf } from '../http/connection-failure';
import { DataError } from './data-error';
import type { MyDomain } from './my-domain';
import { TokenError, type TokenRefusal } from './token-endpoint';

export type SalesforceCheck = ConnectionCheckCode & `salesforce.${string}`;
export type Advice = Pick<ConnectionCheck, 'advice' | 'detail'>;

export interface AdvisedCheck extends Advice {
  readonly code: SalesforceCheck;
}

/** What is wrong with an address that is no My Domain host. */
export const domainAdvice: Readonly<Record<Extract<MyDomain, { ok: false }>['reason'], AdviceCode>> = {
  empty: 'salesforce.addressEmpty',
  lightning: 'salesforce.addressOfScreens',
  setup: 'salesforce.addressOfSetup',
  login: 'salesforce.addressOfLogin',
  notSalesforce: 'salesforce.addressOther',
};

const refusals: Readonly<Record<TokenRefusal, { readonly code: SalesforceCheck; readonly advice: AdviceCode }>> = {
  clientUnknown: { code: 'salesforce.credentials', advice: 'salesforce.clientUnknown' },
  secretWrong: { code: 'salesforce.credentials', advice: 'salesforce.secretWrong' },
  flowOff: { code: 'salesforce.credentials', advice: 'salesforce.flowOff' },
  noScope: { code: 'salesforce.credentials', advice: 'salesforce.noScope' },
  noRunAsUser: { code: 'salesforce.runAsUser', advice: 'salesforce.noRunAsUser' },
  userBlocked: { code: 'salesforce.runAsUser', advice: 'salesforce.userBlocked' },
  ipRestricted: { code: 'salesforce.runAsUser', advice: 'salesforce.ipRestricted' },
  wrongDomain: { code: 'salesforce.host', advice: 'salesforce.wrongDomain' },
  noOrganisation: { code: 'salesforce.host', advice: 'salesforce.noOrganisation' },
  tooMany: { code: 'salesforce.credentials', advice: 'salesforce.tooMany' },
  down: { code: 'salesforce.host', advice: 'salesforce.down' },
  other: { code: 'salesforce.credentials', advice: 'salesforce.loginRefused' },
};

const withDetail: ReadonlySet<AdviceCode> = new Set(['salesforce.down', 'salesforce.loginRefused']);

function refusalAdvice(refusal: TokenRefusal, detail: string): AdvisedCheck {
  const advised = refusals[refusal];
  return { ...advised, detail: withDetail.has(advised.advice) ? detail : null };
}

function networkAdvice(error: OutsideError, host: string): Advice | undefined {
  const failure = connectionFailureOf(error);
  if (failure === undefined) return undefined;
  return { advice: failure === 'hostNotFound' ? 'salesforce.hostNotFound' : `network.${failure}`, detail: host };
}

/**
 * Which check failed when no token was given, and what to do.
 * @param host where it was asked for
 */
export function adviceFor(error: OutsideError, host: string): AdvisedCheck {
  if (error instanceof TokenError) return refusalAdvice(error.refusal, error.detail);
  if (error.failure === 'rateLimited') return refusalAdvice('tooMany', error.detail);
  if (error.failure === 'unexpectedAnswer') return refusalAdvice('noOrganisation', error.detail);
  return { code: 'salesforce.host', ...(networkAdvice(error, host) ?? { advice: 'salesforce.down', detail: error.detail }) };
}

const objects: Partial<Readonly<Record<SalesforceCheck, string>>> = {
  'salesforce.readOpportunity': 'Opportunity',
  'salesforce.readHistory': 'OpportunityHistory',
  'salesforce.readStages': 'OpportunityStage',
};

/** What to do when a token was given and reading fails. */
export function adviceForReading(code: SalesforceCheck, error: OutsideError, host: string): Advice {
  if (error instanceof DataError) return adviceForRefusal(objects[code] ?? 'Opportunity', error);
  // The token ran out between two requests and no other was given.
  if (error instanceof TokenError) {
    const { advice, detail } = refusalAdvice(error.refusal, error.detail);
    return { advice, detail };
  }
  if (error.failure === 'rateLimited') return { advice: 'salesforce.tooMany', detail: null };
  if (error.failure === 'unexpectedAnswer') return { advice: 'salesforce.notUnderstood', detail: null };
  return networkAdvice(error, host) ?? { advice: 'salesforce.readingFailed', detail: error.detail };
}

function adviceForRefusal(object: string, error: DataError): Advice {
  switch (error.code) {
    case 'INVALID_TYPE':
    case 'INSUFFICIENT_ACCESS':
      return { advice: 'salesforce.objectHidden', detail: object };
    case 'INVALID_FIELD':
      return error.field === undefined
        ? { advice: 'salesforce.objectHidden', detail: object }
        : { advice: 'salesforce.fieldHidden', detail: `${object}.${error.field}` };
    case 'API_DISABLED_FOR_ORG':
    case 'API_CURRENTLY_DISABLED':
      return { advice: 'salesforce.apiOff', detail: null };
    default:
      break;
  }
  if (error.status === 401) return { advice: 'salesforce.tokenNotUsable', detail: null };
  if (error.status === 403) return { advice: 'salesforce.apiForbidden', detail: error.detail };
  if (error.status === 404 || error.status === 410) return { advice: 'salesforce.versionGone', detail: error.detail };
  return { advice: 'salesforce.readingFailed', detail: error.detail };
}
