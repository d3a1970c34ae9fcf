import * as z from 'zod/mini';
import { adviceCodes, checkOutcomes, connectionCheckCodes } from '../domain/connection-check';
import { signalRefusals, signalWays } from '../domain/signal';
import { whenFirstUsed } from '../domain/when-first-used';
import { errorCodes } from './answer';
import { operation } from './operation';
import { dealStage, instant, language, nothing } from './values';

/** `code` and `advice` name the texts that the screen shows. */
const check = whenFirstUsed(() => z.strictObject({
  code: z.enum(connectionCheckCodes),
  outcome: z.enum(checkOutcomes),
  advice: z.nullable(z.enum(adviceCodes)),
  detail: z.nullable(z.string()),
}));

/** Lower-case host name of a My Domain, with or without https:// in front. */
const myDomain = whenFirstUsed(() => z.string().check(z.maxLength(255)));
const secret = whenFirstUsed(() => z.string().check(z.minLength(1), z.maxLength(2_000)));

export const tempoRegions = ['global', 'eu', 'us'] as const;
const tempoRegion = whenFirstUsed(() => z.enum(tempoRegions));

/** In which way Salesforce tells of a change. */
const signalVia = whenFirstUsed(() => z.enum(signalWays));

const signalWay = whenFirstUsed(() => z.strictObject({
  /** Where Salesforce sends to; for an outbound message the secret follows after a slash. */
  url: z.string(),
  secretSetAt: z.nullable(instant()),
  /** While a secret is exchanged the one before it is still good; null when there is none. */
  previousGoodUntil: z.nullable(instant()),
}));

const settingsView = whenFirstUsed(() => z.strictObject({
  salesforce: z.nullable(
    z.strictObject({ myDomain: z.string(), clientId: z.string(), organisationId: z.nullable(z.string()), connectedAt: instant() }),
  ),
  tempo: z.nullable(z.strictObject({ region: tempoRegion(), connectedAt: instant() })),
  signals: z.strictObject({
    flow: signalWay(),
    outboundMessage: signalWay(),
    lastAccepted: z.nullable(z.strictObject({ at: instant(), via: signalVia(), deals: z.int() })),
    lastRefused: z.nullable(z.strictObject({ at: instant(), via: signalVia(), why: z.enum(signalRefusals) })),
  }),
  polledAt: z.nullable(instant()),
  company: z.strictObject({ language: language(), timeZone: z.string() }),
}));
export type SettingsView = z.infer<ReturnType<typeof settingsView>>;

export const readSettings = operation({
  name: 'settings.read',
  policy: 'administer',
  place: 'site',
  request: nothing,
  answer: settingsView,
});

/** Tries the values without keeping them; a secret left out stands for the stored one. */
export const testSalesforce = operation({
  name: 'settings.testSalesforce',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ myDomain: myDomain(), clientId: z.string().check(z.maxLength(500)), clientSecret: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()) }),
});

export const connectSalesforce = operation({
  name: 'settings.connectSalesforce',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ myDomain: myDomain(), clientId: z.string().check(z.minLength(1), z.maxLength(500)), clientSecret: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()), settings: settingsView() }),
});

export const testTempo = operation({
  name: 'settings.testTempo',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ region: tempoRegion(), token: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()) }),
});

export const connectTempo = operation({
  name: 'settings.connectTempo',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ region: tempoRegion(), token: z.nullable(secret()) }),
  answer: () => z.strictObject({ checks: z.array(check()), settings: settingsView() }),
});

/** Forgets the credentials; links, guidelines and the ledger stay. */
export const disconnect = operation({
  name: 'settings.disconnect',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ system: z.enum(['salesforce', 'tempo']) }),
  answer: settingsView,
});

/**
 * The secret that Salesforce signs its signals with, or that stands in an outbound message's address; made in the browser,
 * kept here, never sent back. The one before it stays good for a week, so that nothing is lost while Salesforce is changed.
 */
