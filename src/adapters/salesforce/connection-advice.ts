import { OutsideError, type ConnectionCheck } from '../../ports';
import { hostNotFound } from '../http/connection-failure';
import { DataError } from './data-error';
import type { MyDomain } from './my-domain';
import { TokenError, type TokenRefusal } from './token-endpoint';

export type SalesforceCheck = ConnectionCheck['code'] & `salesforce.${string}`;

export interface AdvisedCheck {
  readonly code: SalesforceCheck;
  readonly detail: string;
}

const findIt = 'In Salesforce Setup search for My Domain and copy the current My Domain URL; it ends in .my.salesforce.com.';

/** What to enter instead of an address that is no My Domain host. */
export const domainAdvice: Readonly<Record<Extract<MyDomain, { ok: false }>['reason'], string>> = {
  empty: `Enter the address of your Salesforce organisation. ${findIt}`,
  lightning: 'This is the address of the screens. Enter the same name with .my.salesforce.com in place of .lightning.force.com.',
  setup: 'This is the address of Setup. Enter the same name with .my.salesforce.com in place of .my.salesforce-setup.com.',
  login: `This is everybody's log-in page, where an app cannot log in for itself. ${findIt}`,
  notSalesforce: `This is no My Domain address. ${findIt}`,
};

const host = 'salesforce.host';
const credentials = 'salesforce.credentials';
const runAsUser = 'salesforce.runAsUser';

const refusals: Readonly<Record<TokenRefusal, AdvisedCheck>> = {
  clientUnknown: { code: credentials, detail: 'Salesforce does not know this client id. Copy the consumer key of the External Client App again; a new app may take ten minutes to be known.' },
  secretWrong: { code: credentials, detail: 'The client secret is wrong. Copy the consumer secret of the External Client App again.' },
  flowOff: { code: credentials, detail: 'The External Client App does not allow the client credentials flow. Switch it on in the app\'s OAuth settings and in its policies.' },
  noScope: { code: credentials, detail: 'The External Client App has no OAuth scope that helps. Give it "Manage user data via APIs (api)".' },
  noRunAsUser: { code: runAsUser, detail: 'No user is set under whom the app works. In the External Client App\'s policies, at client credentials flow, enter the integration user as Run As.' },
  userBlocked: { code: runAsUser, detail: 'The Run As user may not use the app. Check that the user is active, may use the API, and is admitted by the app\'s policies.' },
  ipRestricted: { code: runAsUser, detail: 'The Run As user may log in from certain IP addresses only. Relax IP restrictions in the app\'s policies, or in the user\'s profile.' },
  wrongDomain: { code: host, detail: `Salesforce does not let apps log in at this address. ${findIt}` },
  noOrganisation: { code: host, detail: `No Salesforce organisation answers at this address. ${findIt}` },
  tooMany: { code: credentials, detail: 'Salesforce refuses further log-ins for now. Wait some minutes and test again.' },
  down: { code: host, detail: 'Salesforce cannot answer now. Try again later; trust.salesforce.com says how it is.' },
  other: { code: credentials, detail: 'Salesforce refused the log-in. Its log-in history in Setup names the reason.' },
};

/** Which check failed when no token was given, and what to do. */
export function adviceFor(error: OutsideError): AdvisedCheck {
  if (error instanceof TokenError) {
    const advice = refusals[error.refusal];
    return error.refusal === 'other' ? { ...advice, detail: `${advice.detail} (${error.detail})` } : advice;
  }
  if (error.failure === 'rateLimited') return refusals.tooMany;
  if (error.failure === 'unexpectedAnswer') return refusals.noOrganisation;
  if (error.detail === hostNotFound) return { code: host, detail: `There is no such host. Check the spelling. ${findIt}` };
  return { code: host, detail: `Salesforce could not be reached: ${error.detail}. Try again; if it stays so, check the address.` };
}

const objects: Partial<Readonly<Record<SalesforceCheck, string>>> = {
  'salesforce.readOpportunity': 'Opportunity',
  'salesforce.readHistory': 'Opportunity History',
  'salesforce.readStages': 'Opportunity Stage',
};

/** What to do when a token was given and reading fails. */
export function adviceForReading(code: SalesforceCheck, error: OutsideError): string {
  const object = objects[code] ?? 'Opportunity';
  const data = error instanceof DataError ? error : undefined;
  if (data?.code === 'INVALID_TYPE' || data?.code === 'INSUFFICIENT_ACCESS') {
    return `The integration user may not read ${object}. Give its permission set read access to it, with View All Records.`;
  }
  if (data?.code === 'INVALID_FIELD') {
    return `The integration user may not read ${data.field ?? 'a field'} of ${object}. Give its permission set read access to the field.`;
  }
  if (data?.code === 'API_DISABLED_FOR_ORG' || data?.code === 'API_CURRENTLY_DISABLED') {
    return 'The API is switched off: for the organisation by its edition, or for the integration user, who needs the permission API Enabled.';
  }
  if (data?.status === 401) return 'Salesforce gave a token and refuses it. Check the session policies of the External Client App and of the integration user.';
  if (data?.status === 403) return `The integration user may not use the API (${error.detail}). Give it the permission API Enabled and read access to ${object}.`;
  if (data?.status === 404 || data?.status === 410) return `Salesforce does not serve the API version that Opiekun uses (${error.detail}).`;
  return `Reading ${object} failed: ${error.detail}. Try again later.`;
}
