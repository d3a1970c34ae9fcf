/** What a test of a connection tries, in the order in which an administrator reads it. */
export const connectionCheckCodes = [
  'salesforce.host',
  'salesforce.credentials',
  'salesforce.runAsUser',
  'salesforce.readOpportunity',
  'salesforce.readHistory',
  'salesforce.readStages',
  'salesforce.apiBudget',
  'tempo.host',
  'tempo.token',
  'tempo.plansScope',
  'tempo.manageScope',
  'tempo.genericResources',
  'tempo.approval',
  'tempo.schedules',
] as const;
export type ConnectionCheckCode = (typeof connectionCheckCodes)[number];

export const checkOutcomes = ['passed', 'failed', 'warning', 'skipped'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** What a check found and what to do about it; each names a text that the screen has in the reader's language. */
export const adviceCodes = [
  'network.timedOut',
  'network.refused',
  'network.untrusted',
  'network.broken',
  'salesforce.addressEmpty',
  'salesforce.addressOfScreens',
  'salesforce.addressOfSetup',
  'salesforce.addressOfLogin',
  'salesforce.addressOther',
  'salesforce.hostNotFound',
  'salesforce.noOrganisation',
  'salesforce.wrongDomain',
  'salesforce.down',
  'salesforce.clientUnknown',
  'salesforce.secretWrong',
  'salesforce.flowOff',
  'salesforce.noScope',
  'salesforce.tooMany',
  'salesforce.loginRefused',
  'salesforce.noRunAsUser',
  'salesforce.userBlocked',
  'salesforce.ipRestricted',
  'salesforce.objectHidden',
  'salesforce.fieldHidden',
  'salesforce.historyHidden',
  'salesforce.apiOff',
  'salesforce.apiForbidden',
  'salesforce.tokenNotUsable',
  'salesforce.versionGone',
  'salesforce.notUnderstood',
  'salesforce.readingFailed',
  'salesforce.callsUsed',
  'salesforce.fewCallsLeft',
  'salesforce.noCallsLeft',
  'salesforce.callsUnknown',
  'tempo.hostNotFound',
  'tempo.notTempo',
  'tempo.otherRegion',
  'tempo.down',
  'tempo.tooMany',
  'tempo.tokenRefused',
  'tempo.plansHidden',
  'tempo.plansReadOnly',
  'tempo.writingUntried',
  'tempo.resourcesForbidden',
  'tempo.resourcesUnread',
  'tempo.approvalOn',
  'tempo.approvalOff',
  'tempo.approvalHidden',
  'tempo.approvalUnread',
  'tempo.schedulesForbidden',
  'tempo.schedulesUnread',
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

/** One thing that a connection needs, and whether it has it. */
export interface ConnectionCheck {
  readonly code: ConnectionCheckCode;
  readonly outcome: CheckOutcome;
  /** Null where there is nothing to add to the outcome. */
  readonly advice: AdviceCode | null;
  /**
   * What the advice's text puts in place of {detail}: a host, a status, a field's name, a figure or the other system's
   * own words, the same in every language. Never a secret. Null where the text has no such place.
   */
  readonly detail: string | null;
}