export const setSignalSecret = operation({
  name: 'settings.setSignalSecret',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ via: signalVia(), secret: z.string().check(z.minLength(32), z.maxLength(256), z.regex(/^[A-Za-z0-9_-]+$/)) }),
  answer: settingsView,
});

/** Ends the earlier secret now. */
export const retireSignalSecret = operation({
  name: 'settings.retireSignalSecret',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ via: signalVia() }),
  answer: settingsView,
});

/**
 * Makes a signal as Salesforce makes it, with the secret that is stored, and puts it through everything that checks one.
 * It does not cross the network; that a message of Salesforce arrives shows in `lastAccepted` and `lastRefused`.
 */
export const sendTestSignal = operation({
  name: 'settings.sendTestSignal',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ via: signalVia() }),
  answer: () => z.strictObject({ refusal: z.nullable(z.enum(signalRefusals)), settings: settingsView() }),
});

const connectionHealth = whenFirstUsed(() => z.strictObject({
  lastSuccessAt: z.nullable(instant()),
  lastFailure: z.nullable(z.strictObject({ at: instant(), code: z.enum(errorCodes), detail: z.string() })),
  /** Of the last 24 hours. */
  calls: z.int(),
  errors: z.int(),
  /** The system is given a rest after failures in a row. */
  paused: z.nullable(z.strictObject({ since: instant(), until: instant() })),
}));

/** How the connections fare. null for a system that is not connected. */
export const readHealth = operation({
  name: 'settings.readHealth',
  policy: 'administer',
  place: 'site',
  request: nothing,
  answer: () => z.strictObject({
    salesforce: z.nullable(z.strictObject({
      connection: connectionHealth(),
      /** API calls of the whole organisation in 24 hours; null before Salesforce said so. */
      budget: z.nullable(z.strictObject({ used: z.int(), allowed: z.int(), at: instant() })),
      polledAt: z.nullable(instant()),
      nextPollAt: z.nullable(instant()),
      /** Most of the budget is used, so Salesforce is asked more seldom. */
      slowed: z.boolean(),
    })),
    tempo: z.nullable(z.strictObject({
      connection: connectionHealth(),
      /** Whether Tempo tells of people's changes: `refused` when the token may not subscribe. */
      signals: z.enum(['active', 'inactive', 'refused', 'none']),
      lastSignalAt: z.nullable(instant()),
    })),
    queue: z.strictObject({
      /** Deals that wait for their turn, counted up to 1,000. */
      length: z.int(),
      oldestDueAt: z.nullable(instant()),
      working: z.boolean(),
    }),
    /** The hourly comparison of every deal; `covered` of `deals` since `since`. null before the first. */
    reconcile: z.nullable(z.strictObject({ since: instant(), covered: z.int(), deals: z.nullable(z.int()) })),
  }),
});

export const setCompany = operation({
  name: 'settings.setCompany',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ language: language(), timeZone: z.string().check(z.maxLength(100)) }),
  answer: settingsView,
});

const organisationStage = whenFirstUsed(() => z.strictObject({
  apiName: z.string(),
  label: z.string(),
  isActive: z.boolean(),
  isClosed: z.boolean(),
  isWon: z.boolean(),
  probability: z.nullable(z.number()),
  order: z.int(),
}));

const stagesView = whenFirstUsed(() => z.strictObject({
  /** In Salesforce's order. */
  stages: z.array(
    z.strictObject({ stage: organisationStage(), mappedTo: z.nullable(dealStage()), suggestion: dealStage() }),
  ),
  /** Mapped names that Salesforce no longer has. */
  vanished: z.array(z.strictObject({ apiName: z.string(), mappedTo: dealStage() })),
}));
export type StagesView = z.infer<ReturnType<typeof stagesView>>;

export const readStages = operation({
  name: 'settings.readStages',
  policy: 'administer',
  place: 'site',
  request: nothing,
  answer: stagesView,
});

/** Replaces the whole mapping; linked deals whose stage changes by it are brought in step. */
export const mapStages = operation({
  name: 'settings.mapStages',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ mapping: z.record(z.string().check(z.minLength(1), z.maxLength(255)), dealStage()) }),
  answer: stagesView,
});
