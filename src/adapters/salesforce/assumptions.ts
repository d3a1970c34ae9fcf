import type { Currency } from '../../domain/money';

/**
 * What this client takes for granted of Salesforce without having read it at a source.
 * Each is to be tried on a Developer Edition organisation before the first customer.
 */

/** A query in the URL: Salesforce's limit is said to be 16,384 bytes of URL and headers together. */
export const longestPath = 14_000;

/**
 * An organisation with a single currency has no Opportunity.CurrencyIsoCode, and every integration user of one with
 * several may read it; the Organization object has no field for the company's currency either.
 * The amounts of such an organisation are taken to be in this one.
 */
export const singleCurrency: Currency = 'PLN';

/** The organisation's id is the last but one part of the identity URL that comes with a token. */
export const identityPath = /\/id\/(00D[0-9A-Za-z]{12,15})\/005[0-9A-Za-z]{12,15}$/;

/** Bodies of a 401 that a new token does not help against, though they may carry the session's error code. */
export const notAboutTheToken: readonly string[] = [
  'This session is not valid for use with the REST API',
  'Connected app is not attached to Agent',
];

/** Parts of the token endpoint's `error_description`, in lower case; their wording is nowhere promised. */
export const tokenRefusals = {
  noRunAsUser: ['no client credentials user enabled'],
  wrongDomain: ['request not supported on this domain'],
  flowOff: ['client credentials flow not enabled'],
  noScope: ['no valid scopes'],
  userBlocked: ['not admin approved', 'inactive user', 'user is inactive', 'authentication failure'],
  ipRestricted: ['ip restricted'],
} as const;

/** The share of the daily API calls from which an administrator is warned. */
export const budgetWarningShare = 0.8;
